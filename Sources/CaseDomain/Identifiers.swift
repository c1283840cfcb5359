/// 事项: what is applied for.
package enum Matter: String, Vocabulary {
    case foodOperationLicence = "food-operation-licence"
    case prepackagedFiling = "prepackaged-filing"
    case smallWorkshop = "small-workshop"
    case smallCatering = "small-catering"
    case foodStall = "food-stall"
}

/// 申请类型: what is to happen to the licence, filing or registration.
package enum Action: String, Vocabulary {
    case new, change, renewal, reissue, cancel, report, update
}

/// 主体业态: exactly one per licence.
package enum Subject: String, Vocabulary {
    case sales, catering, canteen
}

/// 括号标注 behind the subject.
package enum Mark: String, Vocabulary {
    case wholesale
    case centralKitchen = "central-kitchen"
    case groupMealDelivery = "group-meal-delivery"
    case automaticEquipment = "automatic-equipment"
    case schoolCanteen = "school-canteen"
    case contractedCanteen = "contracted-canteen"
}

/// 经营项目.
package enum Item: String, Vocabulary {
    case bulkFood = "bulk-food"
    case bulkCookedFood = "bulk-cooked-food"
    case bulkAndPrepackaged = "bulk-and-prepackaged"
    case prepackagedOnly = "prepackaged-only"
    case hotDishes = "hot-dishes"
    case coldDishes = "cold-dishes"
    case coldPastry = "cold-pastry"
    case coldMeat = "cold-meat"
    case rawFood = "raw-food"
    case semiFinished = "semi-finished"
    case selfMadeDrinks = "self-made-drinks"
    case chainSalesManagement = "chain-sales-management"
    case chainCateringManagement = "chain-catering-management"
    case cateringManagement = "catering-management"
}

extension TermSet<Item> {
    /// 餐饮 items: those that are made on the premises.
    package static let catering: Self = [
        .hotDishes, .coldDishes, .coldPastry, .coldMeat, .rawFood, .semiFinished, .selfMadeDrinks,
    ]

    /// 食品经营管理 items: nothing is made or sold where they are licensed.
    package static let management: Self = [.chainSalesManagement, .chainCateringManagement, .cateringManagement]

    /// The set with the items that its bracketed ones belong to: 冷加工糕点 and 冷荤 are 冷食, 散装熟食 is 散装食品.
    package var closed: Self {
        var all = self
        if contains(.coldPastry) || contains(.coldMeat) { all.insert(.coldDishes) }
        if contains(.bulkCookedFood) { all.insert(.bulkFood) }
        return all
    }
}

/// What the applicant is in law.
package enum ApplicantKind: String, Vocabulary {
    case enterprise, individual, cooperative, government, institution
    case socialOrganisation = "social-organisation"
    case privateNonEnterprise = "private-non-enterprise"
    case naturalPerson = "natural-person"
}

/// 收件渠道: how the papers came in.
package enum Channel: String, Vocabulary {
    case window, assisted, online, mail, inspection, community, street
}

/// How a material was got.
package enum MaterialSource: String, Vocabulary {
    case handedIn = "handed-in"
    case retrieved, promised, missing
}

/// 申请材料: every paper that a checklist may ask for.
package enum Material: String, Vocabulary {
    case applicationForm = "application-form"
    case businessLicence = "business-licence"
    case legalPersonCertificate = "legal-person-certificate"
    case layoutPlan = "layout-plan"
    case processDescription = "process-description"
    case policyIndex = "policy-index"
    case automaticEquipmentPlan = "automatic-equipment-plan"
    case powerOfAttorney = "power-of-attorney"
    case agentIdentity = "agent-identity"
    case canteenContract = "canteen-contract"
    case schoolProof = "school-proof"
    case deliveryCapability = "delivery-capability"
    case cookedFoodSupplier = "cooked-food-supplier"
    case managementStatement = "management-statement"
    case paperLicence = "paper-licence"
    case lossStatement = "loss-statement"
    case damagedLicence = "damaged-licence"
    case unchangedStatement = "unchanged-statement"
    case addressRenamingProof = "address-renaming-proof"
    case terminationProof = "termination-proof"
    case principalIdentity = "principal-identity"
    case processChart = "process-chart"
    case healthCertificates = "health-certificates"
    case registrationCertificate = "registration-certificate"
}

/// A single question about a material.
package enum Check: String, Vocabulary {
    case signed, dated, uscc, name, premises, unexpired
    case copyVerified = "copy-verified"
    case legible
    case zonesMarked = "zones-marked"
    case areaMarked = "area-marked"
    case equipmentMarked = "equipment-marked"
    case flowMarked = "flow-marked"
    case specialRoomMarked = "special-room-marked"
    case retentionMarked = "retention-marked"
    case coversItems = "covers-items"
    case coversTopics = "covers-topics"
    case coversProducts = "covers-products"
    case siteCount = "site-count"
    case displayMethod = "display-method"
    case riskPlan = "risk-plan"
    case signedByBoth = "signed-by-both"
    case scopeStated = "scope-stated"
    case idNumber = "id-number"
    case licenceNumber = "licence-number"
    case allCopies = "all-copies"
    case numberReadable = "number-readable"
    case rawCookedSeparated = "raw-cooked-separated"
    case headcount
}

extension TermSet<Check> {
    /// Checks computed from what the paper says; the others are a person's verdict.
    package static let machine: Self = [
        .dated, .uscc, .name, .premises, .unexpired, .coversItems, .coversTopics, .coversProducts, .siteCount,
        .idNumber, .licenceNumber, .headcount,
    ]
}

/// Topics that 食品安全规章制度目录 must name.
package enum PolicyTopic: String, Vocabulary {
    case selfInspection = "self-inspection"
    case staffHealth = "staff-health"
    case purchaseCheck = "purchase-check"
    case incidentResponse = "incident-response"
}

/// What a `change` changes.
package enum ChangedThing: String, Vocabulary {
    case name, principal, items, layout, subject
}

/// Product categories, those of small workshops and those that a rule forbids somewhere.
package enum Product: String, Vocabulary {
    case grain, pastry
    case bulkMeat = "bulk-meat"
    case beanProducts = "bean-products"
    case pickles
    case edibleOil = "edible-oil"
    case condiment
    case candiedFruit = "candied-fruit"
    case nuts
    case starchProducts = "starch-products"
    case dairy, canned, jelly
    case frozenDrinks = "frozen-drinks"
    case alcohol, beverage
    case soySauce = "soy-sauce"
    case vinegar
    case prepackagedMeat = "prepackaged-meat"
    case healthFood = "health-food"
    case infantFormula = "infant-formula"
    case specialMedical = "special-medical"
    case foodAdditive = "food-additive"
    case decoratedCake = "decorated-cake"
    case rawAquatic = "raw-aquatic"
}

/// A fact of the case that is either true, false, or not known yet.
package enum Fact: String, Vocabulary {
    case licenceVerifiableOnline, toleranceRequested, paperLicenceHeld, paperLost, damaged
    case premisesMoved, addressRenamed, conditionsUnchanged, terminated
}

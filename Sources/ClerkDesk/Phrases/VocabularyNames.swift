package import CaseDomain

// What the fixed ids are called on screen. Names of materials and checks are not here: they are law, and stand in the
// checklists.

extension Matter {
    package var phrase: Phrase {
        switch self {
        case .foodOperationLicence: Phrase("食品经营许可", "Food licence")
        case .prepackagedFiling: Phrase("仅销售预包装食品备案", "Prepackaged filing")
        case .smallWorkshop: Phrase("食品小作坊登记", "Small workshop")
        case .smallCatering: Phrase("小餐饮登记", "Small catering")
        case .foodStall: Phrase("食品摊点", "Food stall")
        }
    }

    /// Short enough for a column of the queue.
    package var shortPhrase: Phrase {
        switch self {
        case .foodOperationLicence: Phrase("许可", "Licence")
        case .prepackagedFiling: Phrase("备案", "Filing")
        case .smallWorkshop: Phrase("小作坊", "Workshop")
        case .smallCatering: Phrase("小餐饮", "Catering<50")
        case .foodStall: Phrase("摊点", "Stall")
        }
    }
}

extension Action {
    package var phrase: Phrase {
        switch self {
        case .new: Phrase("新办", "new")
        case .change: Phrase("变更", "change")
        case .renewal: Phrase("延续", "renewal")
        case .reissue: Phrase("补办", "reissue")
        case .cancel: Phrase("注销", "cancel")
        case .report: Phrase("报告", "report")
        case .update: Phrase("备案信息更新", "update")
        }
    }
}

extension Subject {
    package var phrase: Phrase {
        switch self {
        case .sales: Phrase("食品销售经营者", "Sales")
        case .catering: Phrase("餐饮服务经营者", "Catering")
        case .canteen: Phrase("集中用餐单位食堂", "Canteen")
        }
    }
}

extension Mark {
    package var phrase: Phrase {
        switch self {
        case .wholesale: Phrase("食品批发销售", "Wholesale")
        case .centralKitchen: Phrase("中央厨房", "Central kitchen")
        case .groupMealDelivery: Phrase("集体用餐配送", "Group meal delivery")
        case .automaticEquipment: Phrase("利用自动设备", "Automatic equipment")
        case .schoolCanteen: Phrase("学校、托幼食堂", "School canteen")
        case .contractedCanteen: Phrase("承包食堂", "Contracted canteen")
        }
    }
}

extension Item {
    package var phrase: Phrase {
        switch self {
        case .bulkFood: Phrase("散装食品销售", "Bulk food")
        case .bulkCookedFood: Phrase("散装熟食销售", "Bulk cooked food")
        case .bulkAndPrepackaged: Phrase("散装和预包装食品销售", "Bulk and prepackaged")
        case .prepackagedOnly: Phrase("仅销售预包装食品", "Prepackaged only")
        case .hotDishes: Phrase("热食类制售", "Hot dishes")
        case .coldDishes: Phrase("冷食类制售", "Cold dishes")
        case .coldPastry: Phrase("冷加工糕点制售", "Cold pastry")
        case .coldMeat: Phrase("冷荤类制售", "Cold meat")
        case .rawFood: Phrase("生食类制售", "Raw food")
        case .semiFinished: Phrase("半成品制售", "Semi-finished")
        case .selfMadeDrinks: Phrase("自制饮品制售", "Self-made drinks")
        case .chainSalesManagement: Phrase("食品销售连锁管理", "Chain sales management")
        case .chainCateringManagement: Phrase("餐饮服务连锁管理", "Chain catering management")
        case .cateringManagement: Phrase("餐饮服务管理", "Catering management")
        }
    }
}

extension ApplicantKind {
    package var phrase: Phrase {
        switch self {
        case .enterprise: Phrase("企业", "Enterprise")
        case .individual: Phrase("个体工商户", "Individual business")
        case .cooperative: Phrase("农民专业合作社", "Cooperative")
        case .government: Phrase("机关", "Government body")
        case .institution: Phrase("事业单位", "Institution")
        case .socialOrganisation: Phrase("社会团体", "Social organisation")
        case .privateNonEnterprise: Phrase("民办非企业单位", "Private non-enterprise")
        case .naturalPerson: Phrase("自然人", "Natural person")
        }
    }
}

extension Channel {
    package var phrase: Phrase {
        switch self {
        case .window: Phrase("窗口", "Window")
        case .assisted: Phrase("帮办代办", "Assisted")
        case .online: Phrase("网上预审", "Online")
        case .mail: Phrase("邮寄", "Mail")
        case .inspection: Phrase("勘查收件", "At inspection")
        case .community: Phrase("社区代收", "Community")
        case .street: Phrase("街道代录", "Street office")
        }
    }
}

extension Product {
    package var phrase: Phrase {
        switch self {
        case .grain: Phrase("粮食加工品", "Grain products")
        case .pastry: Phrase("糕点", "Pastry")
        case .bulkMeat: Phrase("散装肉制品", "Bulk meat products")
        case .beanProducts: Phrase("豆制品", "Bean products")
        case .pickles: Phrase("酱腌菜", "Pickles")
        case .edibleOil: Phrase("食用植物油", "Edible oil")
        case .condiment: Phrase("调味料", "Condiments")
        case .candiedFruit: Phrase("蜜饯", "Candied fruit")
        case .nuts: Phrase("炒货及坚果", "Nuts")
        case .starchProducts: Phrase("淀粉制品", "Starch products")
        case .dairy: Phrase("乳制品", "Dairy")
        case .canned: Phrase("罐头制品", "Canned food")
        case .jelly: Phrase("果冻", "Jelly")
        case .frozenDrinks: Phrase("冷冻饮品", "Frozen drinks")
        case .alcohol: Phrase("酒类", "Alcohol")
        case .beverage: Phrase("饮料", "Beverages")
        case .soySauce: Phrase("酱油", "Soy sauce")
        case .vinegar: Phrase("食醋", "Vinegar")
        case .prepackagedMeat: Phrase("预包装肉制品", "Prepackaged meat")
        case .healthFood: Phrase("保健食品", "Health food")
        case .infantFormula: Phrase("婴幼儿配方食品", "Infant formula")
        case .specialMedical: Phrase("特殊医学用途配方食品", "Special medical food")
        case .foodAdditive: Phrase("食品添加剂", "Food additives")
        case .decoratedCake: Phrase("裱花蛋糕", "Decorated cakes")
        case .rawAquatic: Phrase("生食水产品", "Raw aquatic food")
        }
    }
}

extension ChangedThing {
    package var phrase: Phrase {
        switch self {
        case .name: Phrase("名称", "Name")
        case .principal: Phrase("法定代表人（负责人）", "Principal")
        case .items: Phrase("经营项目", "Items")
        case .layout: Phrase("经营布局", "Layout")
        case .subject: Phrase("主体业态", "Subject")
        }
    }
}

extension Fact {
    package var phrase: Phrase {
        switch self {
        case .licenceVerifiableOnline: Phrase("营业执照能网上核验", "Business licence verifiable online")
        case .toleranceRequested: Phrase("申请人要求容缺", "Applicant asks for tolerance")
        case .paperLicenceHeld: Phrase("领过纸质许可证", "Paper licence was handed out")
        case .paperLost: Phrase("纸质证遗失", "Paper licence lost")
        case .damaged: Phrase("纸质证损坏", "Paper licence damaged")
        case .premisesMoved: Phrase("经营场所实际迁移", "Premises moved")
        case .addressRenamed: Phrase("仅门牌路名变更", "Address renamed only")
        case .conditionsUnchanged: Phrase("经营条件未变化", "Conditions unchanged")
        case .terminated: Phrase("主体已终止", "Applicant terminated")
        }
    }
}

extension CaseState {
    package var phrase: Phrase {
        switch self {
        case .checking: Phrase("审查中", "Checking")
        case .awaitingCorrection: Phrase("待补正", "Awaiting")
        case .accepted: Phrase("已受理", "Accepted")
        case .acceptedWithGaps: Phrase("容缺受理", "With gaps")
        case .deemedAccepted: Phrase("视为受理", "Deemed")
        case .routed: Phrase("已引导", "Routed")
        case .withdrawn: Phrase("已撤回", "Withdrawn")
        case .abandoned: Phrase("视为放弃", "Abandoned")
        case .refused: Phrase("不予受理", "Refused")
        case .inspecting: Phrase("核查中", "Inspecting")
        case .rectifying: Phrase("整改中", "Rectifying")
        case .inspected: Phrase("已核查", "Inspected")
        case .reviewed: Phrase("待审批", "Reviewed")
        case .approved: Phrase("准予许可", "Approved")
        case .denied: Phrase("不予许可", "Denied")
        case .licensed: Phrase("已发证", "Licensed")
        case .delivered: Phrase("已送达", "Delivered")
        case .archived: Phrase("已归档", "Archived")
        }
    }
}

package import CaseDomain
package import ChecklistRules

/// The fields of the intake form, in the order in which a clerk fills them in.
package enum FormFieldID: String, CaseIterable, Hashable, Sendable {
    case matter, action, channel, window, receivedOn, externalNumber
    case name, kind, uscc, phone, principalName, principalID
    case address, county, area
    case subject, marks, items
    case products, staff, equipmentCount
    case verifiable, tolerance
    case agentName, agentID, agentPhone
    case licenceNumber, licenceExpires
    case changed, premisesMoved, addressRenamed, conditionsUnchanged
    case paperHeld, paperLost, damaged, terminated

    package var label: Phrase {
        switch self {
        case .matter: Phrase("事项", "Matter")
        case .action: Phrase("申请类型", "Action")
        case .channel: Phrase("收件渠道", "Channel")
        case .window: Phrase("窗口", "Window")
        case .receivedOn: Phrase("收件日期", "Received on")
        case .externalNumber: Phrase("外部办件编号", "External number")
        case .name: Phrase("申请人名称", "Applicant")
        case .kind: Phrase("主体类型", "Kind")
        case .uscc: Phrase("统一社会信用代码", "Credit code")
        case .phone: Phrase("联系电话", "Phone")
        case .principalName: Phrase("法定代表人（负责人）", "Principal")
        case .principalID: Phrase("负责人身份证号", "Principal's ID")
        case .address: Phrase("经营场所", "Premises")
        case .county: Phrase("县区代码", "County code")
        case .area: Phrase("经营面积（㎡）", "Area (sq m)")
        case .subject: Phrase("主体业态", "Subject")
        case .marks: Phrase("括号标注", "Marks")
        case .items: Phrase("经营项目", "Items")
        case .products: Phrase("产品品种", "Products")
        case .staff: Phrase("从业人员（人）", "Staff")
        case .equipmentCount: Phrase("自动设备（台）", "Machines")
        case .verifiable: Phrase("执照能网上核验", "Licence online")
        case .tolerance: Phrase("申请人要求容缺", "Tolerance asked")
        case .agentName: Phrase("代理人姓名", "Agent")
        case .agentID: Phrase("代理人身份证号", "Agent's ID")
        case .agentPhone: Phrase("代理人电话", "Agent's phone")
        case .licenceNumber: Phrase("许可证编号", "Licence number")
        case .licenceExpires: Phrase("许可证有效期至", "Licence expires")
        case .changed: Phrase("变更内容", "What changes")
        case .premisesMoved: Phrase("经营场所实际迁移", "Premises moved")
        case .addressRenamed: Phrase("仅门牌路名变更", "Address renamed")
        case .conditionsUnchanged: Phrase("声明条件未变化", "Declared unchanged")
        case .paperHeld: Phrase("领过纸质证", "Paper licence held")
        case .paperLost: Phrase("纸质证遗失", "Paper licence lost")
        case .damaged: Phrase("纸质证损坏", "Paper damaged")
        case .terminated: Phrase("主体已终止", "Terminated")
        }
    }

    /// How the field is filled in.
    package var editor: FormEditor {
        switch self {
        case .matter: .one(Matter.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .action: .one(Action.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .channel: .one(Channel.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .kind: .one(ApplicantKind.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .subject: .one(Subject.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .marks: .many(Mark.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .items: .many(Item.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .products: .many(Product.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .changed: .many(ChangedThing.allCases.map { FormOption(id: $0.id, label: $0.phrase) })
        case .verifiable, .tolerance, .premisesMoved, .addressRenamed, .conditionsUnchanged, .paperHeld, .paperLost,
            .damaged, .terminated:
            .yesNo
        default: .text(limit: self == .address ? 120 : 60)
        }
    }

    /// What is typed into the field, where it is one of text.
    package var content: FieldContent {
        switch self {
        case .uscc, .principalID, .agentID, .licenceNumber: .code
        case .phone, .agentPhone, .county, .area, .staff, .equipmentCount, .externalNumber: .number
        case .receivedOn: .date(.past)
        case .licenceExpires: .date(.nearest)
        default: .words
        }
    }

    /// Fields that hold a person's identity number, which is covered on screen until it is asked for.
    package var isIdentityNumber: Bool { self == .principalID || self == .agentID }

    /// The fact of the case that the field answers; nil for any other field.
    package var fact: Fact? {
        switch self {
        case .verifiable: .licenceVerifiableOnline
        case .tolerance: .toleranceRequested
        case .premisesMoved: .premisesMoved
        case .addressRenamed: .addressRenamed
        case .conditionsUnchanged: .conditionsUnchanged
        case .paperHeld: .paperLicenceHeld
        case .paperLost: .paperLost
        case .damaged: .damaged
        case .terminated: .terminated
        default: nil
        }
    }

    /// The fields that any matter of a bundle asks for; what they are is fixed, and each gets its own external number.
    package static func shown(for bundle: Bundle) -> [FormFieldID] {
        let asked = bundle.members.flatMap { member in
            shown(matter: member.matter, action: member.action).filter { field in
                member.asksForItems || ![.subject, .marks, .items, .equipmentCount].contains(field)
            }
        }
        return allCases.filter { asked.contains($0) && ![.matter, .action, .externalNumber].contains($0) }
    }

    /// The fields that make sense for a matter and an action.
    package static func shown(matter: Matter?, action: Action?) -> [FormFieldID] {
        allCases.filter { field in
            switch field {
            case .subject, .marks, .items: matter == .foodOperationLicence || matter == .prepackagedFiling
            case .equipmentCount: matter == .foodOperationLicence || matter == .prepackagedFiling
            case .products: matter == .smallWorkshop || matter == .smallCatering || matter == .foodStall
            case .staff: matter == .smallWorkshop || matter == .smallCatering || matter == .foodStall
            case .licenceNumber, .licenceExpires: action != .new && action != nil
            case .changed, .addressRenamed: matter == .foodOperationLicence && action == .change
            case .premisesMoved: action == .change
            case .conditionsUnchanged: matter == .foodOperationLicence && (action == .change || action == .renewal)
            case .paperHeld:
                matter == .foodOperationLicence && [.change, .renewal, .cancel].contains(action)
            case .paperLost:
                action == .reissue || action == .cancel
                    || matter == .foodOperationLicence && (action == .change || action == .renewal)
            case .damaged: action == .reissue
            case .terminated: matter == .foodOperationLicence && action == .cancel
            default: true
            }
        }
    }
}

/// How a field is filled in.
package enum FormEditor: Hashable, Sendable {
    /// - Parameter limit: the most characters it takes.
    case text(limit: Int)
    case one([FormOption])
    case many([FormOption])
    case yesNo
}

/// Something that can be chosen.
package struct FormOption: Hashable, Sendable {
    package let id: String
    package let label: Phrase
    /// Why it can't be chosen now; nil where it can.
    package var barred: Phrase?
    /// The keys that do the same, and other words it may be looked for by; for the palette.
    package var keys = ""
    package var words = ""
}

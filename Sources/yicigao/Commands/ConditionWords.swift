import CaseDomain
import ChecklistRules
import ClerkDesk

/// Conditions of a checklist in Chinese, for people who keep the rules and don't read YAML.
enum ConditionWords {
    /// - Parameter name: what a material is called.
    static func words(_ condition: Condition, name: (Material) -> String) -> String {
        switch condition {
        case .always: "一律"
        case .matter(let set): "事项是" + list(set) { $0.phrase }
        case .action(let set): "申请类型是" + list(set) { $0.phrase }
        case .subject(let set): "主体业态是" + list(set) { $0.phrase }
        case .mark(let set): "标注有" + list(set) { $0.phrase }
        case .item(let set): "经营项目有" + list(set) { $0.phrase }
        case .applicantKind(let set): "主体类型是" + list(set) { $0.phrase }
        case .fact(let fact): fact.phrase.text(.zh)
        case .changed(let set): "变更内容有" + list(set) { $0.phrase }
        case .product(let set): "产品有" + list(set) { $0.phrase }
        case .circumstance(let circumstance): circumstance.words
        case .localDemand(let material): "本机关另要求“\(name(material))”"
        case .areaAtLeast(let area): "经营面积不小于\(ParticularsForm.text(area))㎡"
        case .all(let conditions): conditions.map { inner($0, name) }.joined(separator: "，且")
        case .any(let conditions): conditions.map { inner($0, name) }.joined(separator: "，或者")
        case .not(let condition): "不满足“\(words(condition, name: name))”"
        }
    }

    /// In brackets where it would run together with its neighbours.
    private static func inner(_ condition: Condition, _ name: (Material) -> String) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1:
            "（\(words(condition, name: name))）"
        case .all, .any, .not, .always, .matter, .action, .subject, .mark, .item, .applicantKind, .fact, .changed,
            .product, .circumstance, .localDemand, .areaAtLeast:
            words(condition, name: name)
        }
    }

    private static func list<Term: Vocabulary>(_ set: TermSet<Term>, _ phrase: (Term) -> Phrase) -> String {
        set.terms.map { phrase($0).text(.zh) }.joined(separator: "或")
    }
}

extension Circumstance {
    var words: String {
        switch self {
        case .hasAgent: "有代理人"
        case .hasCateringItems: "有餐饮服务类经营项目"
        case .managementOnly: "只有食品经营管理类项目"
        case .prepackagedOnly: "仅销售预包装食品"
        case .otherCounty: "经营场所不在本机关辖区"
        case .licenceExpired: "收件时许可证已过期"
        }
    }
}

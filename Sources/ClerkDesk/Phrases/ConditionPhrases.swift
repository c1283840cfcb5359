package import ChecklistRules
package import CaseDomain

extension Condition {
    /// The condition as a clerk reads it: `主体业态是餐饮服务经营者，且没有标注中央厨房`.
    ///
    /// - Parameter name: what a material is called.
    package func words(_ language: Language, name: (Material) -> String) -> String {
        typealias Words = Phrases.Condition
        func said(_ phrase: Phrase, _ terms: [Phrase]) -> String {
            let separator = Words.or.text(language)
            return phrase.text(language, ["terms": terms.map { $0.text(language) }.joined(separator: separator)])
        }
        func joined(_ parts: [Condition], by phrase: Phrase) -> String {
            parts.map { part in
                let words = part.words(language, name: name)
                return part.isJoined ? Words.group.text(language, ["condition": words]) : words
            }
            .joined(separator: phrase.text(language))
        }
        return switch self {
        case .always: Words.always.text(language)
        case .matter(let terms): said(Words.matter, terms.terms.map(\.phrase))
        case .action(let terms): said(Words.action, terms.terms.map(\.phrase))
        case .subject(let terms): said(Words.subject, terms.terms.map(\.phrase))
        case .mark(let terms): said(Words.mark, terms.terms.map(\.phrase))
        case .item(let terms): said(Words.item, terms.terms.map(\.phrase))
        case .applicantKind(let terms): said(Words.kind, terms.terms.map(\.phrase))
        case .fact(let fact): said(Words.fact, [fact.phrase])
        case .changed(let terms): said(Words.changed, terms.terms.map(\.phrase))
        case .product(let terms): said(Words.product, terms.terms.map(\.phrase))
        case .circumstance(let term): term.phrase.text(language)
        case .localDemand(let material):
            Words.localDemand.text(language, ["material": name(material)])
        case .areaAtLeast(let area): Words.area.text(language, ["area": ParticularsForm.text(area)])
        case .all(let parts): joined(parts, by: Words.and)
        case .any(let parts): joined(parts, by: Words.orElse)
        case .not(let inner):
            Words.not.text(language, ["condition": inner.words(language, name: name)])
        }
    }

    /// Whether it needs brackets inside another.
    private var isJoined: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1
        default: false
        }
    }
}

extension Checklist {
    /// What a material is called; its id where the checklist doesn't ask for it.
    package func name(of material: Material, _ language: Language) -> String {
        guard let requirement = requirement(for: material) else { return material.id }
        return language == .zh ? requirement.name : requirement.english
    }
}

extension Circumstance {
    var phrase: Phrase {
        switch self {
        case .hasAgent: Phrase("由代理人办理", "an agent comes")
        case .hasCateringItems: Phrase("有餐饮制售项目", "there are catering items")
        case .managementOnly: Phrase("经营项目全是食品经营管理", "all items are management")
        case .prepackagedOnly: Phrase("仅销售预包装食品", "prepackaged food only")
        case .otherCounty: Phrase("经营场所不在本县区", "the premises lie in another county")
        case .townshipWindow: Phrase("本窗口是乡镇（街道）窗口", "this window is a township's")
        case .licenceExpired: Phrase("许可证在收件前已过期", "the licence ran out before receipt")
        }
    }
}

extension Phrases {
    enum Condition {
        static let always = Phrase("一律", "always")
        static let matter = Phrase("事项是{terms}", "the matter is {terms}")
        static let action = Phrase("申请类型是{terms}", "the action is {terms}")
        static let subject = Phrase("主体业态是{terms}", "the subject is {terms}")
        static let mark = Phrase("标注有{terms}", "marked {terms}")
        static let item = Phrase("经营项目有{terms}", "the items include {terms}")
        static let kind = Phrase("申请人是{terms}", "the applicant is {terms}")
        static let fact = Phrase("{terms}", "{terms}")
        static let changed = Phrase("变更内容有{terms}", "the change concerns {terms}")
        static let product = Phrase("产品有{terms}", "the products include {terms}")
        static let localDemand = Phrase("本机关公布的清单另要{material}", "the office's own list asks for {material}")
        static let area = Phrase("经营面积在{area}㎡以上（含）", "the area is {area} m2 or more")
        static let not = Phrase("不属于“{condition}”", "not “{condition}”")
        static let group = Phrase("（{condition}）", "({condition})")
        static let and = Phrase("，且", ", and ")
        static let orElse = Phrase("，或者", ", or ")
        static let or = Phrase("、", " or ")
    }
}

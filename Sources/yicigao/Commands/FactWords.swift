import CaseDomain
import ChecklistRules
import ClerkDesk

// An example of a case in words: what `checklist lint` shows beside what it has proved.

extension FactSetting {
    var words: String {
        switch self {
        case .matter(let matter): matter.phrase.text(.zh)
        case .action(let action): action.phrase.text(.zh)
        case .subject(let subject): subject.map { "主体业态为\($0.phrase.text(.zh))" } ?? "没有选主体业态"
        case .mark(let marks, let holds): Self.has(marks.terms.map { $0.phrase.text(.zh) }, holds, "标注")
        case .items(let items):
            items.isEmpty ? "没有经营项目" : "经营项目为\(items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"))"
        case .kind(let kind): "申请人为\(kind.phrase.text(.zh))"
        case .agent(let has): has ? "有代理人" : "没有代理人"
        case .townshipWindow(let isTownship): isTownship ? "本窗口是乡镇（街道）窗口" : "本窗口是县级窗口"
        case .otherCounty(let isOther): isOther ? "经营场所在外县区" : "经营场所在本县区"
        case .licenceExpired(let isExpired): isExpired.map { $0 ? "原证已过期" : "原证没有过期" } ?? "没有写明原证有效期"
        case .fact(let fact, let holds): "\(fact.phrase.text(.zh))：\(holds.map { $0 ? "是" : "否" } ?? "未问")"
        case .changed(let things, let holds):
            Self.has(things.terms.map { $0.phrase.text(.zh) }, holds, "变更内容")
        case .product(let products, let holds): Self.has(products.terms.map { $0.phrase.text(.zh) }, holds, "品种")
        case .localDemand(let material, let holds): "本地\(holds ? "要求" : "不要求")\(material.id)"
        case .area(let area): area.map { "经营面积\($0)㎡" } ?? "没有写明经营面积"
        }
    }

    private static func has(_ names: [String], _ holds: Bool?, _ what: String) -> String {
        switch holds {
        case true?: "\(what)有\(names.joined(separator: "、"))"
        case false?: "\(what)没有\(names.joined(separator: "、"))"
        case nil: "没有问过\(what)"
        }
    }
}

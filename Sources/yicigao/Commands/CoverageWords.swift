import CaseDomain
import ChecklistFiles
import ChecklistRules

// What `checklist test` says about the lines that cases try.

extension CaseCoverage {
    /// What was covered, on one line.
    var words: String {
        let missing = gaps.isEmpty ? "全部覆盖" : "缺 \(gaps.count) 处用例"
        return "覆盖 \(checklists) 份清单：材料 \(requirements) 项、审查项 \(checks) 个、申请事项 \(applicationRules) 条、"
            + "引导规则 \(routes) 条，\(missing)"
    }
}

extension CaseCoverage.Gap {
    /// The file, the line and the case that it lacks.
    func words(_ routing: Routing) -> String {
        let what =
            switch line {
            case .requirement(let material): "\(row) \(material.id)"
            case .check(let material, let check): "\(row) \(material.id) \(check.id)"
            case .application(let defect): "application \(defect.id)"
            case .route(let place): "routing \(place + 1) \(routing.rules[place].route.to.id)"
            case .checklist, .subtype: ""
            }
        return "\(file): \([checklist, what].compactMap(\.self).joined(separator: " ")): 缺“\(kindWords)”的用例"
    }

    private var kindWords: String {
        if case .route = line { return kind == .wrong ? "引导" : "不引导" }
        return switch kind {
        case .fine: "符合"
        case .wrong: "不符合"
        case .notNeeded: "不需要"
        case .spared: "免提交"
        }
    }
}

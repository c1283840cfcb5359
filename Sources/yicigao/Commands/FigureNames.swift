import CaseDomain
import ChecklistRules
import ClerkDesk

/// What groups, papers and defects are called in reports.
struct FigureNames: Sendable {
    let group: @Sendable (FigureGrouping, String) -> String
    let material: @Sendable (Material?) -> String
    let defect: @Sendable (Material?, String) -> String

    init(_ desk: Desk) {
        let office = desk.office
        let book = desk.rules.book()
        group = { grouping, key in
            switch grouping {
            case .window:
                let region = office.windows.first { $0.id == key }?.region ?? ""
                return region.isEmpty ? key : "\(key) \(region)"
            case .clerk: return office.staff.name(of: ClerkID(key))
            case .matter: return Matter(rawValue: key)?.phrase.text(.zh) ?? key
            case .none, .month, .day: return key
            }
        }
        material = { material in
            guard let material else { return "申请事项" }
            // Every action has its own form: what most bring is called as for a new case.
            let names = book.checklists.sorted { $0.action == .new && $1.action != .new }.lazy
                .compactMap { $0.requirement(for: material) }.map(\.name)
            return names.first ?? material.id
        }
        defect = { material, defect in
            guard let material else {
                let rule = book.checklists.lazy.flatMap(\.applicationRules).first { $0.defect.id == defect }
                return rule?.words.text ?? defect
            }
            if defect == "missing" { return "未提交" }
            let rules = book.checklists.lazy.compactMap { $0.requirement(for: material) }.flatMap(\.checks)
            return rules.first { $0.check.id == defect }.map { "\($0.label)不符" } ?? defect
        }
    }
}

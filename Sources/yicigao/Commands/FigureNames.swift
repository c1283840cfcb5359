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
        let words = DefectWords(book, .zh)
        material = words.paper
        defect = words.fault
    }
}

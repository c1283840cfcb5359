package import CaseDomain
package import CaseStore

/// What one list of the board holds, in the order of the screen.
struct InspectionRows {
    let tasks: [InspectionSheet.Out]
    let waiting: [InspectionSheet.Waiting]

    init(_ state: DeskState, _ desk: Desk) { self.init(state.inspection.tab, state.inspection.sheet) }

    init(_ tab: InspectionTab, _ sheet: InspectionSheet?) {
        switch tab {
        case .out: tasks = sheet?.tasks ?? []
        case .person(let account):
            tasks = sheet?.tasks.filter { $0.task.dispatch.inspectors.contains(account) } ?? []
        case .waiting: tasks = []
        }
        waiting = tab == .waiting ? sheet?.waiting ?? [] : []
    }

    var numbers: [CaseNumber] { tasks.map(\.task.number) + waiting.map(\.row.number) }

    func place(of selected: CaseNumber?) -> Int? { selected.flatMap { numbers.firstIndex(of: $0) } }

    /// The case under the cursor; the first where its own is gone.
    func current(_ selected: CaseNumber?) -> CaseNumber? {
        place(of: selected).map { numbers[$0] } ?? numbers.first
    }

    /// Everything that is out, each inspector's own, and what waits.
    static func tabs(_ desk: Desk) -> [InspectionTab] {
        [.out, .waiting] + desk.office.staff.people(with: .inspector).map { .person($0.account) }
    }
}

/// The figures over the board.
package struct InspectionFigures: Hashable, Sendable {
    package let out: Int
    /// Promised for today, and promised for a day before it.
    package let dueToday: Int
    package let over: Int
    package let waiting: Int
    /// 一次通过率 in tenths of a per cent; nil where nobody has looked yet.
    package let firstPass: Int?

    package init(_ sheet: InspectionSheet, today: CivilDate) {
        out = sheet.tasks.count
        dueToday = sheet.tasks.count { $0.task.dispatch.promisedBy == today }
        over = sheet.tasks.count { $0.task.dispatch.promisedBy < today }
        waiting = sheet.waiting.count
        let looks = sheet.firstLooks
        firstPass = looks.count == 0 ? nil : (looks.passed * 2000 + looks.count) / (looks.count * 2)
    }

    /// Such as `92.3%`.
    package var firstPassText: String { firstPass.map { "\($0 / 10).\($0 % 10)%" } ?? "-" }
}

import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws the board of inspections: the figures, the lists to turn to, whose list it is, and the list.
enum InspectionView {
    /// Rows above the list: figures, tabs, whose list, heading.
    private static let headRows = 4

    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - headRows) }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var area = rect
        drawFigures(state, desk, into: &canvas, in: area.splitTop(1))
        drawTabs(state, desk, into: &canvas, in: area.splitTop(1))
        drawPerson(state, desk, into: &canvas, in: area.splitTop(1))
        let columns = InspectionColumns(columns: rect.columns, isWaiting: state.inspection.tab == .waiting)
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.withClip(head) { canvas in
            for column in columns.all {
                canvas.write(
                    TextFit.truncated(desk.say(column.title), toColumns: column.width),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
        drawRows(state, desk, columns, into: &canvas, in: area)
    }

    private static func drawFigures(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        guard let sheet = state.inspection.sheet else { return }
        let figures = InspectionFigures(sheet, today: state.today)
        let waiting = String(figures.waiting) + (sheet.hasMoreWaiting ? "+" : "")
        canvas.withClip(rect) { canvas in
            var column = canvas.write(
                " "
                    + desk.say(
                        Phrases.Inspection.figures,
                        ["out": String(figures.out), "today": String(figures.dueToday), "waiting": waiting]) + "  ",
                at: Position(row: 0, column: 0), role: .label)
            if figures.over > 0 {
                let over = desk.say(Phrases.Inspection.over, ["count": String(figures.over)]) + "  "
                column += canvas.write(over, at: Position(row: 0, column: column), role: .bad)
            }
            canvas.write(
                desk.say(
                    Phrases.Inspection.firstPass,
                    [
                        "rate": figures.firstPassText, "passed": String(sheet.firstLooks.passed),
                        "count": String(sheet.firstLooks.count),
                    ]), at: Position(row: 0, column: column), role: .accent)
        }
    }

    /// As many lists as there is room for, always with the one that is shown.
    private static func drawTabs(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        let tabs = InspectionRows.tabs(desk)
        let labels = tabs.map { tab in
            let count = InspectionRows(tab, state.inspection.sheet).numbers.count
            return " \(name(of: tab, desk)) \(count) "
        }
        let chosen = tabs.firstIndex(of: state.inspection.tab) ?? 0
        let widths = labels.map { TextWidth.columns(of: $0) }
        var first = 0
        while first < chosen, widths[first...chosen].reduce(0, +) > rect.columns { first += 1 }
        canvas.withClip(rect) { canvas in
            var column = 0
            for place in first..<labels.count {
                column += canvas.write(
                    labels[place], at: Position(row: 0, column: column), role: place == chosen ? .badge : .dim)
            }
        }
    }

    private static func name(of tab: InspectionTab, _ desk: Desk) -> String {
        switch tab {
        case .out: desk.say(Phrases.Inspection.outTab)
        case .waiting: desk.say(Phrases.Inspection.waitingTab)
        case .person(let account): SafeText.singleLine(desk.office.staff.name(of: account))
        }
    }

    /// Whose list it is: certificate, training, region and what there is to do today.
    private static func drawPerson(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        guard case .person(let account) = state.inspection.tab, let member = desk.office.staff.member(account) else {
            return
        }
        let bar = InspectionRoster.unfit(member, on: state.today)
        let load = InspectionRoster.loads(of: state.inspection.tasks, on: state.today)[account, default: 0]
        let regions =
            member.regions.isEmpty
            ? desk.say(Phrases.Inspection.allRegions) : member.regions.joined(separator: "、")
        let said = desk.say(
            Phrases.Inspection.personLine,
            [
                "regions": regions, "load": String(load), "limit": String(desk.office.inspection.dailyLimit),
                "certificate": member.certificate.map { "\($0.number) \($0.validUntil)" } ?? "-",
            ])
        let text = SafeText.singleLine(
            [bar.map { desk.say($0.phrase) }, said].compactMap(\.self).joined(separator: "  "))
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(text, toColumns: rect.columns - 2), at: Position(row: 0, column: 1),
                role: bar == nil ? .text : .warn)
        }
    }

    private static func drawRows(
        _ state: DeskState, _ desk: Desk, _ columns: InspectionColumns, into canvas: inout Canvas, in rect: Rect
    ) {
        let rows = InspectionRows(state, desk)
        guard !rows.numbers.isEmpty else {
            guard state.inspection.sheet != nil else { return }
            canvas.withClip(rect) { canvas in
                canvas.write(desk.say(Phrases.Inspection.nothing), at: Position(row: 1, column: 2), role: .dim)
            }
            return
        }
        var scroll = ListScroll(count: rows.numbers.count)
        let selected = rows.place(of: state.inspection.selected) ?? 0
        scroll.select(selected, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let line = rect.line(offset)
            let cells = InspectionCells(rows, place, state.today, desk)
            canvas.withClip(line) { canvas in
                for column in columns.all {
                    let (text, role) = cells.cell(column.kind, isNarrow: column.width < 14)
                    canvas.write(
                        TextFit.truncated(SafeText.singleLine(text), toColumns: column.width),
                        at: Position(row: 0, column: column.start), role: role)
                }
            }
            if place == selected { canvas.restyle(line, \.onSelection) }
        }
    }
}

/// How the columns of the board share a row; the applicant gets what is left.
struct InspectionColumns {
    enum Kind: Hashable { case number, applicant, matter, region, people, way, promise, law, state, due, rectify }

    struct Column {
        let kind: Kind
        let title: Phrase
        /// In terminal columns.
        let start: Int
        let width: Int
    }

    let all: [Column]

    /// - Parameter columns: terminal columns of the row.
    init(columns: Int, isWaiting: Bool) {
        typealias Words = Phrases.Inspection
        let (isMedium, isWide) = (columns >= 78, columns >= 100)
        var plan: [(Kind, Phrase, Int)] = [
            (.number, Phrases.Queue.number, 11), (.applicant, Phrases.Queue.applicant, 0),
        ]
        if isWide || (isWaiting && isMedium) { plan.append((.matter, Phrases.Queue.matter, isWide ? 22 : 16)) }
        if isMedium { plan.append((.region, Words.region, 8)) }
        if isWaiting {
            plan += [(.state, Phrases.Queue.state, 8), (.due, Words.decision, 8)]
            if isMedium { plan.append((.rectify, Words.rectifyColumn, 8)) }
        } else {
            plan += [
                (.people, Words.peoplePick, isWide ? 16 : 8), (.way, Words.way, isMedium ? 16 : 10),
                (.promise, Words.promise, 8),
            ]
            if isMedium { plan.append((.law, Words.law, isWide ? 8 : 6)) }
        }
        let fixed = plan.reduce(0) { $0 + $1.2 }
        let rest = max(6, columns - fixed - plan.count - 1)
        var start = 1
        all = plan.map { kind, title, width in
            let width = kind == .applicant ? rest : width
            defer { start += width + 1 }
            return Column(kind: kind, title: title, start: start, width: width)
        }
    }
}

/// What stands in one row of the board.
private struct InspectionCells {
    private let row: QueueRow
    private let task: InspectionTask?
    private let rectifyBy: CivilDate?
    private let today: CivilDate
    private let desk: Desk

    init(_ rows: InspectionRows, _ place: Int, _ today: CivilDate, _ desk: Desk) {
        self.today = today
        self.desk = desk
        if place < rows.tasks.count {
            (row, task, rectifyBy) = (rows.tasks[place].row, rows.tasks[place].task, nil)
        } else {
            let waiting = rows.waiting[place - rows.tasks.count]
            (row, task, rectifyBy) = (waiting.row, nil, waiting.rectifyBy)
        }
    }

    func cell(_ kind: InspectionColumns.Kind, isNarrow: Bool) -> (String, StyleRole) {
        switch kind {
        case .number: (row.number.text, .text)
        case .applicant: (row.applicant, .text)
        case .matter: ("\(desk.say(row.matter.phrase))·\(desk.say(row.action.phrase))", .dim)
        case .region: (desk.office.region(of: row.window) ?? "", .text)
        case .people: (people(isNarrow), .text)
        case .way: (task.map { "\(desk.say($0.dispatch.mode.short)) \(InspectionText.day(of: $0))" } ?? "", .text)
        case .promise: left(task?.dispatch.promisedBy, isCertain: true)
        case .law:
            left(
                task.flatMap { DispatchReducer.lawfulLast(row.matter, row.action, from: $0.on, desk) },
                isCertain: true)
        case .state: (desk.say(row.state(on: today).phrase), row.state(on: today).role)
        case .due: left(row.due, isCertain: row.dueIsCertain)
        case .rectify: left(rectifyBy, isCertain: true)
        }
    }

    /// All of them, or the first and how many more.
    private func people(_ isNarrow: Bool) -> String {
        let accounts = task?.dispatch.inspectors ?? []
        guard isNarrow, let first = accounts.first, accounts.count > 1 else {
            return InspectionText.people(accounts, desk)
        }
        return "\(desk.office.staff.name(of: first))+\(accounts.count - 1)"
    }

    private func left(_ due: CivilDate?, isCertain: Bool) -> (String, StyleRole) {
        guard due != nil else { return ("", .dim) }
        let left = DaysLeft(due: due, isCertain: isCertain, today: today, desk: desk)
        return (left.text, left.role)
    }
}

package import CaseDomain

/// A part of the working calendar as a CSV file: `date,kind,name`, where the kind is `holiday` or `workday-swap`; in a year
/// whose notice isn't out yet, `holiday-statutory-only`.
///
/// Legal source: the yearly notices of the State Council's General Office on holidays (国务院办公厅关于部分节假日安排的通知).
package struct CalendarFile: Hashable, Sendable {
    package let path: String
    /// In order.
    package let years: [CalendarYear]

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> CalendarFile {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> CalendarFile {
        var rows = CalendarRows(file: file)
        rows.read(text)
        guard rows.diagnostics.isEmpty else { throw DataLoadFailure(rows.diagnostics) }
        let years = Dictionary(grouping: rows.days, by: \.date.year).map { year, days in
            CalendarYear(
                year: year, days: days.sorted { $0.date < $1.date },
                isProvisional: rows.provisionalYears.contains(year), source: file)
        }
        return CalendarFile(path: file, years: years.sorted { $0.year < $1.year })
    }
}

/// Everything that is known about the days of one year.
package struct CalendarYear: Hashable, Sendable {
    package let year: Int
    /// In order.
    package let days: [WorkingCalendar.SpecialDay]
    /// Only the statutory festivals: the notice of the year isn't out.
    package let isProvisional: Bool
    /// The file that says so.
    package let source: String

    /// Whether it says that it is published but lists the festivals that were known before and not one day more. A real
    /// notice moves days: what falls on a weekend is made up for.
    package func isBare(known: CalendarYear?) -> Bool {
        guard let known, known.isProvisional, !isProvisional else { return false }
        return days.map(\.date) == known.days.map(\.date)
    }

    /// The year as a file of its own, which reads back as the same.
    package var text: String {
        let holiday = isProvisional ? CalendarRows.provisional : CalendarRows.holiday
        let lines = days.map { "\($0.date),\($0.isHoliday ? holiday : CalendarRows.swap),\($0.name)" }
        return ([CalendarRows.heading] + lines).map { $0 + "\n" }.joined()
    }
}

/// Reads the rows of a calendar file and keeps every complaint.
private struct CalendarRows {
    static let heading = "date,kind,name"
    static let holiday = "holiday"
    static let provisional = "holiday-statutory-only"
    static let swap = "workday-swap"
    /// A festival's name has two or three characters; what is longer is something else.
    private static let longestName = 20

    let file: String
    private(set) var diagnostics: [ChecklistDiagnostic] = []
    private(set) var days: [WorkingCalendar.SpecialDay] = []
    /// Years with at least one row of that kind.
    private(set) var provisionalYears: Set<Int> = []
    private var publishedYears: Set<Int> = []
    private var lineOf: [CivilDate: Int] = [:]

    init(file: String) { self.file = file }

    mutating func read(_ text: String) {
        // Spreadsheets write a byte order mark and two characters at the end of a line.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.first.map(String.init) != Self.heading {
            report(.badValue, 1, "the first line isn't the heading", hint: Self.heading)
        }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty { row(line, index + 1) }
        if days.isEmpty, diagnostics.isEmpty { report(.badValue, 1, "the calendar is empty") }
    }

    private mutating func row(_ line: Substring, _ number: Int) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 3 else {
            report(.badValue, number, "\(cells.count) cells instead of 3")
            return
        }
        guard let date = CivilDate(cells[0]) else {
            report(.badDate, number, "‘\(cells[0].prefix(20))’ is no day", hint: "YYYY-MM-DD")
            return
        }
        let kind = String(cells[1])
        let kinds = [Self.holiday, Self.swap, Self.provisional]
        guard kinds.contains(kind) else {
            report(
                .unknownTerm, number, "‘\(kind.prefix(30))’ is no kind of day", column: 12,
                hint: Hint.nearest(kind, among: kinds) ?? "known: \(kinds.joined(separator: ", "))")
            return
        }
        let column = 13 + kind.utf8.count
        if cells[2].isEmpty { report(.emptyText, number, "the festival has no name", column: column) }
        if cells[2].count > Self.longestName {
            report(.badValue, number, "the festival's name is too long", column: column)
        }
        if let first = lineOf[date] {
            report(.duplicateKey, number, "\(date) stands twice", hint: "also in line \(first)")
        } else {
            lineOf[date] = number
        }
        if kind == Self.swap, !date.isWeekend {
            report(.badValue, number, "\(date) is worked anyway: no swap", column: 12)
        }
        take(date.year, isProvisional: kind == Self.provisional, number)
        days.append(WorkingCalendar.SpecialDay(date: date, isHoliday: kind != Self.swap, name: String(cells[2])))
    }

    /// A year is either published or not; where both kinds stand, nobody knows which was meant.
    private mutating func take(_ year: Int, isProvisional: Bool, _ number: Int) {
        let other = isProvisional ? publishedYears : provisionalYears
        if other.contains(year) {
            report(.badValue, number, "\(year) is published in one row and provisional in another", column: 12)
        }
        if isProvisional { provisionalYears.insert(year) } else { publishedYears.insert(year) }
    }

    private mutating func report(
        _ code: ChecklistDiagnostic.Code, _ line: Int, _ message: String, column: Int = 1, hint: String? = nil
    ) {
        diagnostics.append(
            ChecklistDiagnostic(file: file, line: line, column: column, code: code, message: message, hint: hint))
    }
}

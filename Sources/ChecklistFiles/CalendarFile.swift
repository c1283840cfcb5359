package import CaseDomain

/// The working calendar as a CSV file: `date,kind,name`, where the kind is `holiday` or `workday-swap`.
///
/// Legal source: the yearly notices of the State Council's General Office on holidays (国务院办公厅关于部分节假日安排的通知).
package enum CalendarFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> WorkingCalendar {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> WorkingCalendar {
        var diagnostics: [ChecklistDiagnostic] = []
        var days: [WorkingCalendar.SpecialDay] = []
        var seen: Set<CivilDate> = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func report(_ code: ChecklistDiagnostic.Code, _ line: Int, _ message: String, _ hint: String? = nil) {
            diagnostics.append(
                ChecklistDiagnostic(file: file, line: line, column: 1, code: code, message: message, hint: hint))
        }
        if lines.first != "date,kind,name" {
            report(.badValue, 1, "the first line isn't the heading", "date,kind,name")
        }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 3 else {
                report(.badValue, index + 1, "\(cells.count) cells instead of 3")
                continue
            }
            guard let date = CivilDate(cells[0]) else {
                report(.badDate, index + 1, "‘\(cells[0])’ is no day", "YYYY-MM-DD")
                continue
            }
            guard cells[1] == "holiday" || cells[1] == "workday-swap" else {
                report(.unknownTerm, index + 1, "‘\(cells[1])’ is no kind of day", "holiday or workday-swap")
                continue
            }
            if cells[2].isEmpty { report(.emptyText, index + 1, "the festival has no name") }
            if !seen.insert(date).inserted { report(.duplicateKey, index + 1, "\(date) stands twice") }
            let isHoliday = cells[1] == "holiday"
            if !isHoliday, !date.isWeekend { report(.badValue, index + 1, "\(date) is worked anyway: no swap") }
            days.append(WorkingCalendar.SpecialDay(date: date, isHoliday: isHoliday, name: String(cells[2])))
        }
        if days.isEmpty, diagnostics.isEmpty { report(.badValue, 1, "the calendar is empty") }
        guard diagnostics.isEmpty else { throw DataLoadFailure(diagnostics) }
        // A year is complete as soon as it has days at all: the notice of a year is published as a whole.
        return WorkingCalendar(days: days, years: Set(days.map(\.date.year)))
    }
}

package import CaseDomain

/// All calendar files that this program goes by: those of the data folder, and above them those that somebody imported.
package struct CalendarShelf: Hashable, Sendable {
    /// In order, one for each year.
    package let years: [CalendarYear]

    /// - Parameters:
    ///   - folder: the built-in calendars.
    ///   - imported: the folder of the imported ones; nil, or one that isn't there, for none. A year in it takes the place
    ///     of the built-in one as a whole.
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of the files.
    package static func read(_ folder: String, imported: String?) throws(DataLoadFailure) -> CalendarShelf {
        var failures: [ChecklistDiagnostic] = []
        var years: [Int: CalendarYear] = [:]
        var places = [folder]
        if let imported, DataText.isFolder(imported) { places.append(imported) }
        for place in places {
            var own: [Int: CalendarYear] = [:]
            for path in try DataText.files(in: place, ending: ".csv")
            where DataText.name(of: path).hasPrefix("holidays-") {
                let file = ChecklistLint.attempt(
                    &failures, { () throws(DataLoadFailure) in try CalendarFile.read(path) })
                for year in file?.years ?? [] {
                    if let other = own[year.year], other.isProvisional == year.isProvisional {
                        failures.append(
                            ChecklistDiagnostic(
                                file: path, code: .overlap,
                                message: "\(year.year) stands in \(DataText.name(of: other.source)) as well"))
                    }
                    // A published year stays in force over what was known of it before.
                    if own[year.year].map({ $0.isProvisional || !year.isProvisional }) ?? true { own[year.year] = year }
                }
            }
            years.merge(own) { $1 }
        }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return CalendarShelf(years: years.values.sorted { $0.year < $1.year })
    }

    package var calendar: WorkingCalendar {
        let published = years.filter { !$0.isProvisional }.map(\.year)
        let provisional = years.filter(\.isProvisional).map(\.year)
        return WorkingCalendar(
            days: years.flatMap(\.days), years: Set(published), provisionalYears: Set(provisional))
    }

    package func year(_ number: Int) -> CalendarYear? { years.first { $0.year == number } }
}

/// What has to be a day off in any year, whatever its notice says: a file without them is a piece of a year.
///
/// Legal source: 《全国年节及纪念日放假办法》第二条, as the data folder has it.
package struct StatutoryDays: Hashable, Sendable {
    private let days: [Day]

    private struct Day: Hashable {
        /// `MM-DD`.
        let monthDay: String
        let name: String
    }

    /// - Throws: `DataLoadFailure` where the file can't be read or a line isn't `MM-DD,name`.
    package static func read(_ path: String) throws(DataLoadFailure) -> StatutoryDays {
        let lines = try DataText.read(path).split(whereSeparator: \.isNewline)
        var failures: [ChecklistDiagnostic] = []
        var days: [Day] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let cells = line.split(separator: ",")
            // Any leap year will do to tell whether there is such a day.
            guard cells.count == 2, CivilDate("2024-\(cells[0])") != nil else {
                failures.append(
                    ChecklistDiagnostic(
                        file: path, line: index + 1, column: 1, code: .badDate, message: "no day of a year",
                        hint: "MM-DD,name"))
                continue
            }
            days.append(Day(monthDay: String(cells[0]), name: String(cells[1])))
        }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return StatutoryDays(days: days)
    }

    /// The days that a year lacks, with their names; empty for a year that may be whole.
    ///
    /// - Parameter known: what was known of the year before its notice, whose festivals it has to have as well.
    package func missing(from year: CalendarYear, known: CalendarYear?) -> [WorkingCalendar.SpecialDay] {
        let fixed = days.compactMap { day in
            CivilDate("\(year.year)-\(day.monthDay)").map {
                WorkingCalendar.SpecialDay(date: $0, isHoliday: true, name: day.name)
            }
        }
        let festivals = known?.isProvisional == true ? known?.days ?? [] : []
        let off = Set(year.days.filter(\.isHoliday).map(\.date))
        var seen: Set<CivilDate> = []
        return (fixed + festivals).filter { !off.contains($0.date) && seen.insert($0.date).inserted }
            .sorted { $0.date < $1.date }
    }
}

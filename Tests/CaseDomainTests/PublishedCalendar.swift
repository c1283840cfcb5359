import CaseDomain

/// The calendar of 2024 to 2026, as the State Council's yearly notices fix it.
enum PublishedCalendar {
    private static let holidays = [
        ("2024-01-01", 1), ("2024-02-10", 8), ("2024-04-04", 3), ("2024-05-01", 5), ("2024-06-10", 1),
        ("2024-09-15", 3), ("2024-10-01", 7), ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3),
        ("2025-05-01", 5), ("2025-05-31", 3), ("2025-10-01", 8), ("2026-01-01", 3), ("2026-02-15", 9),
        ("2026-04-04", 3), ("2026-05-01", 5), ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
    ]
    private static let makeUpDays = [
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
        "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
        "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]

    static let calendar: WorkingCalendar = {
        var days: [WorkingCalendar.SpecialDay] = []
        for (start, count) in holidays {
            guard let first = CivilDate(start) else { continue }
            days += (0..<count).map {
                WorkingCalendar.SpecialDay(date: first.adding(days: $0), isHoliday: true, name: "假")
            }
        }
        days += makeUpDays.compactMap { CivilDate($0) }
            .map { WorkingCalendar.SpecialDay(date: $0, isHoliday: false, name: "班") }
        return WorkingCalendar(days: days, years: [2024, 2025, 2026])
    }()
}

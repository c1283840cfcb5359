package import CaseDomain

/// What a store knows of its cases as figures. One source for the board, the reports and the commands.
package protocol FigureStoring: Sendable {
    /// How the work stands, by window and clerk.
    ///
    /// - Parameters:
    ///   - today: the day that "due", "overdue" and "today" are reckoned on.
    ///   - idleSince: the day before which a case was changed last that counts as idle.
    func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard

    /// What was counted in a period.
    func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet

    /// The cases behind a figure, in the order of receipt.
    ///
    /// - Parameters:
    ///   - query: the period and whose cases; its grouping doesn't matter.
    ///   - key: of the last case that the caller has; nil for the first.
    func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow]
}

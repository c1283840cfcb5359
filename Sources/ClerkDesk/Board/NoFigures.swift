package import CaseDomain
package import CaseStore

/// A desk whose store counts nothing.
package struct NoFigures: FigureStoring {
    package init() {}

    package func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard {
        DayBoard(today: today, rows: [])
    }

    package func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet {
        FigureSheet(query: query, rows: [], defects: [])
    }

    package func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] { [] }
}

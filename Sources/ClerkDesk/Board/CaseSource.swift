package import CaseDomain
package import CaseStore

/// Where the cases of a list of the supervisor come from.
package indirect enum CaseSource: Hashable, Sendable {
    case queue(QueueQuery)
    /// The cases behind a number of the day board, behind a figure, and those whose notices name a defect.
    case board(BoardQuery)
    case measured([Measure], FigureQuery)
    case defect(FigureSheet.DefectCount, FigureQuery)
    /// 待放行: those of another source whose next notice waits for a supervisor's release, because of late findings or
    /// because it is of this round or a later one. No column of a row tells it, so each case is looked into.
    case awaitingRelease(CaseSource, fromRound: Int)
}

/// Some cases of a source, and where the next ones begin.
package struct CaseStretch: Hashable, Sendable {
    package let rows: [QueueRow]
    /// The last case that was looked at, whether it belongs to the list or not.
    package let last: QueueRow?
    package let hasLater: Bool
}

extension CaseFile {
    /// Whether the next notice waits for a supervisor's release.
    ///
    /// - Parameter refused: the round from which none leaves without one.
    package func awaitsRelease(fromRound refused: Int) -> Bool {
        guard phase == .checking else { return false }
        let next = round + 1
        if record.lateFinding(round: next) != nil, !record.isReleased(.lateFinding, round: next) { return true }
        return next >= refused && !record.isReleased(.round, round: next)
    }
}

extension CaseSource {
    /// More are looked into in one go than anybody reads, and no more than a moment allows.
    private static let mostLookedInto = 1500
    private static let step = 200

    /// - Parameter last: the last case that the stretch before this one looked at; nil for the first.
    func stretch(
        after last: QueueRow?, limit: Int, from store: any DeskStoring, _ figures: any FigureStoring
    ) throws(StoreError) -> CaseStretch {
        // One more than is wanted tells whether there are any more.
        let (key, most) = (last?.key, limit + 1)
        switch self {
        case .queue(let query):
            let page = try store.queue(query, from: last.map { .after($0) } ?? .first, limit: limit)
            return CaseStretch(rows: page.rows, last: page.rows.last ?? last, hasLater: page.hasLater)
        case .board(let query):
            return Self.cut(try figures.cases(on: query, after: last, limit: most), last, limit)
        case .measured(let measures, let query):
            return Self.cut(try figures.cases(measured: measures, in: query, after: key, limit: most), last, limit)
        case .defect(let defect, let query):
            return Self.cut(try figures.cases(with: defect, in: query, after: key, limit: most), last, limit)
        case .awaitingRelease(let source, let round):
            return try Self.awaitingRelease(round, source, after: last, limit, store, figures)
        }
    }

    private static func cut(_ rows: [QueueRow], _ last: QueueRow?, _ limit: Int) -> CaseStretch {
        let shown = Array(rows.prefix(limit))
        return CaseStretch(rows: shown, last: shown.last ?? last, hasLater: rows.count > limit)
    }

    private static func awaitingRelease(
        _ round: Int, _ source: CaseSource, after last: QueueRow?, _ limit: Int, _ store: any DeskStoring,
        _ figures: any FigureStoring
    ) throws(StoreError) -> CaseStretch {
        var found: [QueueRow] = []
        var (last, looked) = (last, 0)
        while looked < mostLookedInto {
            let part = try source.stretch(after: last, limit: step, from: store, figures)
            for row in part.rows {
                if found.count == limit { return CaseStretch(rows: found, last: last, hasLater: true) }
                if try file(row, in: store)?.awaitsRelease(fromRound: round) == true { found.append(row) }
                last = row
            }
            looked += part.rows.count
            guard part.hasLater, !part.rows.isEmpty else {
                return CaseStretch(rows: found, last: last, hasLater: false)
            }
        }
        return CaseStretch(rows: found, last: last, hasLater: true)
    }

    /// - Returns: nil where the case is gone, or its retention is over.
    private static func file(_ row: QueueRow, in store: any DeskStoring) throws(StoreError) -> CaseFile? {
        do throws(StoreError) {
            return try store.load(row.number)
        } catch .erased {
            return nil
        }
    }
}

package import CaseDomain
package import CaseStore

/// Where the cases of a list of the supervisor come from.
package indirect enum CaseSource: Hashable, Sendable {
    case queue(QueueQuery)
    /// The cases behind a figure.
    case measured([Measure], FigureQuery)
    /// Those of another source that a look into the case itself finds.
    case sifted(CaseSource, CaseSieve)
}

/// What a case is looked into for, where no column of a row tells it.
package enum CaseSieve: Hashable, Sendable {
    /// 待放行: the next notice waits for a supervisor's release, because of late findings or because it is of this round or
    /// a later one.
    case awaitingRelease(fromRound: Int)
    /// 停滞: nothing has happened since before this day.
    case idle(since: CivilDate)
    /// A notice of these days names the defect.
    case defect(Material?, String, in: ClosedRange<CivilDate>)

    package func passes(_ file: CaseFile) -> Bool {
        switch self {
        case .awaitingRelease(let refused): Self.awaitsRelease(file, refused)
        case .idle(let day): file.lastChange.at.date < day
        case .defect(let material, let defect, let days):
            file.notices.contains { notice in
                days.contains(notice.issuedAt.date)
                    && notice.items.contains { $0.material == material && $0.defects?.contains(defect) == true }
            }
        }
    }

    private static func awaitsRelease(_ file: CaseFile, _ refused: Int) -> Bool {
        guard file.phase == .checking else { return false }
        let round = file.round + 1
        let record = file.record
        if record.lateFinding(round: round) != nil, !record.isReleased(.lateFinding, round: round) { return true }
        return round >= refused && !record.isReleased(.round, round: round)
    }
}

/// Some cases of a source, and where the next ones begin.
package struct CaseStretch: Hashable, Sendable {
    package let rows: [QueueRow]
    /// The last case that was looked at, whether it belongs to the list or not.
    package let last: QueueRow?
    package let hasLater: Bool
}

extension CaseSource {
    /// More are looked into in one go than anybody reads, and no more than a moment allows.
    private static let mostLookedInto = 1500
    private static let step = 200

    /// - Parameter last: the last case that the stretch before this one looked at; nil for the first.
    func stretch(
        after last: QueueRow?, limit: Int, from store: any DeskStoring, _ figures: any FigureStoring
    ) throws(StoreError) -> CaseStretch {
        switch self {
        case .queue(let query):
            let page = try store.queue(query, from: last.map { .after($0) } ?? .first, limit: limit)
            return CaseStretch(rows: page.rows, last: page.rows.last ?? last, hasLater: page.hasLater)
        case .measured(let measures, let query):
            let rows = try figures.cases(measured: measures, in: query, after: last?.key, limit: limit + 1)
            let shown = Array(rows.prefix(limit))
            return CaseStretch(rows: shown, last: shown.last ?? last, hasLater: rows.count > limit)
        case .sifted(let source, let sieve):
            var found: [QueueRow] = []
            var (last, looked) = (last, 0)
            while looked < Self.mostLookedInto {
                let part = try source.stretch(after: last, limit: Self.step, from: store, figures)
                for row in part.rows {
                    if found.count == limit { return CaseStretch(rows: found, last: last, hasLater: true) }
                    if try Self.passes(row, sieve, in: store) { found.append(row) }
                    last = row
                }
                looked += part.rows.count
                guard part.hasLater, !part.rows.isEmpty else {
                    return CaseStretch(rows: found, last: last, hasLater: false)
                }
            }
            return CaseStretch(rows: found, last: last, hasLater: true)
        }
    }

    private static func passes(
        _ row: QueueRow, _ sieve: CaseSieve, in store: any DeskStoring
    ) throws(StoreError) -> Bool {
        do throws(StoreError) {
            return try store.load(row.number).map(sieve.passes) ?? false
        } catch .erased {
            return false
        }
    }
}

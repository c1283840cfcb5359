import CaseDomain
import CaseStore
import TextLayout

/// Random work on a store, beside a plain model of what its queue must then show.
///
/// The model spells order and filters out once more, as slowly as can be, so that a store can't be wrong in the same way.
struct QueueTrial {
    private let store: any CaseStoring
    private var random: Dice
    /// In the order of receipt.
    private var files: [CaseFile] = []
    private var keys: [Int64] = []
    /// What the queue has to show of the files.
    private var lines: [QueueRow] = []
    /// Rows as they once were, for anchors that have moved since.
    private var stale: [QueueRow] = []
    private var step = 0
    private var documents = 0

    init(store: any CaseStoring, seed: UInt64) {
        self.store = store
        random = Dice(seed: seed)
    }

    mutating func run() throws {
        for _ in 0..<2 {
            try work(steps: 50)
            let queries = queries()
            for query in queries { try check(query) }
            try expect(
                try store.counts(queries) == queries.map { try expected($0).count }, "queries are counted together")
        }
    }

    private static let scopes = [
        RunOutScope(matter: .smallCatering, action: nil, receivedBefore: StoreSamples.today.adding(days: -1)),
        RunOutScope(matter: .foodOperationLicence, action: .new, receivedBefore: StoreSamples.today.adding(days: -6)),
        RunOutScope(matter: .smallWorkshop, action: .renewal, receivedBefore: StoreSamples.today),
    ]

    // MARK: Work

    mutating func work(steps: Int) throws {
        for _ in 0..<steps {
            step += 1
            if files.count < 12 || Int.random(in: 0..<3, using: &random) == 0 {
                try receive()
            } else {
                try change(Int.random(in: files.indices, using: &random))
            }
        }
        try learnKeys()
    }

    private mutating func receive() throws {
        let receipts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            StoreSamples.receipt(
                name: pick(StoreSamples.names), phone: pick(["13812345678", "13987654321", nil, "0830-22\u{0}3344"]),
                uscc: pick([nil, "92510504MA6abcde1X", "91510504MA66666666"]), external: pick([nil, "川食-77", ""]),
                matter: pick(Matter.allCases),
                at: Moment(StoreSamples.today.adding(days: -pick([0, 1, 2, 5, 7, 400])), seconds: 36_000),
                area: Double(pick([0, 1, 2, 5, 7, 99])), window: pick(["A01", "A02", "B"]))
        }
        let stamp = StoreSamples.stamp(step, by: pick(["zhang", "li", "wang"]))
        if receipts.count == 1 {
            files.append(try store.receive(receipts[0], stamp: stamp))
        } else {
            for (number, receipt) in zip(try store.receive(receipts, stamp: stamp), receipts) {
                let event = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
                guard let file = CaseFile(number: number, first: event) else { continue }
                files.append(file)
            }
        }
    }

    private mutating func change(_ place: Int) throws {
        var file = files[place]
        let stamp = StoreSamples.stamp(step, by: pick(["zhang", "li"]))
        let open: [CaseEvent.Payload] = [
            .particularsChanged(
                particulars: StoreSamples.particulars(
                    name: pick(StoreSamples.names), phone: pick([nil, "13700001111"]), matter: pick(Matter.allCases),
                    at: file.particulars.receivedAt, area: Double(pick([0, 1, 7, 99])))),
            .accepted(
                acceptance: Acceptance(
                    on: StoreSamples.today.adding(days: -pick([0, 20, 30])), gaps: pick([[], [.layoutPlan]]))),
            .withdrawn(reason: "改期"), .identityRevealed, .correctionReceived(materials: [.layoutPlan]),
            .routed(route: RouteTaken(to: "township", basis: LegalSource(citation: "《食品安全法》", verified: false))),
        ]
        let later: [LifeEvent] = [
            .waived(waiver: InspectionWaiver(reason: "补办", basis: LegalSource(citation: "《办法》", verified: false))),
            .reviewed(review: CaseReview(proposesApproval: true, words: "同意")), .sentBack(reason: "再核"),
            .decided(
                decision: Decision(
                    outcome: pick(Decision.Outcome.allCases), on: StoreSamples.today, reviewedBy: ClerkID("li"),
                    decidedBy: ClerkID("wang"), level: 1, reason: "")),
            .licensed(
                licence: IssuedLicence(
                    number: "JY1", issuedOn: StoreSamples.today, expiresOn: nil, isElectronic: true)),
            .delivered(delivery: Delivery(mode: .window, on: StoreSamples.today)),
            .archived(archiving: Archiving(reference: "档1")),
        ]
        if file.phase == .checking, file.round == 0, Bool.random(using: &random) {
            documents += 1
            let notice = StoreSamples.notice(documents, round: 1, days: pick([-3, 0, 10]))
            files[place] = try store.issueNotice(
                for: file.number, expecting: file.revision, series: "s\(documents)", stamp: stamp
            ) { _ in notice }
            file.apply(CaseEvent(stamp: stamp, payload: .noticeIssued(notice: notice)))
        } else {
            let isLater = file.acceptance != nil && Int.random(in: 0..<3, using: &random) > 0
            let choices = isLater ? later.map { .life(event: $0) } : open
            let payloads = (0..<Int.random(in: 1...2, using: &random)).map { _ in pick(choices) }
            files[place] = try store.append(payloads, to: file.number, expecting: file.revision, stamp: stamp)
            for payload in payloads { file.apply(CaseEvent(stamp: stamp, payload: payload)) }
        }
        try expect(file == files[place], "what a write returns is the folded case")
    }

    /// Keys are the store's business; that they rise with the receipts isn't.
    private mutating func learnKeys() throws {
        let rows = try store.queue(StoreSamples.query(sort: .number), from: .first, limit: files.count + 1).rows
        try expect(rows.count == files.count, "every case has one line")
        stale += rows.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
        var known: [String: Int64] = [:]
        for row in rows { known[row.number.text] = row.key }
        keys = files.compactMap { known[$0.number.text] }
        try expect(keys.count == files.count, "every line is a case's")
        try expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "keys rise with the receipts")
        lines = zip(files, keys).map { StoreSamples.projection.row(of: $0, key: $1) }
    }

    // MARK: What must be seen

    /// Every order of every view, with some searches.
    mutating func queries() -> [QueueQuery] {
        let filters: [QueueFilter] =
            [
                .all, .open, .overdue, .dueToday, .runOut(Self.scopes), .runOut([]), .supervised(fromRound: 1),
                .supervised(fromRound: 2), .correctionDue(through: StoreSamples.query().today),
                .correctionDue(through: StoreSamples.query().today.adding(days: 9)), .waiting, .returned, .gapsAgeing,
                .inProgress, .afterDecision,
            ]
            + CaseState.allCases.map { .state($0) }
        var queries: [QueueQuery] = []
        for filter in filters {
            for sort in QueueSort.allCases {
                for descending in [false, true] {
                    queries.append(StoreSamples.query(filter: filter, sort: sort, descending: descending))
                }
            }
        }
        for place in 0..<120 {
            queries.append(
                StoreSamples.query(
                    filter: pick(filters + [.all, .all, .all, .open]), scope: someScope(),
                    search: place < 30 ? "" : someSearch(), sort: pick(QueueSort.allCases),
                    descending: Bool.random(using: &random)))
        }
        return queries
    }

    private mutating func someScope() -> QueueScope {
        QueueScope(
            clerk: pick([nil, nil, nil, "zhang", "li", "nobody"]).map { ClerkID($0) },
            windows: pick([[], [], [], ["A01"], ["A02", "B"], ["Z"]]))
    }

    private mutating func someSearch() -> String {
        if Int.random(in: 0..<3, using: &random) == 0 { return someSound() }
        if Int.random(in: 0..<6, using: &random) == 0 { return someBeginning() }
        guard Int.random(in: 0..<6, using: &random) > 0 else {
            return pick(["羊", "羊汤", "%", "\"", "*", "'", "2026", "1", "138", "没有的", "a*", "\u{7}", "MA6", "77", "X"])
        }
        let text = Array(pick(fields(pick(files))).unicodeScalars)
        guard !text.isEmpty else { return "羊" }
        let start = Int.random(in: text.indices, using: &random)
        let end = min(start + Int.random(in: 1...6, using: &random), text.count)
        return String(String.UnicodeScalarView(text[start..<end]))
    }

    /// The beginning of a number, or two words of a name with a blank between them.
    private mutating func someBeginning() -> String {
        guard Bool.random(using: &random) else {
            let number = pick(files).number.text
            return String(number.prefix(Int.random(in: 4...number.count, using: &random)))
        }
        let name = Array(pick(files).particulars.applicant.name)
        guard name.count > 1 else { return "羊 汤" }
        let seam = Int.random(in: 1..<name.count, using: &random)
        return String(name[..<seam].suffix(3)) + " " + String(name[seam...].prefix(3))
    }

    /// What somebody types who heard a part of a name.
    private mutating func someSound() -> String {
        let name = Array(pick(files).particulars.applicant.name.unicodeScalars)
        guard !name.isEmpty else { return "yt" }
        let start = Int.random(in: name.indices, using: &random)
        var typed = ""
        for scalar in name[start..<min(start + Int.random(in: 1...5, using: &random), name.count)] {
            let readings = Pinyin.readings(of: scalar)
            guard !readings.isEmpty else {
                typed.unicodeScalars.append(scalar)
                continue
            }
            let reading = pick(readings)
            let length = pick([1, 1, reading.count, reading.count, min(2, reading.count)])
            typed += String(decoding: reading.prefix(length), as: UTF8.self) + pick(["", "", "", " "])
            if Int.random(in: 0..<6, using: &random) == 0 { typed.unicodeScalars.append(scalar) }
        }
        return Bool.random(using: &random) ? typed : typed.uppercased()
    }

    private func fields(_ file: CaseFile) -> [String] {
        let applicant = file.particulars.applicant
        return [applicant.name, file.number.text, file.particulars.externalNumber, applicant.phone, applicant.uscc]
            .compactMap(\.self)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    func expected(_ query: QueueQuery) throws -> [QueueRow] {
        let needle = Array(SearchText.needle(query.search).unicodeScalars)
        let joined = needle.filter { $0 != " " }
        let ear = PinyinMatch(query.search)
        return lines.filter { row in
            admits(row, query)
                && (needle.isEmpty || isFound(row, needle) || isFound(row, joined) || ear.matches(row.applicant))
        }
        .sorted { isBefore($0, $1, query) }
    }

    private func admits(_ row: QueueRow, _ query: QueueQuery) -> Bool {
        guard row.clerk == query.scope.clerk ?? row.clerk else { return false }
        guard query.scope.windows.isEmpty || query.scope.windows.contains(row.window) else { return false }
        let state = row.state(on: query.today)
        return switch query.filter {
        case .all: true
        case .open: isOpen(state)
        case .state(let wanted): state == wanted
        case .overdue: isUndecided(state) && (row.due ?? query.today) < query.today
        case .dueToday: isUndecided(state) && row.due == query.today
        case .correctionDue(let last):
            state == .awaitingCorrection && (row.due ?? last.adding(days: 1)) < last.adding(days: 1)
        case .supervised(let round): isOpen(state) && row.round >= round
        case .waiting: state == .checking || state == .deemedAccepted
        case .returned: (state == .checking || state == .deemedAccepted) && row.round > 0
        // Owed until it is here or the case is decided, however far it has come.
        case .gapsAgeing: row.owed != nil
        case .inProgress: isInProgress(state)
        case .afterDecision: state == .approved || state == .licensed
        case .runOut(let scopes):
            isOpen(state)
                && scopes.contains { scope in
                    row.matter == scope.matter && (scope.action == nil || scope.action == row.action)
                        && row.received.date < scope.receivedBefore
                }
        }
    }

    private func isOpen(_ state: CaseState) -> Bool {
        [.checking, .deemedAccepted, .awaitingCorrection].contains(state)
    }

    private func isInProgress(_ state: CaseState) -> Bool {
        [.accepted, .acceptedWithGaps, .inspecting, .rectifying, .inspected, .reviewed].contains(state)
    }

    private func isUndecided(_ state: CaseState) -> Bool { isOpen(state) || isInProgress(state) }

    private func isFound(_ row: QueueRow, _ needle: [Unicode.Scalar]) -> Bool {
        [row.applicant, row.number.text, row.externalNumber, row.phone, row.uscc].contains { field in
            guard let field else { return false }
            // Blanks at the ends of a field count, so they are kept from being trimmed.
            let text = Array(SearchText.needle("|" + field + "|").unicodeScalars.dropFirst().dropLast())
            guard text.count >= needle.count else { return false }
            return (0...(text.count - needle.count)).contains { text[$0...].starts(with: needle) }
        }
    }

    private func isBefore(_ left: QueueRow, _ right: QueueRow, _ query: QueueQuery) -> Bool {
        let (leftDay, rightDay) = (day(left, query), day(right, query))
        if query.sort == .due, leftDay == nil, rightDay != nil { return false }
        if query.sort == .due, leftDay != nil, rightDay == nil { return true }
        let (low, high) = query.descending ? (right, left) : (left, right)
        let (first, second) = (place(low, query), place(high, query))
        return first == second ? low.key < high.key : first.lexicographicallyPrecedes(second)
    }

    private func day(_ row: QueueRow, _ query: QueueQuery) -> CivilDate? {
        query.filter == .gapsAgeing ? row.owed : row.due
    }

    private func place(_ row: QueueRow, _ query: QueueQuery) -> [Int] {
        let due = (query.sort == .due ? day(row, query) : row.due)?.dayNumber ?? .max
        return switch query.sort {
        case .due: [due]
        case .number: row.number.text.utf8.map { Int($0) }
        case .applicant: row.applicant.utf8.map { Int($0) }
        case .matter: [Matter.allCases.firstIndex(of: row.matter) ?? -1]
        case .state: [row.state.rawValue, due]
        case .round: [row.round]
        case .window: row.window.utf8.map { Int($0) }
        case .clerk: row.clerk.text.utf8.map { Int($0) }
        case .received: [Int(row.received.secondsSince1970)]
        }
    }

    // MARK: Checking

    private mutating func check(_ query: QueueQuery) throws {
        let rows = try expected(query)
        try expect(try store.count(query) == rows.count, "count of \(query)")
        let limit = Int.random(in: 1...6, using: &random)
        try check(query, .first, 0..<min(limit, rows.count), of: rows, limit)
        try check(query, .last, max(0, rows.count - limit)..<rows.count, of: rows, limit)
        var anchors = stale.isEmpty ? [] : [pick(stale)]
        if !rows.isEmpty { anchors += [pick(rows), pick([rows[0], rows[rows.count - 1]])] }
        for anchor in anchors {
            let before = rows.count { isBefore($0, anchor, query) }
            let through = rows.count { !isBefore(anchor, $0, query) }
            try check(query, .after(anchor), through..<min(through + limit, rows.count), of: rows, limit)
            try check(query, .before(anchor), max(0, before - limit)..<before, of: rows, limit)
            guard let place = keys.firstIndex(of: anchor.key) else { continue }
            let now = lines[place]
            let start = rows.count { isBefore($0, now, query) }
            try check(query, .at(anchor), start..<min(start + limit, rows.count), of: rows, limit)
        }
    }

    private func check(
        _ query: QueueQuery, _ anchor: QueueAnchor, _ range: Range<Int>, of rows: [QueueRow], _ limit: Int
    ) throws {
        let page = try store.queue(query, from: anchor, limit: limit)
        let wanted = QueuePage(
            rows: Array(rows[range]), hasEarlier: range.lowerBound > 0, hasLater: range.upperBound < rows.count)
        try expect(
            page == wanted,
            """
            \(query) from \(anchor), \(limit) rows:
            got \(page.rows.map(\.key)) \(page.hasEarlier) \(page.hasLater)
            not \(wanted.rows.map(\.key)) \(wanted.hasEarlier) \(wanted.hasLater)
            """)
    }
}

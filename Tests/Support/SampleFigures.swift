package import CaseDomain
package import CaseStore

/// Figures that are made up by rule, so that bars and curves have something to show; today's are the store's own.
package struct SampleFigures: FigureStoring {
    private let store: any DeskStoring

    package init(_ store: any DeskStoring) { self.store = store }

    package func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard {
        try store.dayBoard(on: today, idleSince: idleSince)
    }

    package func cases(on board: BoardQuery, after last: QueueRow?, limit: Int) throws(StoreError) -> [QueueRow] {
        try store.cases(on: board, after: last, limit: limit)
    }

    package func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet {
        let keys: [String] =
            switch query.grouping {
            case .none: [""]
            case .window: ["A02", "A03", "A04"]
            case .clerk: ["zhang", "李敏", "王桂芬"]
            case .matter: ["food-operation-licence", "small-workshop", "small-catering"]
            case .month, .day: Self.months(query.days)
            }
        let rows = keys.enumerated().map { place, key in
            var figures: [Measure: Histogram] = [:]
            let all = 40 + place * 7 % 30 + query.days.lowerBound.components.month
            figures[.received] = Histogram([1: all])
            figures[.notified] = Histogram([1: all / 3])
            figures[.notifiedTwice] = Histogram([1: place % 4])
            figures[.notifiedFive] = Histogram(place == 2 ? [1: 1] : [:])
            figures[.answerDays] = Histogram([1: all / 2, 3: all / 4, 5: all / 8])
            figures[.decisionDays] = Histogram([4: all / 2, 9: all / 9])
            figures[.inspectionFirst] = Histogram([1: all / 2])
            figures[.inspectionPassedAtFirst] = Histogram([1: all / 2 - place])
            figures[.inspectedByVideo] = Histogram([1: place])
            return FigureSheet.Row(key: key, figures: figures)
        }
        let defects = [
            FigureSheet.DefectCount(material: .layoutPlan, defect: "area-marked", count: 17),
            FigureSheet.DefectCount(material: .policyIndex, defect: "missing", count: 11),
            FigureSheet.DefectCount(material: .applicationForm, defect: "signed", count: 4),
            FigureSheet.DefectCount(material: nil, defect: "bad-uscc", count: 2),
        ]
        return FigureSheet(query: query, rows: rows, defects: defects)
    }

    private static func months(_ days: ClosedRange<CivilDate>) -> [String] {
        var day = days.lowerBound
        var keys: [String] = []
        while day <= days.upperBound {
            keys.append(String(day.description.prefix(7)))
            day = day.adding(months: 1).date
        }
        return keys
    }

    package func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try all(query, after: key, limit)
    }

    package func cases(
        with defect: FigureSheet.DefectCount, in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try all(query, after: key, limit)
    }

    private func all(
        _ query: FigureQuery, after key: Int64?, _ limit: Int
    ) throws(StoreError) -> [QueueRow] {
        let rows = try store.queue(QueueQuery(sort: .received, today: query.days.upperBound), from: .first, limit: 999)
            .rows
        return Array(rows.filter { query.admits($0) && $0.key > key ?? 0 }.sorted { $0.key < $1.key }.prefix(limit))
    }

    /// A few that use every formula.
    package static let indicators: [Indicator] = {
        let basis = LegalSource(citation: "样例", verified: false)
        let target = { (comparison: Indicator.Target.Comparison, value: Double, yearly: Bool) in
            Indicator.Target(comparison: comparison, value: value, isYearly: yearly)
        }
        return [
            Indicator(
                id: "received", name: "收件量", english: "Cases received", formula: .sum([.received]),
                target: target(.atLeast, 600, true), basis: basis),
            Indicator(
                id: "second-corrections", name: "二次补正率", english: "Second corrections",
                formula: .share([.notifiedTwice], of: [.notified]), target: target(.below, 5, false), basis: basis),
            Indicator(
                id: "five-rounds", name: "五次以上补正", english: "Five rounds or more", formula: .sum([.notifiedFive]),
                target: target(.atMost, 0, false), basis: basis),
            Indicator(
                id: "first-pass", name: "核查一次通过率", english: "Passed at first",
                formula: .share([.inspectionPassedAtFirst], of: [.inspectionFirst]),
                target: target(.atLeast, 90, false), basis: basis),
            Indicator(
                id: "decision-median", name: "办结用时中位数", english: "Days to decide, median",
                formula: .median(.decisionDays), target: nil, basis: basis),
            Indicator(
                id: "decision-ninth", name: "办结用时九分位", english: "Days to decide, 9th decile",
                formula: .ninthDecile(.decisionDays), target: target(.atMost, 10, false), basis: basis),
            Indicator(
                id: "ratings", name: "差评", english: "Bad ratings", formula: .median(.rating), target: nil,
                basis: basis),
        ]
    }()
}

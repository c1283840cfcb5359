import CaseDomain
import Reporting

/// Figures made up for the tests of reports.
enum ReportSamples {
    static let day = CivilDate(dayNumber: 20_777)
    static let made = Moment(day, seconds: 61_200)

    static func sheet(_ grouping: FigureGrouping = .window) -> FigureSheet {
        func row(_ key: String, received: Int, twice: Int, refused: Int, days: [Int: Int]) -> FigureSheet.Row {
            FigureSheet.Row(
                key: key,
                figures: [
                    .received: Histogram([1: received]), .accepted: Histogram([1: received - refused]),
                    .notified: Histogram([1: twice + 5]), .notifiedTwice: Histogram([1: twice]),
                    .refused: Histogram([1: refused]), .approved: Histogram([1: received - refused]),
                    .inspectedOnSite: Histogram([1: 20]), .decisionDays: Histogram(days),
                    .rating: Histogram(refused > 0 ? [5: 9, 2: 2, 1: 1] : [5: 9]),
                ])
        }
        return FigureSheet(
            query: FigureQuery(days: day.adding(days: -29)...day, grouping: grouping),
            rows: [
                row("A02", received: 60, twice: 1, refused: 0, days: [3: 30, 5: 20, 12: 10]),
                row("=A03", received: 50, twice: 4, refused: 2, days: [4: 48]),
            ],
            defects: [
                .init(material: .layoutPlan, defect: "missing", count: 9),
                .init(material: nil, defect: "bad-uscc", count: 2),
            ])
    }

    static let composer = FigureReport(
        office: "示例县行政审批服务局",
        indicators: [
            Indicator(
                id: "second", name: "二次补正率", english: "Second corrections",
                formula: .share([.notifiedTwice], of: [.received]),
                target: .init(comparison: .below, value: 5, isYearly: false),
                basis: LegalSource(citation: "S3", verified: true)),
            Indicator(
                id: "volume", name: "年办理量", english: "Volume", formula: .sum([.received]),
                target: .init(comparison: .atLeast, value: 100_000, isYearly: true),
                basis: LegalSource(citation: "S3", verified: false)),
            Indicator(
                id: "time", name: "办结用时九分位", english: "Decision time", formula: .ninthDecile(.decisionDays),
                target: nil,
                basis: LegalSource(citation: "S4", verified: true)),
            Indicator(
                id: "first", name: "核查一次通过率", english: "First pass",
                formula: .share([.inspectionPassedAtFirst], of: [.inspectionFirst]),
                target: .init(comparison: .atLeast, value: 90, isYearly: false),
                basis: LegalSource(citation: "S1", verified: true)),
        ],
        groupName: { _, key in key }, materialName: { $0?.id ?? "申请事项" }, defectName: { $1 },
        feedbackName: { $0.rawValue })

    static func feedback(_ number: Int, _ kind: FeedbackKind, closed: Bool) -> Feedback? {
        let stamp = EventStamp(at: made, by: ClerkID("li"))
        let opening = FeedbackOpening(kind: kind, words: "等了很久", from: "", window: "A02", number: nil)
        let deeds = [FeedbackDeed.opened(opening: opening)] + (closed ? [.closed(words: "已解释")] : [])
        let events = deeds.enumerated().map { place, deed in
            FeedbackEvent(sequence: place + 1, number: FeedbackNumber(number), deed: deed, stamp: stamp)
        }
        return Feedback(events)
    }

    static func report() -> Report {
        composer.report(.month(of: day), sheet(), before: sheet(.none), whose: "全部", made: made)
    }
}

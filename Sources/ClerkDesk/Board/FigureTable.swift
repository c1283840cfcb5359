import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// The indicators in words: what each comes to, what it is held against, and what its bars are.
struct FigureTable {
    struct Line {
        let indicator: Indicator
        /// Of the period; where two periods stand side by side, of the days before.
        let value: Double?
        /// Of the days since; nil where there is one period alone.
        let after: Double?
        let verdict: Verdict
        /// Twelve months, the oldest first, in tenths of the unit.
        let trend: [Int]
    }

    enum Verdict: Hashable {
        case met, missed
        /// Nothing to measure it on, or nothing to hold it against.
        case none
    }

    struct Bar {
        let key: String
        let label: String
        /// Nil where there was nothing to measure it on.
        let value: Double?
        /// In tenths of the unit.
        let length: Int
        let shown: String
        let tone: ProgressBar.Tone
    }

    let lines: [Line]
    let bars: [Bar]
    /// 高频缺陷, as the bars show them.
    let defects: [FigureSheet.DefectCount]

    private static let mostDefects = 10

    init(_ state: DeskState, _ desk: Desk) {
        let board = state.supervision.figures
        let indicators = desk.rules.indicators()
        guard let answer = board.answer else {
            lines = indicators.map { Line(indicator: $0, value: nil, after: nil, verdict: .none, trend: []) }
            (bars, defects) = ([], [])
            return
        }
        let (first, second) = (answer.first.total, answer.second.total)
        let isComparing = answer.question.isComparing
        let months = FigureBoard.monthKeys(until: answer.question.second.days.upperBound)
        let byMonth = Dictionary(answer.second.rows.map { ($0.key, $0) }) { one, _ in one }
        lines = indicators.map { indicator in
            let value = indicator.value(of: first)
            let after = isComparing ? indicator.value(of: second) : nil
            let days = (isComparing ? answer.question.second : answer.question.first).days
            return Line(
                indicator: indicator, value: value, after: after,
                verdict: Self.verdict(isComparing ? after : value, indicator.target, in: days),
                trend: isComparing ? [] : months.map { Self.tenths(byMonth[$0].flatMap(indicator.value(of:)) ?? 0) })
        }
        let isOnDefects = board.breakdown == .defects && !isComparing
        defects = isOnDefects ? Array(answer.first.defects.prefix(Self.mostDefects)) : []
        guard !isOnDefects else {
            let words = DefectWords(desk.rules.book(), desk.language)
            bars = defects.map { defect in
                Bar(
                    key: "", label: words.text(defect.material, defect.defect), value: Double(defect.count),
                    length: defect.count, shown: String(defect.count), tone: .warn)
            }
            return
        }
        guard indicators.indices.contains(board.selected) else {
            bars = []
            return
        }
        let chosen = lines[board.selected]
        if isComparing {
            let spans = [(Phrases.Board.before, chosen.value), (Phrases.Board.after, chosen.after)]
            bars = spans.map {
                Self.bar("", desk.say($0), $1, chosen.indicator, answer.question.first.days, desk.language)
            }
            return
        }
        let rows: [FigureSheet.Row] =
            board.breakdown == .month
            ? months.map { byMonth[$0] ?? FigureSheet.Row(key: $0, figures: [:]) } : answer.first.rows
        bars = rows.map { row in
            // A month alone is held against a month's share of what is wanted of a year.
            let month = board.breakdown == .month ? Self.days(of: row.key) : nil
            let days = month ?? answer.question.first.days
            let label = Self.label(row.key, board.breakdown, desk)
            return Self.bar(row.key, label, chosen.indicator.value(of: row), chosen.indicator, days, desk.language)
        }
    }

    private static func bar(
        _ key: String, _ label: String, _ value: Double?, _ indicator: Indicator, _ days: ClosedRange<CivilDate>,
        _ language: Language
    ) -> Bar {
        Bar(
            key: key, label: label, value: value, length: tenths(value ?? 0), shown: indicator.text(value, language),
            tone: verdict(value, indicator.target, in: days) == .missed ? .bad : .good)
    }

    /// - Parameter key: `YYYY-MM`.
    static func days(of key: String) -> ClosedRange<CivilDate>? {
        CivilDate("\(key)-01").map { $0...$0.adding(months: 1).date.adding(days: -1) }
    }

    static func label(_ key: String, _ breakdown: FigureBoard.Breakdown, _ desk: Desk) -> String {
        switch breakdown {
        case .clerk: desk.office.staff.name(of: ClerkID(key))
        case .matter: Matter(rawValue: key).map { desk.say($0.shortPhrase) } ?? key
        case .window, .month, .defects: key
        }
    }

    static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

    private static func verdict(
        _ value: Double?, _ target: Indicator.Target?, in days: ClosedRange<CivilDate>
    ) -> Verdict {
        guard let value, let target else { return .none }
        return target.isMet(by: value, in: days) ? .met : .missed
    }
}

extension FigureTable.Verdict {
    var phrase: Phrase {
        switch self {
        case .met: Phrases.Board.met
        case .missed: Phrases.Board.missed
        case .none: Phrases.Board.noVerdict
        }
    }

    var role: StyleRole {
        switch self {
        case .met: .good
        case .missed: .bad
        case .none: .dim
        }
    }
}

extension Indicator {
    /// What stands behind the figure.
    private func unit(_ language: Language) -> String {
        switch formula {
        case .share, .shareOf: "%"
        case .sum: ""
        case .median, .ninthDecile: Phrases.Board.days.text(language)
        }
    }

    func name(_ language: Language) -> String { language == .zh ? name : english }

    /// The figure with its unit, to one decimal place where it has any.
    func text(_ value: Double?, _ language: Language) -> String {
        guard let value else { return "-" }
        let tenths = FigureTable.tenths(abs(value))
        let sign = value < 0 && tenths > 0 ? "-" : ""
        let decimal = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(sign)\(tenths / 10)\(decimal)\(unit(language))"
    }

    /// What it is held against, such as `<5%`.
    func targetText(_ desk: Desk) -> String {
        guard let target else { return "" }
        let sign =
            switch target.comparison {
            case .below: "<"
            case .atMost: "<="
            case .atLeast: ">="
            }
        let yearly = target.isYearly ? desk.say(Phrases.Board.perYear) : ""
        return "\(sign)\(text(target.value, desk.language))\(yearly)"
    }
}

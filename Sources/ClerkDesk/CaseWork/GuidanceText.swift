import CaseDomain
import ChecklistRules

/// 办理要点 in words: what there is to know about a case besides its lines.
enum GuidanceText {
    static func lines(_ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk) -> [String] {
        guard let checklist = sheet.checklist else { return [] }
        let particulars = work.application.particulars
        let span = RenewalText.span(checklist, particulars, desk)
        return [
            section(Phrases.Guidance.warnings, warnings(sheet, checklist, desk), desk),
            section(Phrases.Guidance.renewal, RenewalText.lines(span, checklist, desk), desk),
            section(Phrases.Guidance.advice, advice(checklist, desk), desk),
            section(Phrases.Guidance.eligibility, eligibility(work, desk), desk),
            section(Phrases.Guidance.ways, ways(work, sheet, checklist, desk), desk),
            section(Phrases.Guidance.backwards, RenewalText.ledger(span, desk), desk),
        ].flatMap(\.self)
    }

    private static func section(_ title: Phrase, _ lines: [String], _ desk: Desk) -> [String] {
        lines.isEmpty ? [] : [desk.say(title)] + lines + [""]
    }

    /// - Returns: nil where nothing has to be warned about.
    static func firstWarning(_ sheet: CaseSheet, _ desk: Desk) -> String? {
        guard let checklist = sheet.checklist else { return nil }
        return sheet.evaluation.warnings.first.map { checklist.text(for: $0, desk.language) }
    }

    private static func warnings(_ sheet: CaseSheet, _ checklist: Checklist, _ desk: Desk) -> [String] {
        sheet.evaluation.warnings.map { warning in
            checklist.text(for: warning, desk.language)
                + (checklist.warnings.basis(warning).map { "  " + $0.shown(desk.language) } ?? "")
        }
    }

    private static func advice(_ checklist: Checklist, _ desk: Desk) -> [String] {
        checklist.advice.map {
            "\(desk.language == .zh ? $0.text : $0.english)  \($0.basis.shown(desk.language))"
        }
    }

    private static func eligibility(_ work: CaseWork, _ desk: Desk) -> [String] {
        let particulars = work.application.particulars
        let records = work.file?.ineligibilities ?? []
        let bars = desk.rules.book().counsel.eligibility.bars(for: particulars.matter, particulars.action)
        guard records.isEmpty else {
            let day = particulars.receivedAt.date
            return records.flatMap { record -> [String] in
                let lines = EligibilityReducer.lines(of: record, desk)
                if record.bars(on: day) { return [desk.say(Phrases.Eligibility.stops)] + lines }
                return lines + [desk.say(record.until < day ? Phrases.Eligibility.ended : Phrases.Eligibility.later)]
            }
        }
        guard !bars.isEmpty else { return [] }
        return [desk.say(Phrases.Guidance.noRecord)]
            + bars.map {
                "- \(desk.language == .zh ? $0.question : $0.questionEnglish)  \($0.basis.shown(desk.language))"
            }
    }

    private static func ways(
        _ work: CaseWork, _ sheet: CaseSheet, _ checklist: Checklist, _ desk: Desk
    ) -> [String] {
        Way.allCases.flatMap { way -> [String] in
            let text = WayText(way, desk)
            let names = sheet.sheet.lines.filter { line in
                line.state != .notNeeded && text.standing(line, work, checklist) != .closed
            }.map { line in
                let requirement = checklist.requirements[line.requirement]
                let name = desk.language == .zh ? requirement.name : requirement.english
                return "\(name) - \(text.words(line, work, checklist))"
            }
            let here =
                names.isEmpty
                ? desk.say(Phrases.Guidance.waysNone)
                : desk.say(Phrases.Guidance.waysOf, ["names": names.joined(separator: "; ")])
            return [text.meaning, "  " + here]
        }
    }
}

extension Checklist {
    func text(for warning: Warning, _ language: Language) -> String {
        language == .zh ? text(for: warning) : warnings.english(warning)
    }
}

/// One of the four ways, as a line of a case shows it.
struct WayText {
    private let way: Way
    private let described: FourWays.Description?
    private let ways: FourWays
    private let desk: Desk

    init(_ way: Way, _ desk: Desk) {
        self.way = way
        self.desk = desk
        ways = desk.rules.book().counsel.ways
        described = ways.entries[way]
    }

    var name: String { (desk.language == .zh ? described?.name : described?.english) ?? way.id }

    var meaning: String {
        guard let described else { return name }
        let meaning = desk.language == .zh ? described.meaning : described.meaningEnglish
        return "\(name): \(meaning)  \(described.basis.shown(desk.language))"
    }

    func standing(_ line: ChecklistSheet.Line, _ work: CaseWork, _ checklist: Checklist) -> FourWays.Standing {
        ways.standing(
            of: way, line, checklist.requirements[line.requirement], work.application.particulars.facts, desk.office)
    }

    /// How the way stands for a line, and what is looked up where something is.
    func words(_ line: ChecklistSheet.Line, _ work: CaseWork, _ checklist: Checklist) -> String {
        let name = ways.words(
            for: way, line, checklist.requirements[line.requirement], work.application.particulars.facts, desk.office)
        return desk.language == .zh ? name.chinese : name.english
    }
}

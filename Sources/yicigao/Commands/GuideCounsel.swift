import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk

/// What the guide says besides the materials: the four ways, who may not apply, terms and advice.
struct GuideCounsel {
    let counsel: RuleBook.Counsel
    let office: Office
    let particulars: Particulars
    let checklist: Checklist
    /// Nil where it isn't a renewal, or nobody said when the licence runs out.
    let renewal: RenewalSpan?

    init(_ book: RuleBook, office: Office, particulars: Particulars, checklist: Checklist, expiry: CivilDate?) {
        counsel = book.counsel
        self.office = office
        self.particulars = particulars
        self.checklist = checklist
        renewal = expiry.flatMap { expiry in
            checklist.renewal?.span(before: expiry, calendar: book.calendar)
        }
    }

    private var bars: [EligibilityBar] {
        counsel.eligibility.bars(for: particulars.matter, particulars.action)
    }

    // MARK: Text

    /// The ways of one material, on one line.
    func ways(of line: ChecklistSheet.Line) -> String {
        Way.allCases.map { way in
            let words = counsel.ways.words(
                for: way, line, checklist.requirements[line.requirement], particulars.facts, office)
            return "\(counsel.ways.entries[way]?.name ?? way.id) \(words.chinese)"
        }.joined(separator: "；")
    }

    var lines: [String] {
        var lines: [String] = []
        func section(_ title: String, _ entries: [String]) {
            if !entries.isEmpty { lines += [title] + entries.map { "  - \($0)" } }
        }
        section("延续申请期", renewalLines)
        section("提示", checklist.advice.map { "\($0.text)（\($0.basis.words)）" })
        section(
            "四种办法，不能混用",
            Way.allCases.compactMap { counsel.ways.entries[$0] }.map { "\($0.name)：\($0.meaning)（\($0.basis.words)）" })
        section("要审的资格（有下列情形的不予受理，不是补正）", bars.map { "\($0.question)（\($0.basis.words)）" })
        return lines
    }

    private var renewalLines: [String] {
        guard let term = checklist.renewal else { return [] }
        let unit = term.unit == .workingDays ? "个工作日" : "日（自然日）"
        let opens = term.opens.map { "\($0)\(unit)至" } ?? ""
        let rule = "有效期届满前\(opens)\(term.closes)\(unit)\(term.opens == nil ? "以前" : "之间")申请（\(term.basis.words)）"
        guard let renewal else { return [rule] }
        let doubt = renewal.ledger?.isCertain == false ? "（放假安排未全载入，仅供参考）" : ""
        let first = renewal.first.map { "\($0) 至 " } ?? "不晚于 "
        return [rule, "有效期至 \(renewal.expiry)：\(first)\(renewal.last)\(doubt)"]
    }

    // MARK: JSON

    /// The members `renewal`, `advice`, `ways` and `eligibility` of the guide's object.
    func write(to json: inout JSONText) {
        json.key("renewal")
        if let renewal {
            json.beginObject()
            json.nullable("first", renewal.first?.description)
            json.member("last", renewal.last.description)
            json.member("expiry", renewal.expiry.description)
            json.member("certain", renewal.ledger?.isCertain ?? true)
            json.endObject()
        } else {
            json.null()
        }
        json.key("advice")
        json.beginArray()
        for advice in checklist.advice { object(advice.text, advice.basis, &json) }
        json.endArray()
        json.key("ways")
        json.beginArray()
        for way in Way.allCases {
            guard let entry = counsel.ways.entries[way] else { continue }
            json.beginObject()
            json.member("way", way.id)
            json.member("name", entry.name)
            json.member("text", entry.meaning)
            basis(entry.basis, &json)
            json.endObject()
        }
        json.endArray()
        json.key("eligibility")
        json.beginArray()
        for bar in bars {
            json.beginObject()
            json.member("bar", bar.id)
            json.member("years", bar.years)
            json.member("question", bar.question)
            json.member("consequence", bar.consequence)
            basis(bar.basis, &json)
            json.endObject()
        }
        json.endArray()
    }

    /// The ways that are open for one material, as ids.
    func openWays(of line: ChecklistSheet.Line) -> [String] {
        Way.allCases.filter { way in
            counsel.ways.standing(
                of: way, line, checklist.requirements[line.requirement], particulars.facts, office) != .closed
        }.map(\.id)
    }

    private func object(_ text: String, _ source: LegalSource, _ json: inout JSONText) {
        json.beginObject()
        json.member("text", text)
        basis(source, &json)
        json.endObject()
    }

    private func basis(_ source: LegalSource, _ json: inout JSONText) {
        json.member("basis", source.citation)
        json.member("basisVerified", source.verified)
    }
}

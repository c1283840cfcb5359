import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk

/// The materials of a case that isn't there yet.
struct GuideAnswer {
    let application: Application
    let sheet: ChecklistSheet
    /// Nil where the matter is dealt with elsewhere.
    let checklist: Checklist?
    /// Nil where there is no checklist.
    let counsel: GuideCounsel?
    let services: ServiceAnswer

    private var evaluation: Evaluation { sheet.evaluation }
    private var particulars: Particulars { application.particulars }

    /// Facts that decide about the application as a whole.
    private var openFacts: [DecidingFact] {
        evaluation.undetermined.compactMap { open in
            guard open.material == nil, case .fact(let fact) = open.question else { return nil }
            return fact
        }
    }

    // MARK: Text

    var lines: [String] {
        var lines = [heading]
        if let route = evaluation.route {
            return lines + ["不由本窗口办理：\(route.name)", "  \(route.text)", "  依据：\(route.basis.words)"]
        }
        guard let checklist else { return lines }
        lines += applicationLines(checklist)
        lines += section("要交的材料", numbered: true) { line, rule in
            guard case .needed(let because) = line.need else { return nil }
            return [
                "\(rule.name)（\(rule.copies)）", "为什么要：\(because)",
                "应符合：\(checklist.mustFulfil(rule, in: application))", "依据：\(rule.basis.words)",
            ] + (counsel.map { ["办法：\($0.ways(of: line))"] } ?? [])
        }
        lines += section("看情况") { line, rule in
            guard case .depends(let facts) = line.need else { return nil }
            let questions = facts.isEmpty ? "主体业态" : facts.map(\.words).joined(separator: "、")
            return ["\(rule.name)：取决于“\(questions)”", "依据：\(rule.basis.words)"]
        }
        lines += section("不用交（本机关自行核验）") { line, rule in
            guard case .spared(let because) = line.need else { return nil }
            return ["\(rule.name)：\(because)"]
        }
        lines += section("不需要") { line, rule in
            guard case .notNeeded(let because) = line.need else { return nil }
            return ["\(rule.name)：\(because)"]
        }
        return lines + (counsel?.lines ?? []) + services.lines
    }

    private var heading: String {
        let parts: [String?] = [
            "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))",
            particulars.subject?.phrase.text(.zh),
            particulars.marks.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.applicant.kind.phrase.text(.zh), checklist.map { "清单 \($0.version)" },
        ]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private func applicationLines(_ checklist: Checklist) -> [String] {
        let findings = evaluation.findings.filter { $0.material == nil }.map { finding in
            "注意：\(checklist.text(for: finding, in: application))\(checklist.remedy(for: finding, in: application))"
                + "（\(checklist.basis(for: finding).words)）"
        }
        let facts = openFacts.map { "取决于“\($0.words)”，可能不由本窗口办理" }
        return findings + facts
    }

    private func section(
        _ title: String, numbered: Bool = false,
        _ entry: (ChecklistSheet.Line, Requirement) -> [String]?
    ) -> [String] {
        guard let checklist else { return [] }
        let entries = sheet.lines.compactMap { entry($0, checklist.requirements[$0.requirement]) }
        guard !entries.isEmpty else { return [] }
        return ["\(title)（\(entries.count)项）"]
            + entries.enumerated().flatMap { number, entry in
                entry.enumerated().map { place, text in
                    place > 0 ? "     \(text)" : numbered ? "  \(number + 1)．\(text)" : "  - \(text)"
                }
            }
    }

    // MARK: JSON

    /// One `yicigao.guide/1` object on one line.
    var json: [UInt8] {
        var json = JSONText(capacity: 16 * 1024)
        json.beginObject()
        json.member("format", "yicigao.guide/1")
        json.member("matter", particulars.matter.id)
        json.member("action", particulars.action.id)
        json.nullable("subject", particulars.subject?.id)
        json.member("marks", particulars.marks)
        json.member("items", particulars.items)
        json.member("kind", particulars.applicant.kind.id)
        json.member("on", particulars.receivedAt.date.description)
        json.member(evaluation.checklist)
        write(evaluation.route, to: &json)
        json.key("findings")
        array(evaluation.findings.filter { $0.material == nil }, &json) { finding, json in
            json.member("defect", finding.defect.id)
            json.member("text", checklist?.text(for: finding, in: application) ?? "")
            json.member("remedy", checklist?.remedy(for: finding, in: application) ?? "")
            write(checklist?.basis(for: finding), to: &json)
        }
        json.key("facts")
        json.strings(openFacts.map(\.id))
        list("needed", &json) { line, rule, json in
            guard case .needed(let because) = line.need else { return false }
            begin(rule, &json)
            json.member("copies", rule.copies)
            json.member("because", because)
            json.member("mustFulfil", checklist?.mustFulfil(rule, in: application) ?? "")
            write(rule.basis, to: &json)
            json.key("ways")
            json.strings(counsel?.openWays(of: line) ?? [])
            return true
        }
        list("depends", &json) { line, rule, json in
            guard case .depends(let facts) = line.need else { return false }
            begin(rule, &json)
            json.key("facts")
            json.strings(facts.isEmpty ? ["subject"] : facts.map(\.id))
            json.member("copies", rule.copies)
            json.member("mustFulfil", checklist?.mustFulfil(rule, in: application) ?? "")
            write(rule.basis, to: &json)
            return true
        }
        list("notRequested", &json) { line, rule, json in
            guard case .spared(let because) = line.need else { return false }
            begin(rule, &json)
            json.member("because", because)
            return true
        }
        list("notNeeded", &json) { line, rule, json in
            guard case .notNeeded(let because) = line.need else { return false }
            begin(rule, &json)
            json.member("because", because)
            return true
        }
        if evaluation.route == nil { counsel?.write(to: &json) }
        services.write(to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// - Parameter entry: opens an object and fills it, or leaves the line out.
    private func list(
        _ name: StaticString, _ json: inout JSONText,
        _ entry: (ChecklistSheet.Line, Requirement, inout JSONText) -> Bool
    ) {
        json.key(name)
        json.beginArray()
        if let checklist {
            for line in sheet.lines where entry(line, checklist.requirements[line.requirement], &json) {
                json.endObject()
            }
        }
        json.endArray()
    }

    private func begin(_ rule: Requirement, _ json: inout JSONText) {
        json.beginObject()
        json.member("row", rule.row)
        json.member("material", rule.material.id)
        json.member("name", rule.name)
    }

    private func array<Value>(
        _ values: [Value], _ json: inout JSONText, _ members: (Value, inout JSONText) -> Void
    ) {
        json.beginArray()
        for value in values {
            json.beginObject()
            members(value, &json)
            json.endObject()
        }
        json.endArray()
    }

    private func write(_ basis: LegalSource?, to json: inout JSONText) {
        json.member("basis", basis?.citation ?? "")
        json.member("basisVerified", basis?.verified ?? false)
    }

    private func write(_ route: Route?, to json: inout JSONText) {
        json.key("route")
        guard let route else { return json.null() }
        json.beginObject()
        json.member("to", route.to.id)
        json.member("name", route.name)
        json.member("text", route.text)
        write(route.basis, to: &json)
        json.endObject()
    }
}

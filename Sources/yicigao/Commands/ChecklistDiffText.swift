import CaseDomain
import ChecklistRules
import ClerkDesk

/// The differences of two versions, in lines for policy staff.
enum ChecklistDiffText {
    static func lines(_ pair: ChecklistPair) -> [String] {
        guard let new = pair.new else { return pair.old.map { ["- \(title($0))：已删去"] } ?? [] }
        guard let old = pair.old, let difference = pair.difference else {
            return ["+ \(title(new))：新增，\(new.requirements.count)项材料"]
        }
        let heading =
            pair.isFurther
            ? "+ \(title(new))：新增版本，与 \(old.version) 比较" : "~ \(title(old)) -> \(new.version)"
        let words = ChecklistDiffWords(old: old, new: new)
        return [heading] + difference.entries.flatMap { lines($0, words) }
    }

    private static func title(_ checklist: Checklist) -> String {
        "\(checklist.id)  \(checklist.name)  \(checklist.version)"
    }

    private static func lines(_ entry: ChecklistDifference.Entry, _ words: ChecklistDiffWords) -> [String] {
        let subject = words.subject(entry.subject)
        switch entry.kind {
        case .added: return ["  + \(subject)"] + words.summary(entry.subject, of: words.new).map { "      \($0)" }
        case .removed: return ["  - \(subject)"]
        case .changed(let changes): return ["  ~ \(subject)"] + changes.map { "      \(line($0, entry, words))" }
        }
    }

    private static func line(
        _ change: ChecklistDifference.Change, _ entry: ChecklistDifference.Entry, _ words: ChecklistDiffWords
    ) -> String {
        let aspect = words.aspect(change, of: entry.subject)
        switch (change.old.map(words.value), change.new.map(words.value)) {
        case (let old?, let new?): return "\(aspect)：\(old) -> \(new)"
        case (nil, let new?): return "\(aspect)：新增 \(new)"
        case (let old?, nil): return "\(aspect)：删去 \(old)"
        case (nil, nil): return aspect
        }
    }
}

/// What the parts of a checklist are called when two of them are compared.
struct ChecklistDiffWords {
    let old: Checklist
    let new: Checklist

    func subject(_ subject: ChecklistDifference.Subject) -> String {
        switch subject {
        case .checklist: return "清单"
        case .requirement(let material):
            let requirement = new.requirement(for: material) ?? old.requirement(for: material)
            return requirement.map { "\($0.row)  \($0.name)（\(material.id)）" } ?? material.id
        case .application(let defect): return "申请事项  \(defect.id)"
        }
    }

    /// What is worth knowing of something new.
    func summary(_ subject: ChecklistDifference.Subject, of checklist: Checklist) -> [String] {
        switch subject {
        case .checklist: return []
        case .application(let defect):
            guard let rule = checklist.rule(for: defect) else { return [] }
            return ["何时：\(condition(rule.condition))", "问题：\(rule.words.text)", "依据：\(rule.basis.words)"]
        case .requirement(let material):
            guard let rule = checklist.requirement(for: material) else { return [] }
            let spared = rule.spared.map { ["免提交：\(condition($0.when))"] } ?? []
            let checks = rule.checks.map(\.label).joined(separator: "、")
            return ["份数：\(rule.copies)", "何时要：\(condition(rule.need))"] + spared
                + ["为什么要：\(rule.because)", "依据：\(rule.basis.words)"] + (checks.isEmpty ? [] : ["审查项：\(checks)"])
        }
    }

    func value(_ value: ChecklistDifference.Value) -> String {
        switch value {
        case .text(let text): text.isEmpty ? "（无）" : text
        case .condition(let condition): self.condition(condition)
        case .flag(let flag): flag ? "是" : "否"
        case .source(let source): source.words
        }
    }

    private func condition(_ condition: Condition) -> String {
        condition.words(.zh) { material in
            (new.requirement(for: material) ?? old.requirement(for: material))?.name ?? material.id
        }
    }

    func aspect(_ change: ChecklistDifference.Change, of subject: ChecklistDifference.Subject) -> String {
        let name = aspect(change.aspect)
        guard let check = change.check, change.aspect != .check, case .requirement(let material) = subject else {
            return name
        }
        let rule = old.requirement(for: material)?.checks.first { $0.check == check }
        return "审查项“\(rule?.label ?? check.id)”的\(name)"
    }

    private func aspect(_ aspect: ChecklistDifference.Aspect) -> String {
        switch aspect {
        case .name: "名称"
        case .english: "英文名"
        case .version: "版本"
        case .effective: "施行日"
        case .order: "先后次序"
        case .row: "行号"
        case .copies: "份数与形式"
        case .need: "何时要"
        case .because: "为什么要"
        case .otherwise: "为什么不要"
        case .spared: "何时免提交"
        case .sparedBecause: "免提交的理由"
        case .retrievable: "可由系统核验"
        case .basis: "依据"
        case .missing: "未提交时的告知"
        case .remedy: "怎样补正"
        case .mustFulfil: "应符合"
        case .label: "名称"
        case .problem: "告知的问题"
        case .condition: "何时审查"
        case .onTheSpot: "可当场更正"
        case .check: "审查项"
        }
    }
}

import CaseDomain
import ChecklistRules
import ClerkDesk

// What the commands call things in their plain text. Names of materials and checks are law and stand in the checklists.

extension Outcome {
    var words: String {
        switch self {
        case .accept: "可以受理"
        case .acceptWithGaps: "可以容缺受理"
        case .correct: "需补正"
        case .undetermined: "未审完"
        case .route: "应引导"
        }
    }
}

extension DecidingFact {
    var words: String {
        switch self {
        case .fact(let fact): fact.phrase.text(.zh)
        case .products: "制售的产品类别"
        case .changed: "变更的内容"
        case .area: "经营面积"
        case .licence: "原许可证的有效期"
        }
    }
}

extension LegalSource {
    /// The citation, with a mark where nobody has read it against the law yet.
    var words: String { verified ? citation : citation + "（待核）" }
}

extension ChecklistSheet.State {
    var words: String {
        switch self {
        case .inOrder: "在"
        case .missing: "缺"
        case .defective: "有误"
        case .unjudged: "未审"
        case .spared: "免提交"
        case .tolerated: "容缺"
        case .notNeeded: "不需要"
        case .replaced: "已替代"
        case .offered: "可替代"
        }
    }

    /// As JSON writes it.
    var id: String {
        switch self {
        case .inOrder: "in-order"
        case .missing: "missing"
        case .defective: "defective"
        case .unjudged: "unjudged"
        case .spared: "spared"
        case .tolerated: "tolerated"
        case .notNeeded: "not-needed"
        case .replaced: "replaced"
        case .offered: "offered"
        }
    }
}

extension Judgement.Verdict {
    var words: String {
        switch self {
        case .pass: "符合"
        case .fail: "不符合"
        case .unjudged: "未审"
        }
    }

    /// As JSON writes it.
    var id: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .unjudged: "unjudged"
        }
    }
}

extension Judgement.Origin {
    /// As JSON writes it.
    var id: String {
        switch self {
        case .machine: "machine"
        case .clerk: "clerk"
        case .nobody: "nobody"
        }
    }
}

extension MaterialSource {
    var words: String {
        switch self {
        case .handedIn: "已交"
        case .retrieved: "免提交"
        case .promised: "承诺"
        case .missing: "缺"
        }
    }
}

extension DayLedger.Reason {
    var words: String {
        switch self {
        case .start: "当日不计"
        case .workingDay: "工作日"
        case .weekend: "周末不计"
        case .holiday: "节假日不计"
        case .makeUpDay: "调休上班"
        case .day: "自然日"
        case .month: "满月"
        case .year: "满年"
        case .stopped: "中止不计"
        case .firstDay: "第一天"
        }
    }
}

extension CivilDate {
    /// 周一 … 周日.
    var weekdayWords: String { "周" + ["一", "二", "三", "四", "五", "六", "日"][weekday - 1] }
}

/// What the rules found about a case, in lines for a person.
struct FindingWords {
    /// Nil where the case was routed before any checklist was opened.
    let checklist: Checklist?

    /// The findings and all that goes with them, one a line.
    func lines(_ evaluation: Evaluation, of application: Application) -> [String] {
        var lines: [String] = []
        if let route = evaluation.route {
            lines.append("引导：\(route.name)：\(route.text)（\(route.basis.words)）")
        }
        lines += evaluation.findings.map { line($0, application) }
        lines += evaluation.undetermined.map { "未定：\(name(of: $0.material))：\(question($0))" }
        lines += evaluation.notRequested.map { "免提交：\(name(of: $0.material))" }
        lines += evaluation.warnings.map { "提醒：\(words(for: $0))" }
        return lines
    }

    private func words(for warning: Warning) -> String {
        guard let checklist else { return warning.code.id }
        let basis = checklist.warnings.basis(warning).map { "（\($0.words)）" } ?? ""
        return checklist.text(for: warning) + basis
    }

    func name(of material: Material?) -> String {
        guard let material else { return "申请事项" }
        return checklist?.requirement(for: material)?.name ?? material.id
    }

    private func line(_ finding: Finding, _ application: Application) -> String {
        guard let checklist else { return finding.defect.id }
        let row = checklist.row(for: finding)
        let marks = (finding.isBlocking ? "" : "（容缺）") + (finding.isOnTheSpot ? "（可当场更正）" : "")
        let text = checklist.text(for: finding, in: application)
        let remedy = checklist.remedy(for: finding, in: application)
        let name = "\(row.isEmpty ? "" : "[\(row)] ")\(name(of: finding.material))"
        return "\(name)：\(text)\(marks)补正：\(remedy)（\(checklist.basis(for: finding).words)）"
    }

    private func question(_ open: Undetermined) -> String {
        switch open.question {
        case .presence: "是否已交"
        case .fact(let fact): "需先明确\(fact.words)"
        case .check(let check):
            open.material.flatMap { checklist?.requirement(for: $0) }?.checks.first { $0.check == check }?.label
                ?? check.id
        }
    }
}

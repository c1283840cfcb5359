package import CaseDomain
package import ChecklistRules
package import NoticeComposer

/// 一次性告知单 after a consultation: everything that somebody has to bring for what he says that he wants to do.
///
/// It has no number: there is no case that could keep it.
package enum GuidanceSlip {
    /// - Parameters:
    ///   - application: what was said so far; what wasn't is named as what the list depends on.
    ///   - sheet: the checklist with it.
    /// - Returns: nil where the matter is dealt with elsewhere, or this office makes no such paper out.
    package static func paper(
        for application: Application, _ sheet: ChecklistSheet, _ checklist: Checklist, setting: PaperSetting,
        stamp: EventStamp
    ) -> CasePaper? {
        guard sheet.evaluation.route == nil else { return nil }
        func lines<Value>(_ entry: (Requirement, ChecklistSheet.Need) -> Value?) -> [Value] {
            sheet.lines.compactMap { entry(checklist.requirements[$0.requirement], $0.need) }
        }
        let list = GuidanceList(
            items: lines { rule, need in
                guard case .needed = need else { return nil }
                return GuidanceList.Item(
                    name: rule.name, form: rule.copies, mustFulfil: checklist.mustFulfil(rule, in: application),
                    basis: rule.basis)
            },
            spared: lines { rule, need in if case .spared = need { rule.name } else { nil } },
            depends: lines { rule, need in
                guard case .depends(let facts) = need else { return nil }
                let questions = facts.isEmpty ? [FormFieldID.subject.label] : facts.map(\.phrase)
                let named = questions.map { $0.text(.zh) }.joined(separator: "、")
                return Phrases.Guidance.dependsOn.filled(["name": rule.name, "facts": named]).text(.zh)
            }, particulars: application.particulars)
        return PaperDraft(
            .guidance(list), of: nil, procedure: procedure(application.particulars, checklist), setting: setting,
            stamp: stamp)?.issued(as: nil)
    }

    /// 食品经营许可·新办（餐饮服务经营者，热食类食品制售）.
    private static func procedure(_ particulars: Particulars, _ checklist: Checklist) -> String {
        let details = [
            particulars.subject?.phrase.text(.zh),
            particulars.marks.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
        ].compactMap(\.self).filter { !$0.isEmpty }
        return details.isEmpty ? checklist.name : "\(checklist.name)（\(details.joined(separator: "，"))）"
    }
}

import CaseDomain
import ChecklistRules
import ClerkDesk
import NoticeComposer

extension GuideAnswer {
    /// 一次性告知单 as text: what to bring, in which form, what it must fulfil and where.
    ///
    /// It has no number: there is no case that could keep it.
    /// - Throws: a refusal where the matter is dealt with elsewhere, or this office makes no such paper out.
    func slip(_ installation: Installation, at now: Moment) throws -> [UInt8] {
        if let route = sheet.evaluation.route {
            throw CommandFailure(code: .refused, message: "不由本窗口办理，没有告知单：\(route.text)")
        }
        let content = PaperContent.guidance(
            GuidanceList(
                items: lines { rule, need in
                    guard case .needed = need else { return nil }
                    return GuidanceList.Item(
                        name: rule.name, form: rule.copies,
                        mustFulfil: checklist?.mustFulfil(rule, in: application) ?? "", basis: rule.basis)
                },
                spared: lines { rule, need in if case .spared = need { rule.name } else { nil } },
                depends: lines { rule, need in
                    guard case .depends(let facts) = need else { return nil }
                    let questions = facts.isEmpty ? "主体业态" : facts.map(\.words).joined(separator: "、")
                    return "\(rule.name)（取决于\(questions)）"
                }, particulars: application.particulars))
        let stamp = EventStamp(at: now, by: Account.clerk)
        let setting = try installation.paperSetting([.guidanceSlip])
        guard let draft = PaperDraft(content, of: nil, procedure: procedure, setting: setting, stamp: stamp) else {
            throw CommandFailure(code: .refused, message: "机关文件里没有一次性告知单")
        }
        return Array(draft.issued(as: nil).text.utf8)
    }

    private func lines<Value>(_ entry: (Requirement, ChecklistSheet.Need) -> Value?) -> [Value] {
        guard let checklist else { return [] }
        return sheet.lines.compactMap { entry(checklist.requirements[$0.requirement], $0.need) }
    }

    /// 食品经营许可·新办（餐饮服务经营者，热食类食品制售）.
    private var procedure: String {
        let particulars = application.particulars
        let details = [
            particulars.subject?.phrase.text(.zh),
            particulars.marks.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
        ].compactMap(\.self).filter { !$0.isEmpty }
        let name = checklist?.name ?? ""
        return details.isEmpty ? name : "\(name)（\(details.joined(separator: "，"))）"
    }
}

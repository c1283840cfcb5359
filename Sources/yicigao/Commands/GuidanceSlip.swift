import CaseDomain
import ChecklistRules
import ClerkDesk
import NoticeComposer

extension GuideAnswer {
    /// 一次性告知单 as text: what to bring, in which form, what it must fulfil and where.
    ///
    /// - Throws: a refusal where the matter is dealt with elsewhere, or this office makes no such paper out.
    func slip(_ installation: Installation, at now: Moment) throws -> [UInt8] {
        if let route = sheet.evaluation.route {
            throw CommandFailure(code: .refused, message: "不由本窗口办理，没有告知单：\(route.text)")
        }
        let setting = try installation.paperSetting([.guidanceSlip])
        let stamp = EventStamp(at: now, by: Account.clerk)
        guard let checklist,
            let paper = ClerkDesk.GuidanceSlip.paper(
                for: application, sheet, checklist, setting: setting, stamp: stamp)
        else { throw CommandFailure(code: .refused, message: "机关文件里没有一次性告知单") }
        return Array(paper.text.utf8)
    }
}

import CaseDomain
import ChecklistRules
import NoticeComposer
import TestSupport

/// Notices of the sample office.
enum Papers {
    static let stamp = EventStamp(at: SampleDesk.morning, by: ClerkID("zhang"))

    static let setting = NoticeSetting(
        office: SampleDesk.office, template: SampleDesk.template, statute: SampleDesk.clocks.notice.basis,
        program: "yicigao test")

    static func draft(
        _ evaluation: CompleteEvaluation, of file: CaseFile, checklist: Checklist, stamp: EventStamp = stamp
    ) -> NoticeDraft? {
        NoticeDraft(
            evaluation, of: file, checklist: checklist, setting: setting, calendar: SampleDesk.clocks.calendar,
            stamp: stamp)
    }

    /// A case with every paper in order but for what is named.
    static func file(
        _ particulars: Particulars, missing: Set<Material> = [], failed: [Material: TermSet<Check>] = [:]
    ) -> CaseFile? {
        let checklist = SampleDesk.book.checklist(
            for: particulars.matter, particulars.action, on: particulars.receivedAt.date)
        guard let checklist else { return nil }
        let receipt = Receipt(
            application: Application(particulars: particulars), checklist: checklist.reference, window: "A02")
        let event = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
        guard var file = CaseFile(number: CaseNumber(year: 2026, sequence: 123), first: event) else { return nil }
        let evaluator = SampleDesk.book.evaluator(for: particulars, office: SampleDesk.office)
        for line in evaluator.sheet(for: file.application).lines {
            guard case .needed = line.need else { continue }
            let record =
                missing.contains(line.material)
                ? MaterialRecord(material: line.material, how: .missing)
                : DeskCases.judged(line.material, in: file, failed: failed[line.material] ?? [])
            file.apply(CaseEvent(stamp: stamp, payload: .materialRecorded(record: record)))
        }
        return file
    }

    static func notice(of file: CaseFile, stamp: EventStamp = stamp) throws -> IssuedNotice? {
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        guard let checklist = evaluator.checklist else { return nil }
        let complete = try evaluator.evaluate(file.application).completed()
        return draft(complete, of: file, checklist: checklist, stamp: stamp)?.issued(
            as: SampleDesk.office.noticeNumber(year: 2026, sequence: 12))
    }

    /// Without what line breaking may add or swallow.
    static func squeezed(_ text: String) -> String { String(text.filter { $0 != " " && $0 != "\u{3000}" }) }
}

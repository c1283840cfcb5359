import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit

/// 一件事: choosing one at intake, taking it in, and going from one of its cases to the next.
enum BundleReducer {
    /// Offers the bundles there are.
    static func choose(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let bundles = desk.rules.book().bundles
        guard !bundles.isEmpty else {
            state.refuse(Phrases.Bundle.none, desk)
            return []
        }
        let options = bundles.map { FormOption(id: $0.id, label: Phrase.init($0.chinese, $0.english)) }
        state.opening = nil
        state.modal = .picker(Picker(purpose: .bundle, options: options, takesMany: false, chosen: []))
        return []
    }

    /// Begins the one form of a bundle; says what to look out for.
    static func begin(_ id: String, _ state: inout DeskState, _ desk: Desk) {
        guard let bundle = desk.rules.book().bundle(id) else { return }
        state.work = CaseWork(
            form: ParticularsForm(now: state.now, county: desk.office.county, window: desk.window, bundle: bundle))
        let doubt = bundle.basis.verified ? "" : desk.say(Phrases.Desk.unverified)
        let words = bundle.caution.isEmpty ? bundle.about : bundle.caution
        state.status = StatusLine(.warning, words + doubt)
    }

    /// Takes every matter in at once.
    static func receive(
        _ bundle: Bundle, _ form: Particulars, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        let members = bundle.members(for: form, at: desk.office)
        guard members.count > 1 else {
            let why = bundle.members.first { bundle.includes($0, for: form, at: desk.office) != .yes }?.otherwise
            state.refuse(Phrases.Bundle.single, desk, ["why": why ?? ""])
            return []
        }
        let book = desk.rules.book()
        let receipts = members.map { member in
            let particulars = bundle.particulars(of: member, from: form)
            let checklist = book.checklist(for: member.matter, member.action, on: particulars.receivedAt.date)
            return Receipt(
                application: Application(particulars: particulars), checklist: checklist?.reference,
                window: work.form.window)
        }
        if FilingReducer.stops(receipts, &state, desk) { return [] }
        let receipt = BundleReceipt(bundle: bundle.id, shared: bundle.shared, receipts: receipts)
        return CaseReducer.write(.receiveTogether(receipt, stamp), Phrases.Bundle.received, inverse: nil, &state)
    }

    /// Puts the next case of the bundle on the desk. Its sisters were read with the case, so that keys typed ahead meet
    /// the case that the clerk means; whoever changed it meanwhile shows at the next write.
    static func turn(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work, let file = work.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        guard let members = file.membership?.members, !work.sisters.isEmpty else {
            state.refuse(Phrases.Bundle.alone, desk)
            return []
        }
        guard !work.form.isDirty else { return CaseReducer.refuseUnsaved(&state, desk) }
        let place = members.firstIndex { $0.number == file.number } ?? 0
        let order = members[(place + 1)...] + members[..<place]
        guard let next = order.compactMap({ each in work.sisters.first { $0.number == each.number } }).first else {
            return []
        }
        let isPaper = state.paper != nil
        state.paper = nil
        let others = [file] + work.sisters.filter { $0.number != next.number }
        CaseReducer.begin(next, sisters: others, &state, desk)
        if isPaper { return PaperReducer.open(&state, EventStamp(at: state.now, by: desk.clerk), desk) }
        return []
    }
}

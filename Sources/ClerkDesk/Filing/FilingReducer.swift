import CaseDomain
import ChecklistRules
import ScreenKit

/// Taking a case in: at once, or for an applicant without a business licence after the clerk's token has signed.
enum FilingReducer {
    static func file(
        _ receipt: Receipt, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let lock = desk.office.filingLock, lock.holds(for: receipt.application.particulars) else {
            return receive(receipt, &state, stamp)
        }
        if let why = whyNotHere(desk) {
            state.refuse(why, desk)
            return []
        }
        state.modal = .entry(sheet(for: receipt, lock, desk))
        return []
    }

    /// Whether a bundle has a filing that needs a signature of its own; says so where it has.
    static func stops(_ receipts: [Receipt], _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard let lock = desk.office.filingLock,
            receipts.contains(where: { lock.holds(for: $0.application.particulars) })
        else { return false }
        state.refuse(Phrases.Filing.alone, desk)
        return true
    }

    private static func receive(_ receipt: Receipt, _ state: inout DeskState, _ stamp: EventStamp) -> [Effect] {
        CaseReducer.write(.receive(receipt, stamp), Phrases.Case.received, inverse: nil, &state)
    }

    /// Only who serves at a township window files so, and only there: the windows are those of the clerks who may.
    private static func whyNotHere(_ desk: Desk) -> Phrase? {
        let staff = desk.office.staff
        let wanted = desk.rules.book().life.rule(for: .file)?.roles ?? []
        let clerks = staff.people.filter { !$0.roles.intersection(wanted).isEmpty }
        let isHere = clerks.allSatisfy(\.window.isEmpty) || clerks.contains { $0.window == desk.window }
        guard staff.roles(of: desk.clerk).intersection(wanted).isEmpty || !isHere else { return nil }
        let windows = clerks.map { member in
            member.window.isEmpty ? member.name : "\(member.window) \(member.name)"
        }
        return windows.isEmpty
            ? Phrases.Filing.townshipOnly
            : Phrases.Filing.townshipWindows.filled(["windows": windows.joined(separator: "、")])
    }

    private static func sheet(for receipt: Receipt, _ lock: FilingLock, _ desk: Desk) -> EntrySheet {
        let basis = lock.basis.citation + (lock.basis.verified ? "" : desk.say(Phrases.Desk.unverified))
        return EntrySheet(
            title: desk.say(Phrases.Filing.title),
            lines: [desk.say(Phrases.Filing.explain), desk.say(Phrases.Filing.basis, ["basis": basis])],
            fields: [EntrySheet.Field(desk.say(Phrases.Filing.pin), .text(TextField(limit: 64)), .secret)],
            purpose: .signFiling(receipt))
    }

    /// The PIN was typed: the token signs, and nothing is filed before it has.
    static func sign(
        _ filled: EntrySheet, _ receipt: Receipt, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let request = SigningRequest(
            statement: FilingLock.statement(receipt, by: desk.clerk), pin: Secret(entry.text(0)),
            serial: desk.office.staff.member(desk.clerk)?.token, on: stamp.at.date)
        return CaseReducer.write(.sign(request, receipt), Phrases.Case.received, inverse: nil, &state)
    }

    /// What the token has answered.
    static func signed(
        _ answer: Result<TokenSignature, TokenError>, _ receipt: Receipt, _ state: inout DeskState,
        _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch answer {
        case .success(let signature): return receive(receipt.signed(signature), &state, stamp)
        case .failure(let error):
            // What was typed ahead was meant for a case that isn't there.
            state.held = []
            let words = error.words(desk.language)
            guard error == .wrongPIN, let lock = desk.office.filingLock else {
                state.status = StatusLine(.failure, words)
                return []
            }
            var entry = sheet(for: receipt, lock, desk)
            entry.refuse(0, words)
            state.modal = .entry(entry)
            return []
        }
    }
}

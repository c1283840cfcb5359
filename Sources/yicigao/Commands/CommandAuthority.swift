import CaseDomain
import CaseStore
import ChecklistFiles
import ClerkDesk

/// Who may do what by a command: the same answer as at the desk, and what was refused is written down there too.
struct CommandAuthority {
    let installation: Installation
    /// Where cases and absences are, and where a refusal is written down; nil where there is no store yet.
    let store: (any DeskStoring)?

    /// Lets a step through that this account may take.
    ///
    /// - Parameters:
    ///   - file: the case; nil for a step that begins one.
    ///   - now: the moment of the command.
    /// - Returns: in whose place it is done; nil where by one's own right.
    /// - Throws: a refusal with its reason. Nothing was saved but that it was tried.
    @discardableResult
    func check(_ step: CaseStep, _ file: CaseFile?, at now: Moment) throws -> CoverNote? {
        let stamp = EventStamp(at: now, by: Account.clerk)
        let standing = Authority.standing(
            of: step, by: stamp.by, on: file, at: installation.office, life: try life(), absences: try absences(now),
            today: now.date)
        switch standing {
        case .own: return nil
        case .covering(let colleague): return CoverNote(colleague: colleague, step: step)
        case .refused(let refusal): throw try refused(refusal, step, file, stamp)
        }
    }

    /// Lets somebody through who may change anything at all, for what is no step of its own.
    func checkAny(_ file: CaseFile?, at now: Moment) throws {
        let clerk = Account.clerk
        let office = installation.office
        if Authority.mayWrite(clerk, at: office, absences: try absences(now), today: now.date) { return }
        throw try refused(.unlisted, .judge, file, EventStamp(at: now, by: clerk))
    }

    private func refused(
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ file: CaseFile?, _ stamp: EventStamp
    ) throws -> CommandFailure {
        if let store {
            let attempt = RefusedAttempt(step: step, ground: refusal.ground)
            try storing { () throws(StoreError) in
                try AuthorityJob.note(attempt, of: file?.number, stamp, in: store)
            }
        }
        return AuthorityWords.failure(refusal, file, installation.office)
    }

    private func absences(_ now: Moment) throws -> [Absence] {
        guard let store else { return [] }
        return try storing { () throws(StoreError) in try store.absences(from: now.date) }
    }

    private func storing<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) {
            return try work()
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
    }

    private func life() throws -> LifeCycle {
        let library = installation.library
        return try Installation.loading { () throws(DataLoadFailure) in try library.lifeCycle() }
    }
}

/// What is said of authority outside the screens.
enum AuthorityWords {
    static func failure(_ refusal: AuthorityRefusal, _ file: CaseFile?, _ office: Office) -> CommandFailure {
        let number = file.map { "\($0.number.text) " } ?? ""
        return CommandFailure(code: .refused, message: "\(number)无权办理：\(refusal.phrase(office).text(.zh))")
    }

    /// What a desk says at its start whose account may do nothing; nil where it may do something.
    static func readOnly(_ clerk: ClerkID, at office: Office, _ language: Language) -> String? {
        guard office.staff.roles(of: clerk).isEmpty else { return nil }
        return Phrases.Authority.readOnly.text(language, ["account": clerk.text])
    }
}

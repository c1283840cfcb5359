import CaseDomain
import ScreenKit

/// What stands beside a field: what is wrong with it, or, while it is being typed, how far it has come.
struct FieldNote: Hashable, Sendable {
    /// With a mark before what is wrong, so that it shows without colours too.
    let text: String
    let role: StyleRole

    private init(_ text: String, _ role: StyleRole) {
        self.text = text
        self.role = role
    }

    init(_ problem: FormProblem, _ desk: Desk, withHint: Bool = false) {
        let words = [problem.phrase, withHint ? problem.hint : nil].compactMap { $0 }.map { desk.say($0) }
        self.init(
            (problem.blocks ? "! " : "? ") + words.joined(separator: "  "), problem.blocks ? .error : .warn)
    }

    /// What there is to say about the field under the cursor, from the first key on.
    ///
    /// - Returns: nil where nothing is to be said, or the field holds a number that nobody may see.
    static func live(
        _ field: FormFieldID, _ work: CaseWork, problem: FormProblem?, today: CivilDate, _ desk: Desk
    ) -> FieldNote? {
        guard !work.isCovered(field) else { return nil }
        let text = work.form.text(field)
        if case .date(let leaning) = field.content {
            if let problem, problem.phrase == Phrases.Form.dateInFuture { return FieldNote(problem, desk) }
            return DateNote(text, leaning, today: today, desk).map {
                FieldNote($0.isProblem ? "? \($0.text)" : $0.text, $0.isProblem ? .warn : .accent)
            }
        }
        let count = text.filter { field.content == .code || $0.isNumber }.count
        guard let length = field.length(of: text, work.form.matter), count > 0 else {
            return problem.flatMap { work.form.attempted ? FieldNote($0, desk) : nil }
        }
        if count < length {
            return FieldNote(desk.say(Phrases.Fields.missing, ["count": String(length - count)]), .dim)
        }
        if count > length {
            return FieldNote("? " + desk.say(Phrases.Fields.tooMany, ["count": String(count - length)]), .warn)
        }
        if let problem { return FieldNote(problem, desk, withHint: true) }
        return field.content == .code ? FieldNote(desk.say(Phrases.Fields.right), .good) : nil
    }
}

extension FormFieldID {
    /// How many characters the number in the field must have; nil where that isn't certain.
    fileprivate func length(of text: String, _ matter: Matter?) -> Int? {
        switch self {
        case .uscc, .principalID, .agentID: 18
        case .licenceNumber: matter == .foodOperationLicence || matter == .prepackagedFiling ? 16 : nil
        case .county: 6
        // A mobile number begins with 1; a landline has no settled length.
        case .phone, .agentPhone: text.hasPrefix("1") ? 11 : nil
        default: nil
        }
    }
}

import CaseDomain
import ChecklistRules

extension ChecklistDiagnostic {
    /// What a proof found, in words, at its place.
    init(_ fault: RuleFault, _ places: SourcePlaces) {
        let line = fault.part.line
        let what = "\(line.words)\(fault.part.field.words)"
        let code: Code
        let message: String
        var hint: String?
        switch fault.kind {
        case .unreachable:
            code = .unreachable
            message = line == .checklist ? "routing sends every case elsewhere" : "\(what) never holds in any case"
            hint =
                line == .checklist
                ? "take the checklist out, or narrow routing.yaml" : "mend the condition, or take the line out"
        case .redundant:
            code = .redundant
            message = "\(what) holds in every case that gets there"
            hint = "take the condition out, or narrow it"
        case .neverAsked:
            code = .neverAsked
            message = "\(line.words) is spared wherever it is needed"
            hint = "take the line out, or narrow ‘spared’"
        case .collision(let other):
            code = .contradiction
            message = "\(line.words) and \(other.words) can both be asked of one applicant"
            hint = "do-not-ask.yaml lists them as alternatives; make their conditions exclude each other"
        case .undecided:
            code = .undecided
            message = "\(what) can stay open although nobody is asked for a fact that would decide"
            hint = "don't read what such a case can't say, or make it a defect of the application"
        case .neverInOrder:
            code = .neverInOrder
            message = "no application can be in order: \(line.words) leaves none"
            hint = "narrow the condition"
        case .shadowed(let other):
            code = .shadowed
            message = "\(what) holds only where \(other.map(\.words) ?? "lines before it") decided already"
            hint = "move it up, or take it out"
        case .uselessQuestion(let fact):
            code = .uselessQuestion
            message = "\(line.words) asks for \(fact.id), which its condition doesn't read"
            hint = "take \(fact.id) out of ‘asks’"
        case .unsetPlaceholder(let placeholder):
            code = .unsetPlaceholder
            message = "\(what) names {\(placeholder.rawValue)}, which such a case needn't say"
            hint = "put that part into square brackets: it is left out where the value isn't known"
        case .tooWide:
            code = .tooWide
            message = "\(what) reads too many facts jointly to go through every combination"
            hint = "split the condition over several lines"
        }
        self.init(
            places, line, fault.part.field, code: code, message: message, hint: hint, example: fault.example)
    }
}

extension RuleLine {
    fileprivate var words: String {
        switch self {
        case .checklist: "the checklist"
        case .requirement(let material): material.id
        case .check(let material, let check): "\(material.id) \(check.id)"
        case .application(let defect): "the defect \(defect.id)"
        case .route(let place): "route \(place + 1)"
        case .subtype(let place): "sub-type \(place + 1)"
        }
    }
}

extension RulePart.Field {
    /// The key that a part has in the file.
    fileprivate var words: String {
        switch self {
        case .whole: ""
        case .condition: "’s condition"
        case .spared: "’s ‘spared’"
        case .text: "’s ‘text’"
        case .remedy: "’s ‘remedy’"
        case .mustFulfil: "’s ‘must-fulfil’"
        case .row: "’s ‘row’"
        case .name: "’s ‘name’"
        case .checks: "’s ‘checks’"
        case .otherwise: "’s ‘otherwise’"
        case .asks: "’s ‘asks’"
        case .effectiveFrom: "’s ‘effective-from’"
        }
    }
}

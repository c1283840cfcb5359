import ChecklistRules
import Yams

/// Where the parts of rules stand in their file. Kept beside the rules, for whoever looks them over: a desk that judges
/// cases has no use for it.
struct SourcePlaces: Sendable {
    struct Place: Sendable {
        /// From 1.
        let line: Int
        let column: Int
    }

    let file: String
    private var places: [RulePart: Place] = [:]

    init(file: String) { self.file = file }

    mutating func note(_ line: RuleLine, _ field: RulePart.Field, _ node: Node?) {
        guard let mark = node?.mark else { return }
        places[RulePart(line, field)] = Place(line: mark.line, column: mark.column)
    }

    /// The place of a part; of its whole line where the file doesn't spell the part out.
    func place(of part: RulePart) -> Place? { places[part] ?? places[RulePart(part.line, .whole)] }
}

/// Rules together with where they stand.
struct SourceRules<Rules: Sendable>: Sendable {
    let rules: Rules
    let places: SourcePlaces
}

extension ChecklistDiagnostic {
    init(
        _ places: SourcePlaces, _ line: RuleLine, _ field: RulePart.Field, code: Code, message: String,
        hint: String? = nil, example: [FactSetting] = []
    ) {
        let place = places.place(of: RulePart(line, field))
        self.init(
            file: places.file, line: place?.line ?? 0, column: place?.column ?? 0, code: code, message: message,
            hint: hint, example: example)
    }
}

package import ChecklistRules

/// One thing that is wrong with a data file, and where. Loading reports all of them at once.
package struct ChecklistDiagnostic: Hashable, Sendable, Error {
    package enum Code: String, CaseIterable, Sendable {
        case unreadable, syntax
        case fileName = "file-name"
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case wrongType = "wrong-type"
        case emptyText = "empty-text"
        case unknownTerm = "unknown-term"
        case badDate = "bad-date"
        case badNumber = "bad-number"
        case badValue = "bad-value"
        case unknownPlaceholder = "unknown-placeholder"
        case vagueDemand = "vague-demand"
        case duplicateRow = "duplicate-row"
        case duplicateMaterial = "duplicate-material"
        case duplicateCheck = "duplicate-check"
        case foreignCheck = "foreign-check"
        case overlap, gap
        case doNotAsk = "do-not-ask"
        case noVersion = "no-version"
        case renewalTerm = "renewal-term"
        case unfilledPlaceholder = "unfilled-placeholder"
        case sparedNotRetrievable = "spared-not-retrievable"
        // What going through every combination of facts proves.
        case unreachable, redundant, shadowed, undecided, contradiction
        case neverAsked = "never-asked"
        case neverInOrder = "never-in-order"
        case uselessQuestion = "useless-question"
        case unsetPlaceholder = "unset-placeholder"
        case tooWide = "too-wide"
        /// What is wrong with a template of a paper.
        case paperTemplate = "paper-template"
    }

    package let file: String
    /// From 1; 0 where the whole file is meant.
    package let line: Int
    package let column: Int
    package let code: Code
    package let message: String
    /// What was probably meant, or what is allowed.
    package let hint: String?
    /// A case that shows it; empty where it shows without one.
    package let example: [FactSetting]

    package init(
        file: String, line: Int = 0, column: Int = 0, code: Code, message: String, hint: String? = nil,
        example: [FactSetting] = []
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.hint = hint
        self.example = example
    }
}

extension ChecklistDiagnostic {
    /// The same, under the name by which the user knows the file.
    package func naming(file: String) -> ChecklistDiagnostic {
        ChecklistDiagnostic(
            file: file, line: line, column: column, code: code, message: message, hint: hint, example: example)
    }
}

extension ChecklistDiagnostic: CustomStringConvertible {
    /// `file:line:column: code: message (hint)`.
    package var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(code.rawValue): \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}

/// Data that can't be used, with everything that is wrong with it.
package struct DataLoadFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty; in the order of the file.
    package let diagnostics: [ChecklistDiagnostic]

    package init(_ diagnostics: [ChecklistDiagnostic]) {
        self.diagnostics = diagnostics
    }

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

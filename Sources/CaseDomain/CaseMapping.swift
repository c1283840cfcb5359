/// How the columns of a table from another system become cases.
package struct CaseMapping: Hashable, Sendable {
    package let name: String
    /// Nil to be told from the heading.
    package let delimiter: Delimiter?
    /// Tried in order.
    package let dates: [DatePattern]
    package let columns: [Column]
    /// What every row says without a column for it.
    package let constants: [Constant]
    /// Columns that are known and say nothing that we keep.
    package let ignored: Set<String>
    /// Whether columns that the mapping doesn't know are passed over as well.
    package let ignoresOthers: Bool
    /// Of its content: another mapping reads the same file as another.
    package let digest: String

    package init(
        name: String, delimiter: Delimiter?, dates: [DatePattern], columns: [Column], constants: [Constant],
        ignored: Set<String>, ignoresOthers: Bool, digest: String
    ) {
        self.name = name
        self.delimiter = delimiter
        self.dates = dates
        self.columns = columns
        self.constants = constants
        self.ignored = ignored
        self.ignoresOthers = ignoresOthers
        self.digest = digest
    }

    package enum Delimiter: String, Vocabulary {
        case comma, semicolon, tab

        package var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    package struct Column: Hashable, Sendable {
        package let name: String
        package let target: Target
        /// How the material came of which a filled cell tells what stands on it, where no other column says so.
        package let how: MaterialSource?
        /// Whether a table without it can't be read.
        package let isRequired: Bool
        /// What stands between several values of a cell; any of these characters.
        package let separators: String
        /// What the values of a cell mean; nil where they stand for themselves. A value that means nothing is left out.
        package let values: [String: Meaning]?

        package init(
            name: String, target: Target, how: MaterialSource? = nil, isRequired: Bool, separators: String,
            values: [String: Meaning]?
        ) {
            self.name = name
            self.target = target
            self.how = how
            self.isRequired = isRequired
            self.separators = separators
            self.values = values
        }
    }

    package enum Meaning: Hashable, Sendable {
        case text(String)
        case nothing
    }

    package struct Constant: Hashable, Sendable {
        package let field: CaseField
        package let text: String

        package init(field: CaseField, text: String) {
            self.field = field
            self.text = text
        }
    }

    package enum Target: Hashable, Sendable {
        case field(CaseField)
        /// The cell says how this material came.
        case material(Material)
        /// The cell names materials that all came in one way.
        case materials(MaterialSource)
        /// The cell is what stands on this material.
        case recorded(Material, RecordedField)

        /// What a cell can hold; nil where it says how materials came.
        package var kind: CaseField.Kind? {
            switch self {
            case .field(let field): field.kind
            case .recorded(_, let field): field.kind
            case .material, .materials: nil
            }
        }
    }

    /// How a day is written.
    package enum DatePattern: String, Vocabulary {
        case dashes = "YYYY-MM-DD"
        case slashes = "YYYY/M/D"
        case dots = "YYYY.M.D"
        case chinese = "YYYY年M月D日"
        case digits = "YYYYMMDD"

        /// - Parameter text: without blanks around it.
        package func date(_ text: some StringProtocol) -> CivilDate? {
            var parts: [Substring]
            let text = Substring(text)
            switch self {
            case .dashes: parts = text.split(separator: "-", omittingEmptySubsequences: false)
            case .slashes: parts = text.split(separator: "/", omittingEmptySubsequences: false)
            case .dots: parts = text.split(separator: ".", omittingEmptySubsequences: false)
            case .chinese:
                guard text.last == "日" else { return nil }
                parts = text.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
            case .digits:
                guard text.utf8.count == 8 else { return nil }
                parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
            }
            guard parts.count == 3, parts[0].utf8.count == 4 else { return nil }
            let numbers = parts.compactMap { part in
                (1...4).contains(part.utf8.count) ? CivilDate.number(Array(part.utf8)[...]) : nil
            }
            guard numbers.count == 3 else { return nil }
            return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        }
    }
}

/// The fields of a case that a column can fill, by the path that the case format knows them by.
package enum CaseField: String, Vocabulary {
    case externalNumber
    case matter, action, receivedAt, channel
    case applicantName = "applicant.name"
    case applicantKind = "applicant.kind"
    case applicantUSCC = "applicant.uscc"
    case applicantPhone = "applicant.phone"
    case principalName = "applicant.principal.name"
    case principalID = "applicant.principal.idNumber"
    case agentName = "agent.name"
    case agentID = "agent.idNumber"
    case agentPhone = "agent.phone"
    case address = "premises.address"
    case county = "premises.county"
    case area = "premises.area"
    case subject, marks, items
    case licenceVerifiableOnline = "facts.licenceVerifiableOnline"
    case toleranceRequested = "facts.toleranceRequested"
    case paperLicenceHeld = "facts.paperLicenceHeld"
    case paperLost = "facts.paperLost"
    case damaged = "facts.damaged"
    case premisesMoved = "facts.premisesMoved"
    case addressRenamed = "facts.addressRenamed"
    case conditionsUnchanged = "facts.conditionsUnchanged"
    case terminated = "facts.terminated"
    case staff = "facts.staff"
    case products = "facts.products"
    case automaticEquipmentCount = "facts.automaticEquipmentCount"
    case changed = "facts.changed"
    case licenceNumber = "licence.number"
    case licenceIssuedOn = "licence.issuedOn"
    case licenceExpiresOn = "licence.expiresOn"

    package enum Kind: Hashable, Sendable {
        case text, count, number, flag, date, moment
        /// A day, or `permanent`.
        case validity
        /// One of these ids.
        case term([String])
        /// Any of these ids.
        case terms([String])
    }

    package var kind: Kind {
        switch self {
        case .externalNumber, .applicantName, .applicantUSCC, .applicantPhone, .principalName, .principalID, .agentName,
            .agentID, .agentPhone, .address, .county, .licenceNumber:
            .text
        case .matter: .term(Matter.allCases.map(\.id))
        case .action: .term(Action.allCases.map(\.id))
        case .channel: .term(Channel.allCases.map(\.id))
        case .applicantKind: .term(ApplicantKind.allCases.map(\.id))
        case .subject: .term(Subject.allCases.map(\.id))
        case .marks: .terms(Mark.allCases.map(\.id))
        case .items: .terms(Item.allCases.map(\.id))
        case .products: .terms(Product.allCases.map(\.id))
        case .changed: .terms(ChangedThing.allCases.map(\.id))
        case .receivedAt: .moment
        case .licenceIssuedOn, .licenceExpiresOn: .date
        case .area: .number
        case .staff, .automaticEquipmentCount: .count
        case .licenceVerifiableOnline, .toleranceRequested, .paperLicenceHeld, .paperLost, .damaged, .premisesMoved,
            .addressRenamed, .conditionsUnchanged, .terminated:
            .flag
        }
    }

    /// Without which a row can be no case.
    package static let required: [CaseField] = [
        .matter, .action, .receivedAt, .channel, .applicantName, .applicantKind, .address, .county,
    ]
}

/// What a paper says, by the key that the case format knows it by: the parts of `MaterialFields`.
package enum RecordedField: String, Vocabulary {
    case date, uscc, name, address, validUntil, items, products, topics, count, idNumber, licenceNumber

    package var kind: CaseField.Kind {
        switch self {
        case .uscc, .name, .address, .idNumber, .licenceNumber: .text
        case .date: .date
        case .validUntil: .validity
        case .items: .terms(Item.allCases.map(\.id))
        case .products: .terms(Product.allCases.map(\.id))
        case .topics: .terms(PolicyTopic.allCases.map(\.id))
        case .count: .count
        }
    }
}

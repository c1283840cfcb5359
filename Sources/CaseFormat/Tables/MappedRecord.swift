import CaseDomain

/// A row on its way to a record of the case format.
struct MappedRecord {
    private enum Value {
        case text(String)
        case list([String])
        case number(Double)
        case flag(Bool)
    }

    private let mapping: CaseMapping
    private var values: [CaseField: Value] = [:]
    private var materials: [(material: Material, how: MaterialSource)] = []

    init(_ mapping: CaseMapping) {
        self.mapping = mapping
        for constant in mapping.constants {
            // What a constant says was looked over when the mapping was read.
            values[constant.field] = Self.constant(constant)
        }
    }

    private static func constant(_ constant: CaseMapping.Constant) -> Value {
        switch constant.field.kind {
        case .flag: .flag(constant.text == "true")
        case .count, .number: .number(Double(constant.text) ?? 0)
        case .terms: .list(constant.text.split(separator: " ").map(String.init))
        case .text, .term, .date, .moment: .text(constant.text)
        }
    }

    mutating func take(_ cell: String, _ column: CaseMapping.Column) throws(RowFault) {
        func refuse(_ problem: RowFault.Problem) -> RowFault {
            RowFault(problem, column: column.name, cell: CellKind(cell))
        }
        let isMany =
            switch column.target {
            case .materials: true
            case .field(let field): if case .terms = field.kind { true } else { false }
            case .material: false
            }
        let parts = isMany ? Self.parts(cell, column.separators) : [cell]
        var meant: [String] = []
        for part in parts {
            guard let values = column.values else {
                if !part.isEmpty { meant.append(part) }
                continue
            }
            switch values[part] {
            case .text(let text): meant.append(text)
            case .nothing: continue
            case nil where part.isEmpty: continue
            case nil: throw refuse(.unknownValue)
            }
        }
        switch column.target {
        case .field(let field):
            guard isMany || !meant.isEmpty else { return }
            if isMany, meant.isEmpty, column.values == nil || cell.isEmpty { return }
            values[field] = try value(meant, field, refuse)
        case .material(let material):
            guard let word = meant.first else { return }
            guard let how = MaterialSource(rawValue: word) else { throw refuse(.unknownValue) }
            try add(material, how, refuse)
        case .materials(let how):
            for word in meant {
                guard let material = Material(rawValue: word) else { throw refuse(.unknownValue) }
                try add(material, how, refuse)
            }
        }
    }

    private mutating func add(
        _ material: Material, _ how: MaterialSource, _ refuse: (RowFault.Problem) -> RowFault
    ) throws(RowFault) {
        guard !materials.contains(where: { $0.material == material }) else {
            throw refuse(.repeatedMaterial(material))
        }
        materials.append((material, how))
    }

    private func value(
        _ meant: [String], _ field: CaseField, _ refuse: (RowFault.Problem) -> RowFault
    ) throws(RowFault) -> Value {
        let text = meant.first ?? ""
        switch field.kind {
        case .text, .term: return .text(text)
        case .terms: return .list(meant)
        case .flag:
            guard text == "true" || text == "false" else { throw refuse(.unknownValue) }
            return .flag(text == "true")
        case .count:
            guard let count = Int(text), count >= 0 else { throw refuse(.notACount) }
            return .number(Double(count))
        case .number:
            guard let number = Double(text), number.isFinite else { throw refuse(.notANumber) }
            return .number(number)
        case .date:
            guard let date = date(text) else { throw refuse(.notADate) }
            return .text(date.description)
        case .moment:
            guard let moment = moment(text) else { throw refuse(.notADate) }
            return .text(moment.description)
        }
    }

    private func date(_ text: some StringProtocol) -> CivilDate? {
        for pattern in mapping.dates {
            if let date = pattern.date(text) { return date }
        }
        return nil
    }

    /// A day, and the time of day behind a blank or a T; from its beginning where there is none.
    private func moment(_ text: String) -> Moment? {
        if let moment = Moment(text) { return moment }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "\t" }
        guard let day = parts.first.flatMap(date) else { return nil }
        guard parts.count == 2 else { return Moment(day) }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2 || clock.count == 3 else { return nil }
        var seconds: Int64 = 0
        // A fraction of the last second says nothing.
        if clock.count == 3 {
            let whole = clock[2].prefix { $0 != "." }
            guard whole.utf8.count == 2, let number = Int64(whole), (0..<60).contains(number) else { return nil }
            seconds = number
        }
        guard let minute = Moment(clock: clock.prefix(2).joined(separator: ":"), on: day) else { return nil }
        return Moment(secondsSince1970: minute.secondsSince1970 + seconds)
    }

    private static func parts(_ cell: String, _ separators: String) -> [String] {
        cell.split { separators.contains($0) }.map { part in
            String(part.unicodeScalars.drop { $0.properties.isWhitespace }).trimmedEnd
        }.filter { !$0.isEmpty }
    }

    /// The record as the case format writes it. Objects within it are begun where one of their fields has a value.
    func json() -> [UInt8] {
        var json = JSONText(capacity: 1024)
        json.beginObject()
        json.key("format")
        json.string(CaseReader.format)
        write(CaseField.plain, to: &json)
        if has(CaseField.ofApplicant + CaseField.ofPrincipal) {
            json.key("applicant")
            json.beginObject()
            write(CaseField.ofApplicant, to: &json)
            object("principal", CaseField.ofPrincipal, to: &json)
            json.endObject()
        }
        object("agent", CaseField.ofAgent, to: &json)
        object("premises", CaseField.ofPremises, to: &json)
        object("facts", CaseField.ofFacts, to: &json)
        object("licence", CaseField.ofLicence, to: &json)
        json.key("materials")
        json.beginArray()
        for record in materials {
            json.beginObject()
            json.member("material", record.material.id)
            json.member("how", record.how.id)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func has(_ fields: [CaseField]) -> Bool { fields.contains { values[$0] != nil } }

    private func object(_ key: StaticString, _ fields: [CaseField], to json: inout JSONText) {
        guard has(fields) else { return }
        json.key(key)
        json.beginObject()
        write(fields, to: &json)
        json.endObject()
    }

    private func write(_ fields: [CaseField], to json: inout JSONText) {
        for field in fields {
            guard let value = values[field] else { continue }
            json.key(field.key)
            switch value {
            case .text(let text): json.string(text)
            case .number(let number): json.number(number)
            case .flag(let flag): json.bool(flag)
            case .list(let words):
                json.beginArray()
                for word in words { json.string(word) }
                json.endArray()
            }
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var scalars = unicodeScalars
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}

extension CaseField {
    /// The last step of its path.
    fileprivate var key: String { Self.keys[ordinal] }

    private static let keys = allCases.map { $0.id.split(separator: ".").last.map(String.init) ?? $0.id }

    fileprivate static let plain = allCases.filter { !$0.id.contains(".") }
    fileprivate static let ofApplicant = allCases.filter {
        $0.id.hasPrefix("applicant.") && !$0.id.hasPrefix("applicant.principal.")
    }
    fileprivate static let ofPrincipal = allCases.filter { $0.id.hasPrefix("applicant.principal.") }
    fileprivate static let ofAgent = allCases.filter { $0.id.hasPrefix("agent.") }
    fileprivate static let ofPremises = allCases.filter { $0.id.hasPrefix("premises.") }
    fileprivate static let ofFacts = allCases.filter { $0.id.hasPrefix("facts.") }
    fileprivate static let ofLicence = allCases.filter { $0.id.hasPrefix("licence.") }
}

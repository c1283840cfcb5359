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
    /// By the ordinal of the field.
    private var values = [Value?](repeating: nil, count: CaseField.allCases.count)
    private var materials: [(material: Material, how: MaterialSource)] = []
    /// What stands on materials, and what to refuse a row with whose other columns don't agree.
    private var recorded: [Recording] = []

    private struct Recording {
        let material: Material
        let field: RecordedField
        let value: Value
        let how: MaterialSource?
        let column: String
        let cell: CellKind
    }

    init(_ mapping: CaseMapping) {
        self.mapping = mapping
        for constant in mapping.constants {
            // What a constant says was looked over when the mapping was read.
            values[constant.field.ordinal] = Self.constant(constant)
        }
    }

    private static func constant(_ constant: CaseMapping.Constant) -> Value {
        switch constant.field.kind {
        case .flag: .flag(constant.text == "true")
        case .count, .number: .number(Double(constant.text) ?? 0)
        case .terms: .list(constant.text.split(separator: " ").map(String.init))
        case .text, .term, .date, .validity, .moment: .text(constant.text)
        }
    }

    mutating func take(_ cell: String, _ column: CaseMapping.Column) throws(RowFault) {
        func refuse(_ problem: RowFault.Problem) -> RowFault {
            RowFault(problem, column: column.name, cell: CellKind(cell))
        }
        let isMany =
            switch column.target {
            case .materials: true
            case .field, .recorded: if case .terms? = column.target.kind { true } else { false }
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
            // Beside the words for what holds for good stand days.
            case nil where column.target.kind == .validity: meant.append(part)
            case nil: throw refuse(.unknownValue)
            }
        }
        switch column.target {
        case .field(let field):
            guard isMany || !meant.isEmpty else { return }
            if isMany, meant.isEmpty, column.values == nil || cell.isEmpty { return }
            values[field.ordinal] = try value(meant, field.kind, refuse)
        case .recorded(let material, let field):
            guard !meant.isEmpty else { return }
            recorded.append(
                Recording(
                    material: material, field: field, value: try value(meant, field.kind, refuse), how: column.how,
                    column: column.name, cell: CellKind(cell)))
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

    /// Brings what was told of materials together, once every cell was taken.
    ///
    /// - Throws: a fault of the first column that tells of a material which didn't come, or of which nothing says that it did.
    mutating func settle() throws(RowFault) {
        for told in recorded {
            func refuse(_ problem: RowFault.Problem) -> RowFault {
                RowFault(problem, column: told.column, cell: told.cell)
            }
            switch (materials.first { $0.material == told.material }?.how, told.how) {
            case (.missing, _): throw refuse(.materialMissing(told.material))
            case (nil, nil): throw refuse(.materialNotTold(told.material))
            case (nil, let how?): materials.append((told.material, how))
            default: continue
            }
        }
    }

    /// Where the record has what stands on a material; nil where it has nothing.
    func path(of field: RecordedField, on material: Material) -> String? {
        materials.firstIndex { $0.material == material }.map { "materials[\($0)].fields.\(field.id)" }
    }

    private func value(
        _ meant: [String], _ kind: CaseField.Kind, _ refuse: (RowFault.Problem) -> RowFault
    ) throws(RowFault) -> Value {
        let text = meant.first ?? ""
        switch kind {
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
        case .validity:
            if text == Validity.permanent.description { return .text(text) }
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
        // Most tables name a day and no more.
        if let day = date(text) { return Moment(day) }
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
        let separators = Array(separators.unicodeScalars)
        return cell.unicodeScalars.split { separators.contains($0) }.map { part in
            String(Substring(part.drop { $0.properties.isWhitespace })).trimmedEnd
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
            writeRecorded(record.material, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func has(_ fields: [CaseField]) -> Bool { fields.contains { values[$0.ordinal] != nil } }

    private func object(_ key: StaticString, _ fields: [CaseField], to json: inout JSONText) {
        guard has(fields) else { return }
        json.key(key)
        json.beginObject()
        write(fields, to: &json)
        json.endObject()
    }

    private func writeRecorded(_ material: Material, to json: inout JSONText) {
        guard recorded.contains(where: { $0.material == material }) else { return }
        json.key("fields")
        json.beginObject()
        for told in recorded where told.material == material {
            json.key(told.field.id)
            write(told.value, to: &json)
        }
        json.endObject()
    }

    private func write(_ fields: [CaseField], to json: inout JSONText) {
        for field in fields {
            guard let value = values[field.ordinal] else { continue }
            json.key(field.key)
            write(value, to: &json)
        }
    }

    private func write(_ value: Value, to json: inout JSONText) {
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

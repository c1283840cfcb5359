import CaseDomain
import ChecklistFiles
import TestSupport
import Testing

/// Mappings are read strictly: a meaning that no field can have never waits for a table to be found out.
@Suite struct MappingFileTests {
    @Test func theSampleIsRead() throws {
        let mapping = try MappingFile.read("\(SourceTree.root)/Sources/ChecklistFiles/Mappings/province.yaml")
        #expect(mapping.delimiter == nil && mapping.dates.count == 4 && !mapping.ignoresOthers)
        let subject = try #require(mapping.columns.first { $0.target == .field(.subject) })
        #expect(subject.values?["餐饮服务"] == .text("catering"))
        #expect(mapping.columns.contains { $0.target == .materials(.missing) })
        let marks = try #require(mapping.columns.first { $0.target == .field(.marks) })
        #expect(marks.values?["无"] == .nothing)
    }

    private static let good = """
        format: yicigao.mapping/1
        name: t
        dates: [YYYY-MM-DD]
        constants: {action: new, channel: online, applicant.kind: individual, premises.county: "371625", matter: food-stall}
        columns:
          - {column: a, field: receivedAt}
          - {column: b, field: applicant.name}
          - {column: c, field: premises.address}
        """

    @Test func whatIsMissingMayBeConstant() throws {
        let mapping = try MappingFile.decode(Self.good, file: "t.yaml")
        #expect(mapping.constants.count == 5)
        #expect(mapping.columns.allSatisfy { $0.isRequired })
        let other = try MappingFile.decode(Self.good.replacing("name: t", with: "name: u"), file: "t.yaml")
        #expect(other.digest != mapping.digest)
    }

    @Test(arguments: [
        ("  - {column: d, field: colour}", ChecklistDiagnostic.Code.unknownTerm),
        ("  - {column: d}", .badValue), ("  - {column: d, field: staff, material: layout-plan}", .unknownTerm),
        ("  - {column: d, field: date, materials: missing}", .badValue),
        ("  - {column: d, field: date, material: layout-plam}", .unknownTerm),
        ("  - {column: d, field: validUntil, material: layout-plan, values: {长期: always}}", .unknownTerm),
        ("  - {column: d, field: date, material: layout-plan, how: missing}", .badValue),
        ("  - {column: d, field: staff, how: handed-in}", .unknownTerm),
        ("  - {column: d, material: layout-plan, how: handed-in}", .badValue),
        (
            "  - {column: d, field: date, material: layout-plan}\n  - {column: e, field: date, material: layout-plan}",
            .duplicateRow
        ),
        ("  - {column: d, field: facts.paperLost}", .missingKey),
        ("  - {column: d, field: subject, values: {餐饮: caterring}}", .unknownTerm),
        ("  - {column: d, material: layout-plan, values: {有: handed}}", .unknownTerm),
        ("  - {column: d, materials: lost}", .unknownTerm), ("  - {column: a, field: items}", .duplicateRow),
        ("  - {column: d, field: receivedAt}", .duplicateRow), ("  - {column: d, field: items, kind: x}", .unknownKey),
        ("others: perhaps", .badValue), ("delimiter: pipe", .unknownTerm),
    ]) func mistakesAreNamed(_ line: String, _ code: ChecklistDiagnostic.Code) {
        do throws(DataLoadFailure) {
            _ = try MappingFile.decode(Self.good + "\n" + line, file: "t.yaml")
            Issue.record("was read")
        } catch {
            #expect(error.diagnostics.contains { $0.code == code && $0.line > 0 }, "\(error.diagnostics)")
        }
    }

    @Test func aFieldThatNothingFillsIsNamed() {
        let lacking = Self.good.replacing("premises.county: \"371625\", ", with: "")
        #expect(throws: DataLoadFailure.self) { _ = try MappingFile.decode(lacking, file: "t.yaml") }
        let wrong = Self.good.replacing("action: new", with: "action: old")
        #expect(throws: DataLoadFailure.self) { _ = try MappingFile.decode(wrong, file: "t.yaml") }
    }

    @Test func whatStandsOnAMaterialIsMapped() throws {
        let lines = """
              - {column: 执照到期, material: business-licence, field: validUntil, how: retrieved, values: {长期: permanent}}
            """
        let mapping = try MappingFile.decode(Self.good + "\n" + lines, file: "t.yaml")
        let column = try #require(mapping.columns.last)
        #expect(column.target == .recorded(.businessLicence, .validUntil) && column.how == .retrieved)
        #expect(!column.isRequired && column.values == ["长期": .text("permanent")])
    }

    @Test(arguments: [
        ("material: busines-licence, field: name", "business-licence"),
        ("material: business-licence, field: validUntill", "validUntil"),
    ]) func theNearestNameIsOffered(_ wrong: String, _ nearest: String) {
        do throws(DataLoadFailure) {
            _ = try MappingFile.decode(Self.good + "\n  - {column: d, \(wrong)}", file: "t.yaml")
            Issue.record("was read")
        } catch {
            #expect(error.diagnostics.count == 1 && error.diagnostics[0].line == 9, "\(error.diagnostics)")
            #expect(error.diagnostics[0].description.contains(nearest), "\(error.diagnostics[0])")
        }
    }
}

import CaseDomain
import ChecklistFiles
import Testing

@Suite("Office file")
struct OfficeFileTests {
    private func office(statusURL: String?) throws -> Office {
        let sample = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let lines = sample.split(separator: "\n").filter { !$0.hasPrefix("status-url") }
        let line = statusURL.map { "status-url: \"\($0)\"\n" } ?? ""
        return try OfficeFile.decode(lines.joined(separator: "\n") + "\n" + line, file: "office.yaml")
    }

    @Test("the code on papers leads to the status of the case, or has its number alone")
    func code() throws {
        let office = try office(statusURL: "https://example.gov.cn/status?case={case}&from=paper")
        #expect(office.code(for: "2026-000001") == "https://example.gov.cn/status?case=2026-000001&from=paper")
        #expect(office.code(for: "鲁 1&") == "https://example.gov.cn/status?case=%E9%B2%81%201%26&from=paper")
        #expect(try self.office(statusURL: nil).code(for: "鲁 1&") == "鲁 1&")
    }

    @Test(
        "an address that leads nowhere is refused",
        arguments: [
            "example.gov.cn/{case}", "https://example.gov.cn/", "https://例子.cn/{case}", "https://a b/{case}",
            "https://example.gov.cn/{case}/" + String(repeating: "x", count: 200),
        ])
    func refused(address: String) {
        let failure = #expect(throws: DataLoadFailure.self) { _ = try office(statusURL: address) }
        #expect(failure?.diagnostics.count == 1)
        #expect(failure?.diagnostics.first?.description.contains("status-url") == true)
    }
}

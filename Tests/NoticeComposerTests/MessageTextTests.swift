import CaseDomain
import NoticeComposer
import TestSupport
import Testing

@Suite("Messages")
struct MessageTextTests {
    @Test(
        "a text is one part up to 70 units, and 67 a part beyond; what takes two units counts twice",
        arguments: [
            ("", 0), ("补", 1), (String(repeating: "补", count: 70), 1), (String(repeating: "补", count: 71), 2),
            (String(repeating: "补", count: 134), 2), (String(repeating: "补", count: 135), 3),
            (String(repeating: "𠮷", count: 35), 1), (String(repeating: "𠮷", count: 36), 2),
            // 33 of them are 66 units, and the next one may not be torn.
            (String(repeating: "𠮷", count: 66), 2), (String(repeating: "𠮷", count: 67), 3),
            (String(repeating: "a", count: 160), 3),
        ])
    func parts(text: String, count: Int) { #expect(MessageParts.count(text) == count) }

    @Test("parts join to the text, none is too long, and no character is torn", arguments: 1...40)
    func split(seed: UInt64) {
        var dice = Dice(seed: seed)
        let alphabet: [Character] = ["补", "a", "𠮷", "㎡", "e\u{301}", "👨‍👩‍👧", "1", "。"]
        let text = String(
            (0..<Int.random(in: 0...300, using: &dice)).compactMap { _ in
                alphabet.randomElement(using: &dice)
            })
        let parts = MessageParts.split(text)
        #expect(parts.joined() == text)
        #expect(parts.map { Array($0.unicodeScalars) }.flatMap(\.self) == Array(text.unicodeScalars))
        let limit = parts.count > 1 ? MessageParts.joined : MessageParts.single
        #expect(parts.allSatisfy { !$0.isEmpty && $0.utf16.count <= limit })
        // No part but the last has room for another unit pair.
        #expect(parts.dropLast().allSatisfy { $0.utf16.count >= limit - 1 })
    }

    private func refuses(_ text: String, _ occasion: OutboxMessage.Occasion) -> Bool {
        do {
            return MessageTemplate(try PaperTemplate(parsing: text, as: .message(occasion))) == nil
        } catch {
            return true
        }
    }

    @Test(
        "a template is one sentence that says who sends it, with nothing that this occasion can't fill",
        arguments: [
            ("plain: 【{office}】{procedure}", false), ("plain: {procedure}", true), ("body: {office}", true),
            ("plain: {office}\nplain: x", true), ("plain: {office}{uscc}", true), ("plain: {office}{principal}", true),
            ("plain: {office}{deadline}", true), ("plain: {office}{nobody}", true), ("", true),
            ("copy: 一\nplain: {office}", true),
        ])
    func templates(text: String, isRefused: Bool) {
        #expect(refuses(text, .accepted) == isRefused)
    }

    @Test("no message has a control character, whatever the names hold")
    func controls() throws {
        var particulars = DeskCases.restaurant("老王\u{1B}[2J\n羊汤\u{202E}馆")
        particulars.externalNumber = "SD\u{7}1"
        let store = SampleDesk.store()
        let file = try DeskCases.receive(particulars, into: store)
        let template = try #require(
            MessageTemplate(
                try PaperTemplate(parsing: "plain: {office}{applicant}{case}{procedure}", as: .message(.accepted))))
        let setting = MessageSetting(office: SampleDesk.tellingOffice, templates: [.accepted: template])
        let draft = try #require(
            setting.draft(.accepted, of: file, procedure: "许可\r\n·新办", on: SampleDesk.today))
        let text = draft.message(about: nil).text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
        #expect(text.contains("羊汤"))
    }
}

import CaseDomain
import Testing

@Suite("Licences of a firm")
struct LicenceLineTests {
    private func firm(_ name: String, _ uscc: String?, _ phone: String?) -> String {
        LicenceLine.firm(of: Applicant(name: name, kind: .enterprise, uscc: uscc, phone: phone))
    }

    @Test(
        "one firm by its credit code, else by its name with its telephone number",
        arguments: [
            ("甲店", "92130528MA0A5XB46A", "1", "乙店", "92130528ma0a5xb46a ", "2", true),
            ("甲店", "92130528MA0A5XB46A", "1", "甲店", nil, "1", false),
            ("甲店", "无", "13800000001", "乙店", "无", "13800000001", false),
            ("甲店", nil, "138-0000 0001", "甲 店", nil, "+8613800000001", true),
            ("甲店", nil, "13800000001", "甲店", nil, "13800000002", false),
            ("ＡＢＣ店", nil, nil, "abc店", "", nil, true),
        ] as [(String, String?, String?, String, String?, String?, Bool)])
    func firms(
        _ name: String, _ uscc: String?, _ phone: String?, _ other: String, _ otherCode: String?,
        _ otherPhone: String?, isOne: Bool
    ) {
        #expect((firm(name, uscc, phone) == firm(other, otherCode, otherPhone)) == isOne)
    }

    @Test(
        "a mail number is letters and digits, most of them digits",
        arguments: [
            ("EX 1234 5678 9CN", "EX123456789CN"), ("sf1234567890123", "SF1234567890123"), ("12345678", "12345678"),
            ("1234567", nil), ("ABCDEFGHIJ", nil), ("快递12345678", nil), (String(repeating: "1", count: 21), nil),
            ("", nil),
        ])
    func tracking(written: String, read: String?) {
        #expect(TrackingNumber(written)?.text == read)
    }

    @Test("numbers are read as they are shown", arguments: [("F3", 3), ("f12", 12), ("7", 7), ("F0", nil), ("x", nil)])
    func feedbackNumbers(text: String, count: Int?) {
        #expect(FeedbackNumber(text)?.count == count)
        if let number = FeedbackNumber(text) { #expect(FeedbackNumber(number.text) == number) }
    }
}

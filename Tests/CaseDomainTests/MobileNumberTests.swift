import CaseDomain
import Testing

@Suite("Mobile numbers")
struct MobileNumberTests {
    @Test(
        "as people write them",
        arguments: [
            "13800000001", "138 0000 0001", "138-0000-0001", "+8613800000001", "+86 138 0000 0001", "008613800000001",
            "8613800000001", "１３８０００００００１", "（138）00000001", " 13800000001\t",
        ])
    func read(text: String) { #expect(MobileNumber(text)?.digits == "13800000001") }

    @Test(
        "nothing else takes a message",
        arguments: [
            "", "0543-2345678", "05432345678", "12800000001", "1380000000", "138000000012", "+1 13800000001",
            "23800000001",
            "1380000000a", "一三八〇〇〇〇〇〇〇一", "+86", "138٠٠٠٠٠٠٠١", "13800000001 转 2",
        ])
    func refuse(text: String) { #expect(MobileNumber(text) == nil) }

    @Test("the middle is covered")
    func masked() { #expect(MobileNumber("13812345678")?.masked == "138****5678") }
}

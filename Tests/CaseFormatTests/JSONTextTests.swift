import CaseFormat
import Foundation
import Testing

struct JSONTextTests {
    @Test
    func `every character comes back, and none can act on a terminal`() throws {
        var text = ""
        for value in Array(0x01...0x2FFF) + Array(0xFE00...0xFFFF) + [0x1F34A, 0x20BB7, 0x10FFFF] {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        var json = JSONText()
        json.string(text)
        let back = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
        #expect(back as? String == text)
        let acting = json.text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        #expect(acting.isEmpty)
    }

    @Test(arguments: [
        (0.5, "0.5"), (48.5, "48.5"), (50, "50"), (-0.0, "0"), (1e15, "1000000000000000.0"),
        (1e300, "1e+300"), (1e-7, "1e-07"),
        (123_456_789.125, "123456789.125"), (.infinity, "null"), (.nan, "null"),
    ])
    func `a number is written in its shortest form`(value: Double, written: String) {
        var json = JSONText()
        json.number(value)
        #expect(json.text == written)
    }

    @Test
    func `commas stand where they belong`() {
        var json = JSONText()
        json.beginObject()
        json.key("a")
        json.beginArray()
        json.integer(1)
        json.beginObject()
        json.endObject()
        json.beginArray()
        json.endArray()
        json.null()
        json.endArray()
        json.member("b", true)
        json.member("c", String?.none)
        json.member("d", "e\"\\\n")
        json.endObject()
        json.endLine()
        json.bool(false)
        #expect(json.text == #"{"a":[1,{},[],null],"b":true,"d":"e\"\\\n"}"# + "\nfalse")
    }
}

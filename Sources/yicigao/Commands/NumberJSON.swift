import CaseDomain
import CaseFormat
import ClerkDesk

/// What a number says, as one JSON object on one line.
enum NumberJSON {
    static func bytes(_ reading: NumberReading) -> [UInt8] {
        var json = JSONText(capacity: 2048)
        json.beginObject()
        json.member("kind", reading.kind.rawValue)
        json.member("valid", reading.isValid)
        json.key("problems")
        json.beginArray()
        for problem in reading.problems { write(problem.code, problem.places, problem.phrase, to: &json) }
        json.endArray()
        json.key("hint")
        if let repair = reading.repair {
            json.beginObject()
            json.member("code", repair.code)
            json.member("text", repair.phrase.text(.zh))
            json.endObject()
        } else {
            json.null()
        }
        json.key("warnings")
        json.beginArray()
        for doubt in reading.doubts { write(doubt.code, doubt.places, doubt.phrase, to: &json) }
        json.endArray()
        json.key("parts")
        json.beginArray()
        for part in reading.parts { write(part, to: &json) }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(
        _ code: String, _ places: ClosedRange<Int>?, _ phrase: Phrase, to json: inout JSONText
    ) {
        json.beginObject()
        json.member("code", code)
        json.key("place")
        if let places { json.integer(places.lowerBound) } else { json.null() }
        json.key("to")
        if let places { json.integer(places.upperBound) } else { json.null() }
        json.member("text", phrase.text(.zh))
        json.endObject()
    }

    private static func write(_ part: NumberReading.Part, to json: inout JSONText) {
        json.beginObject()
        json.member("part", part.name.rawValue)
        json.member("name", part.name.phrase.text(.zh))
        json.member("english", part.name.phrase.text(.en))
        json.member("from", part.places.lowerBound)
        json.member("to", part.places.upperBound)
        json.member("text", part.text)
        json.nullable("meaning", part.meaning?.phrase.text(.zh))
        json.member("verified", part.meaning?.isVerified ?? true)
        json.endObject()
    }
}

import CaseStore
import TextLayout

/// The index terms of a text, so that any part of it can be found through an index of words.
///
/// At every place of a text stands one gram: two characters from a Chinese character on, four from an ASCII one on (there
/// are only ten digits, and pairs of them would find everything), fewer where the text ends. Chinese characters stand
/// there alone as well, and of a name the initials, three at every place and in every reading, and the syllables, two at
/// every place. A search of several grams must hold each of its own; a search shorter than one gram looks for grams that
/// begin with it. The syllable of a character that no Chinese one follows is a gram with the letter behind it, or alone, so that
/// grams begin with every syllable. Hits are only candidates: grams may stand in another order in the text than in the search.
enum SearchGrams {
    /// What an index holds. Earlier programs kept less; the rest is added to such a store little by little.
    struct Parts: OptionSet {
        let rawValue: Int

        static let texts = Parts(rawValue: 1)
        /// Single characters, and initials.
        static let additions = Parts(rawValue: 2)
        static let syllables = Parts(rawValue: 4)
        /// The syllables of characters behind which no Chinese one stands, with the letter that stands there.
        static let endings = Parts(rawValue: 8)
        static let all: Parts = [.texts, .additions, .syllables, .endings]
    }

    /// The grams of a haystack, separated by blanks.
    static func terms(_ haystack: String, _ parts: Parts = .all) -> String {
        var terms: [UInt8] = []
        terms.reserveCapacity(1024)
        for (place, field) in haystack.unicodeScalars.split(
            separator: SearchText.separator, omittingEmptySubsequences: false
        ).enumerated() {
            let scalars = Array(field)
            append(scalars, parts, to: &terms)
            guard place == 0 else { continue }
            if parts.contains(.additions) { appendInitials(scalars.map(Pinyin.typedInitials), to: &terms) }
            guard !parts.isDisjoint(with: [.syllables, .endings]) else { continue }
            appendSyllables(scalars, parts, to: &terms)
        }
        return String(decoding: terms, as: UTF8.self)
    }

    /// A field is coded once: its grams are stretches of the code.
    private static func append(_ scalars: [Unicode.Scalar], _ parts: Parts, to terms: inout [UInt8]) {
        guard !parts.isDisjoint(with: [.texts, .additions]) else { return }
        var code: [UInt8] = []
        code.reserveCapacity(4 * scalars.count)
        var ends: [Int] = []
        ends.reserveCapacity(scalars.count)
        for scalar in scalars {
            append(scalar, to: &code)
            ends.append(code.count)
        }
        var start = 0
        for place in scalars.indices {
            if parts.contains(.texts) {
                terms += code[start..<ends[min(place + length(from: scalars[place]), scalars.count) - 1]]
                terms.append(blank)
            }
            if parts.contains(.additions), !scalars[place].isASCII, place < scalars.count - 1 {
                terms += code[start..<ends[place]]
                terms.append(blank)
            }
            start = ends[place]
        }
    }

    /// - Parameter initials: of each character.
    private static func appendInitials(_ initials: [[UInt8]], to terms: inout [UInt8]) {
        for place in initials.indices where !initials[place].isEmpty {
            let letters = initials[place...].prefix(reach).prefix { !$0.isEmpty }
            // Nearly every character has one reading.
            if letters.allSatisfy({ $0.count == 1 }) {
                terms.append(heard)
                for letter in letters { terms += letter }
                terms.append(blank)
                continue
            }
            let grams = letters.reduce([[]]) { grams, letters in
                grams.flatMap { gram in letters.map { gram + [$0] } }
            }
            for gram in grams { terms += [heard] + gram + [blank] }
        }
    }

    private static func appendSyllables(_ scalars: [Unicode.Scalar], _ parts: Parts, to terms: inout [UInt8]) {
        let readings = scalars.map(Pinyin.readings)
        for (place, left) in readings.enumerated() {
            let right = place + 1 < readings.count ? readings[place + 1] : []
            guard parts.contains(right.isEmpty ? .endings : .syllables) else { continue }
            // A letter is typed as what it is, so that it stands there like a syllable.
            let letters = place + 1 < scalars.count ? Pinyin.typedInitials(of: scalars[place + 1]) : []
            for first in left {
                for second in right.isEmpty ? [letters] : right {
                    appendSyllables(first, second, to: &terms)
                    terms.append(blank)
                }
            }
        }
    }

    private static func appendSyllables(_ first: [UInt8], _ second: [UInt8], to term: inout [UInt8]) {
        term.append(spelled)
        term += first
        // Where one ends and the other begins: xi an isn't xia n.
        term.append(digit(0))
        term += second
    }

    /// What to ask the index for.
    ///
    /// - Parameters:
    ///   - sought: not empty.
    ///   - parts: what the index holds.
    /// - Returns: nil where such an index can't find all that is sought.
    static func search(_ sought: SoughtText, in parts: Parts = .all) -> GramQuery? {
        guard parts.contains(.additions) || sought.ear == nil else { return nil }
        var ways = [text(sought.needle, in: parts)]
        if let joined = sought.joined { ways.append(text(joined, in: parts)) }
        if sought.ear != nil { ways.append(sound(sought.needle, in: parts)) }
        return .any(ways)
    }

    private static func text(_ needle: String, in parts: Parts) -> GramQuery {
        let scalars = Array(needle.unicodeScalars)
        if parts.contains(.additions), scalars.count == 1, !scalars[0].isASCII { return .gram(term(scalars)) }
        var grams: [GramQuery] = []
        for place in scalars.indices {
            let end = place + length(from: scalars[place])
            guard end <= scalars.count, grams.count < most else { continue }
            let gram = GramQuery.gram(term(scalars[place..<end]))
            if !grams.contains(gram) { grams.append(gram) }
        }
        return grams.isEmpty ? .gram(term(scalars), .short) : .all(grams)
    }

    /// What was typed, taken for sounds: letters stand for initials in one way or another, all else for itself.
    private static func sound(_ needle: String, in parts: Parts) -> GramQuery {
        let words = needle.unicodeScalars.split(separator: " ")
        let runs = words.flatMap { word in word.chunked { isLetter($0) == isLetter($1) } }
        var all = runs.prefix(most).map { run in
            guard let first = run.first, isLetter(first) else {
                return text(String(String.UnicodeScalarView(run)), in: parts)
            }
            return letters(run.prefix(longest).map { UInt8(truncatingIfNeeded: $0.value | 0x20) }, in: parts)
        }
        all += zip(words, words.dropFirst()).prefix(most).compactMap(seam)
        // Whole grams find few enough; what is shorter would have half the index gathered for nothing.
        let whole = all.filter { !$0.isShort }
        return .all(whole.isEmpty ? all : whole)
    }

    /// The end of one word and the beginning of the next: the blank between them is in the name or isn't.
    private static func seam(_ left: Substring.UnicodeScalarView, _ right: Substring.UnicodeScalarView) -> GramQuery? {
        guard let end = left.last, let start = right.first, !end.isASCII, !start.isASCII else { return nil }
        return .any([.gram(term([end, start])), .gram(term([end, " "]))])
    }

    /// Going further into what was typed finds fewer candidates, but there may be too many ways to read it.
    private static func letters(_ letters: [UInt8], in parts: Parts) -> GramQuery {
        let ways = Set(
            Pinyin.ways(typed: letters, depths: reach...(reach + 3), most: 3 * most).map { grams($0, in: parts) })
        // What holds one way's grams and more is found by that way already.
        let least = ways.filter { way in !ways.contains { $0.isStrictSubset(of: way) } }
        return .any(least.map { GramQuery.all($0.sorted { $0.expression < $1.expression }) })
    }

    /// What the index has to hold for one way to read what was typed.
    private static func grams(_ way: [Pinyin.Share], in parts: Parts) -> Set<GramQuery> {
        let pairs = parts.contains(.syllables) ? zip(way, way.dropFirst()).compactMap { pair($0, $1, in: parts) } : []
        if !pairs.isEmpty, pairs.count == way.count - 1 { return Set(pairs) }
        let initials = way.map(\.initial)
        guard initials.count >= reach else {
            guard pairs.isEmpty else { return Set(pairs) }
            let spelled = parts.contains(.endings) ? way.filter(\.isSpelled) : []
            let longest = spelled.max { $0.letters.count < $1.letters.count }
            return [longest.map(syllable) ?? .gram(heard(initials), .short)]
        }
        let places = Array(0...(initials.count - reach))
        return Set(pairs).union(places.map { .gram(heard(initials[$0..<($0 + reach)])) })
    }

    /// A character that was spelled, to its end or so far, whatever follows it.
    private static func syllable(_ share: Pinyin.Share) -> GramQuery {
        .gram(String(decoding: [spelled] + share.letters + (share.isLast ? [] : [digit(0)]), as: UTF8.self), .open)
    }

    /// Two characters, the first of which was spelled to its end.
    private static func pair(_ first: Pinyin.Share, _ second: Pinyin.Share, in parts: Parts) -> GramQuery? {
        guard first.isSpelled, second.isSpelled || parts.contains(.endings) else { return nil }
        func gram(_ letters: [UInt8], _ ending: GramQuery.Ending) -> GramQuery {
            var term: [UInt8] = []
            appendSyllables(first.letters, letters, to: &term)
            return .gram(String(decoding: term, as: UTF8.self), ending)
        }
        guard second.isSpelled else { return gram(second.letters, .open) }
        guard second.isLast else { return gram(second.letters, .whole) }
        // The syllables that it may become are few: looking each up is quicker than gathering what begins with it.
        let syllables = Pinyin.syllables(from: second.letters)
        return syllables.isEmpty ? gram(second.letters, .open) : .any(syllables.map { gram($0, .whole) })
    }

    private static func heard(_ initials: some Collection<UInt8>) -> String {
        String(decoding: [heard] + initials, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

    private static func length(from scalar: Unicode.Scalar) -> Int { scalar.isASCII ? 4 : 2 }

    private static func term(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var term: [UInt8] = []
        for scalar in scalars { append(scalar, to: &term) }
        return String(decoding: term, as: UTF8.self)
    }

    /// Initials in a gram.
    private static let reach = 3
    /// The first letter of a gram of initials, with which no gram of a text begins.
    private static let heard = UInt8(ascii: "z")
    /// The first letter of a gram of syllables, with which no other gram begins.
    private static let spelled = UInt8(ascii: "y")
    private static let blank = UInt8(ascii: " ")
    /// Letters of a run that are looked at.
    private static let longest = 36
    /// Grams that an expression has of one run; the rest is left to the test of the rows.
    private static let most = 12

    private static func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: value < 10 ? 48 + value : 87 + value) }

    /// ASCII as two base-36 digits, of which the first is 0 to 3; everything else as four, of which the first is a letter
    /// up to x. No code is the beginning of another, so a prefix of a term is a prefix of the text.
    private static func append(_ scalar: Unicode.Scalar, to term: inout [UInt8]) {
        let value = Int(scalar.value)
        if scalar.isASCII {
            term.append(digit(value / 36))
        } else {
            term.append(digit(10 + value / 46_656))
            term.append(digit(value / 1296 % 36))
            term.append(digit(value / 36 % 36))
        }
        term.append(digit(value % 36))
    }
}

extension Substring.UnicodeScalarView {
    /// Runs whose neighbours belong together.
    fileprivate func chunked(
        by belongs: (Unicode.Scalar, Unicode.Scalar) -> Bool
    ) -> [[Unicode.Scalar]] {
        var runs: [[Unicode.Scalar]] = []
        for scalar in self {
            if let last = runs.last?.last, belongs(last, scalar) {
                runs[runs.count - 1].append(scalar)
            } else {
                runs.append([scalar])
            }
        }
        return runs
    }
}

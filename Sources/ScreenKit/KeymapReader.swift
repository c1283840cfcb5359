import TextLayout

/// Collects the entries of one keymap file, and what is wrong with it.
///
/// Contexts and intents are places in lists of names here: a keymap is read before the first screen, and code that is
/// made for types it doesn't know takes three times as long.
struct KeymapReader {
    struct Entry {
        let line: Int
        /// Where its keys stand.
        let column: Int
        let context: Int
        let chord: KeyChord
        /// Nil where keys are only taken away.
        let intent: Int?
        let help: String?

        var place: (line: Int, column: Int) { (line, column) }
    }

    /// An entry that would take the last key away from an intent that must not lose it.
    struct Taker {
        let entry: Entry
        let intent: String
    }

    private let contexts: [String]
    private let intents: [String]
    private let contextsByName: [String: Int]
    private let intentsByName: [String: Int]
    private let typing: Set<Int>
    private var diagnostics: [KeymapDiagnostic] = []
    private var entries: [Entry] = []

    /// - Parameter typing: the contexts where keys that type something are text.
    init(contexts: [String], intents: [String], typing: Set<Int>) {
        (self.contexts, self.intents, self.typing) = (contexts, intents, typing)
        contextsByName = Self.places(contexts)
        intentsByName = Self.places(intents)
    }

    private static func places(_ names: [String]) -> [String: Int] {
        var places = [String: Int](minimumCapacity: names.count)
        for (place, name) in names.enumerated() { places[name] = place }
        return places
    }

    mutating func read(_ text: String) {
        let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            read(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, number: index + 1)
        }
    }

    /// A line with several mistakes reports all of them, so that a file is mended in one go.
    private mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
        let (content, help) = Self.splitHelp(line)
        let columns = Self.columns(of: content)
        guard !columns.isEmpty else { return }
        guard columns.count >= 3 else {
            report(.missingColumn, (number, Self.characters(content) + 1))
            return
        }
        let context = contextsByName[columns[0].text]
        if context == nil {
            report(.unknownContext(columns[0].text), (number, columns[0].start), near: contexts)
        }
        let keys = columns[1].text
        let strokes = keys.split(separator: " ").map { (name: $0, stroke: KeyStroke(name: $0)) }
        for unknown in strokes where unknown.stroke == nil {
            let offset = keys.distance(from: keys.startIndex, to: unknown.name.startIndex)
            report(
                .unknownKey(String(unknown.name)), (number, columns[1].start + offset),
                near: KeyStroke.namedKeys.map(\.name))
        }
        let intent = intentsByName[columns[2].text]
        let isRemoval = columns[2].text == "-"
        if intent == nil && !isRemoval {
            report(.unknownIntent(columns[2].text), (number, columns[2].start), near: intents)
        }
        if columns.count > 3 {
            report(.extraColumn(columns[3].text), (number, columns[3].start))
            return
        }
        let known = strokes.compactMap(\.stroke)
        guard let context, known.count == strokes.count, intent != nil || isRemoval else { return }
        // The blank ticks and turns where a field takes no text, so it may be bound.
        if let first = known.first, let typed = first.typedCharacter, typed != " ", intent != nil,
            typing.contains(context)
        {
            report(.typed(first.name), (number, columns[1].start))
            return
        }
        entries.append(
            Entry(
                line: number, column: columns[1].start, context: context, chord: KeyChord(known), intent: intent,
                help: help))
    }

    /// The entries that stand; of two that clash the shorter and then the earlier one does, as it would when pressed.
    mutating func entriesWithoutConflicts() -> [Entry] {
        var standing: [Entry] = []
        // Where each chord of a context stands first, and where it first leads somewhere.
        var lines: [Place: Int] = [:]
        var bound: [Place: Entry] = [:]
        for entry in entries {
            let place = Place(context: entry.context, chord: entry.chord)
            if lines[place] == nil { lines[place] = entry.line }
            if entry.intent != nil, bound[place] == nil { bound[place] = entry }
        }
        for entry in entries {
            if let first = lines[Place(context: entry.context, chord: entry.chord)], first < entry.line {
                report(.duplicate(chord: entry.chord.name, firstLine: first), entry.place)
            } else if entry.intent != nil,
                let prefix = Self.beginnings(of: entry, in: bound).min(by: { $0.line < $1.line })
            {
                report(
                    .unreachable(
                        chord: entry.chord.name, prefix: prefix.chord.name, prefixLine: prefix.line), entry.place)
            } else {
                standing.append(entry)
            }
        }
        return standing
    }

    /// The entries whose keys are a part of another's beginning.
    private static func beginnings(of entry: Entry, in bound: [Place: Entry]) -> [Entry] {
        let strokes = entry.chord.strokes
        guard strokes.count > 1 else { return [] }
        return (1..<strokes.count).compactMap { length in
            bound[Place(context: entry.context, chord: KeyChord(Array(strokes.prefix(length))))]
        }
    }

    private struct Place: Hashable {
        let context: Int
        let chord: KeyChord
    }

    mutating func report(_ takers: [Taker]) {
        for taker in takers {
            report(.essential(chord: taker.entry.chord.name, intent: taker.intent), taker.entry.place)
        }
    }

    /// In the order of the lines.
    var sortedDiagnostics: [KeymapDiagnostic] {
        diagnostics.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    private mutating func report(
        _ problem: KeymapDiagnostic.Problem, _ place: (line: Int, column: Int), near names: [String] = []
    ) {
        let written: String? =
            switch problem {
            case .unknownContext(let name), .unknownKey(let name), .unknownIntent(let name): name
            default: nil
            }
        let hint = written.flatMap { NearestName.find($0, among: names) }
        diagnostics.append(KeymapDiagnostic(line: place.line, column: place.column, problem: problem, hint: hint))
    }

    private static func splitHelp(_ line: ArraySlice<UInt8>) -> (content: ArraySlice<UInt8>, help: String?) {
        guard let mark = line.firstIndex(of: UInt8(ascii: "#")) else { return (line, nil) }
        var help = line[(mark + 1)...]
        while let first = help.first, isBlank(first) { help.removeFirst() }
        while let last = help.last, isBlank(last) { help.removeLast() }
        return (line[..<mark], help.isEmpty ? nil : String(decoding: help, as: UTF8.self))
    }

    /// What stands in a column, with one blank for each in it, and where.
    private struct Column {
        var text: String
        /// The character it begins at, from 1.
        let start: Int
    }

    private static func columns(of content: ArraySlice<UInt8>) -> [Column] {
        var columns: [Column] = []
        var blanks = 2
        var rest = content
        while let first = rest.first {
            if isBlank(first) {
                blanks += first == UInt8(ascii: "\t") ? 2 : 1
                rest.removeFirst()
                continue
            }
            let word = rest.prefix { !isBlank($0) }
            let text = String(decoding: word, as: UTF8.self)
            if blanks >= 2 {
                columns.append(Column(text: text, start: characters(content[..<word.startIndex]) + 1))
            } else {
                columns[columns.count - 1].text += " " + text
            }
            rest = rest[word.endIndex...]
            blanks = 0
        }
        return columns
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
        // All that stands before the help of a line in order is one byte a character.
        bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
    }
}

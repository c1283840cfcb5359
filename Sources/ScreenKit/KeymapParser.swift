import TextLayout

extension Keymap {
    /// A keymap as read from text, with everything that is wrong with the text.
    package struct Parsed: Sendable {
        /// The keymap made of the lines that are in order.
        package let keymap: Keymap
        /// What is wrong with the other lines, in the order of the lines; empty when all is well.
        package let diagnostics: [KeymapDiagnostic]
    }

    /// Reads a keymap.
    ///
    /// One binding a line: context, keys, intent, two blanks or a tab between them, and help after `#`. The keys of a
    /// chord have one blank between them. Keys are single characters or `F1`, `C-x`, `A-x`, `S-F5`, `Enter`, `Esc`,
    /// `Tab`, `Up`, `PgDn`, `Space`, `Hash` and so on. Empty lines and lines that begin with `#` say nothing.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - base: The keymap under a user's own file. A line of the file replaces every binding of its context that
    ///     has the same keys or stands in their way; an intent written `-` only takes the keys away.
    ///   - typing: The contexts where keys that type something are text.
    ///   - essentials: Intents that must not lose their last key in any context; lines that would take it don't count.
    /// - Returns: The keymap and all diagnostics.
    package static func parse(
        _ text: String, over base: Keymap? = nil, typing: Set<Context> = [], essentials: [Intent] = []
    ) -> Parsed {
        var reader = KeymapReader<Context, Intent>(typing: typing)
        // By bytes, here and below: the keymap is read before the first screen.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            reader.read(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line), number: index + 1)
        }
        let own = reader.entriesWithoutConflicts()
        var keymap = layered(own, over: base)
        if let base {
            let spared = reader.sparing(essentials, of: base, among: own, leaving: keymap)
            if spared.count < own.count { keymap = layered(spared, over: base) }
        }
        return Parsed(
            keymap: keymap,
            diagnostics: reader.diagnostics.enumerated().sorted {
                ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
            }.map(\.element))
    }

    private static func layered(_ own: [KeymapReader<Context, Intent>.Entry], over base: Keymap?) -> Keymap {
        var bindings = (base?.bindings ?? []).filter { old in
            !own.contains {
                $0.context == old.context && ($0.chord.begins(old.chord) || old.chord.begins($0.chord))
            }
        }
        for entry in own {
            guard let intent = entry.intent else { continue }
            bindings.append(
                Binding(context: entry.context, chord: entry.chord, intent: intent, help: entry.help))
        }
        return Keymap(bindings: bindings)
    }

    /// The keymap as text that reads back as the same keymap, in aligned columns.
    package var text: String {
        let contextColumns = bindings.map(\.context.rawValue.count).max() ?? 0
        let keyColumns = bindings.map(\.chord.name.count).max() ?? 0
        let intentColumns = bindings.map(\.intent.rawValue.count).max() ?? 0
        return bindings.map { binding in
            let line =
                Self.padded(binding.context.rawValue, contextColumns) + Self.padded(binding.chord.name, keyColumns)
            guard let help = binding.help else { return line + binding.intent.rawValue + "\n" }
            return line + Self.padded(binding.intent.rawValue, intentColumns) + "# " + help + "\n"
        }.joined()
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: columns - text.count + 2)
    }
}

/// Collects the entries of one file, and what is wrong with it.
private struct KeymapReader<Context, Intent>
where
    Context: RawRepresentable<String> & CaseIterable & Hashable & Sendable,
    Intent: RawRepresentable<String> & CaseIterable & Hashable & Sendable
{
    struct Entry {
        let line: Int
        /// Where its keys stand.
        let column: Int
        let context: Context
        let chord: KeyChord
        let intent: Intent?
        let help: String?

        var place: (line: Int, column: Int) { (line, column) }
    }

    private let typing: Set<Context>
    private(set) var diagnostics: [KeymapDiagnostic] = []
    private var entries: [Entry] = []

    init(typing: Set<Context>) {
        self.typing = typing
    }

    /// A line with several mistakes reports all of them, so that a file is mended in one go.
    mutating func read(_ line: Substring, number: Int) {
        let (content, help) = Self.splitHelp(line)
        let columns = Self.columns(of: content)
        guard !columns.isEmpty else { return }
        guard columns.count >= 3 else {
            report(.missingColumn, (number, content.count + 1))
            return
        }
        let context = Context(rawValue: columns[0].text)
        if context == nil {
            let names = Context.allCases.map(\.rawValue)
            report(.unknownContext(columns[0].text), (number, columns[0].start), near: names)
        }
        let keys = columns[1].text
        let strokes = keys.split(separator: " ").map { (name: $0, stroke: KeyStroke(name: $0)) }
        for unknown in strokes where unknown.stroke == nil {
            let offset = keys.distance(from: keys.startIndex, to: unknown.name.startIndex)
            report(
                .unknownKey(String(unknown.name)), (number, columns[1].start + offset),
                near: KeyStroke.namedKeys.map(\.name))
        }
        let intent = Intent(rawValue: columns[2].text)
        let isRemoval = columns[2].text == "-"
        if intent == nil && !isRemoval {
            let names = Intent.allCases.map(\.rawValue)
            report(.unknownIntent(columns[2].text), (number, columns[2].start), near: names)
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
            let beginnings = (1..<max(1, entry.chord.strokes.count)).map { length in
                Place(context: entry.context, chord: KeyChord(Array(entry.chord.strokes.prefix(length))))
            }
            if let first = lines[Place(context: entry.context, chord: entry.chord)], first < entry.line {
                report(.duplicate(chord: entry.chord.name, firstLine: first), entry.place)
            } else if entry.intent != nil,
                let prefix = beginnings.compactMap({ bound[$0] }).min(by: { $0.line < $1.line })
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

    private struct Place: Hashable {
        let context: Context
        let chord: KeyChord
    }

    /// The entries without those that would take the last key away from an essential intent.
    ///
    /// - Parameter keymap: what the base and all entries come to.
    mutating func sparing(
        _ essentials: [Intent], of base: Keymap<Context, Intent>, among own: [Entry],
        leaving keymap: Keymap<Context, Intent>
    ) -> [Entry] {
        var spared: Set<Int> = []
        for context in Context.allCases {
            for intent in essentials where keymap.bindings(for: intent, in: context).isEmpty {
                let lost = base.bindings(for: intent, in: context)
                let takers = own.filter { entry in
                    (entry.context == context || entry.context == Keymap<Context, Intent>.fallback)
                        && lost.contains { entry.chord.begins($0) || $0.begins(entry.chord) }
                }
                for taker in takers where spared.insert(taker.line).inserted {
                    report(.essential(chord: taker.chord.name, intent: intent.rawValue), taker.place)
                }
            }
        }
        return own.filter { !spared.contains($0.line) }
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

    private static func splitHelp(_ line: Substring) -> (content: Substring, help: String?) {
        guard let mark = line.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (line, nil) }
        var help = line[line.utf8.index(after: mark)...]
        while help.first?.isWhitespace == true { help.removeFirst() }
        while help.last?.isWhitespace == true { help.removeLast() }
        return (line[..<mark], help.isEmpty ? nil : String(help))
    }

    /// What stands in a column, with one blank for each in it, and where.
    private struct Column {
        var text: String
        let begin: String.Index
        let line: Substring

        /// The character it begins at, from 1.
        var start: Int { line[..<begin].count + 1 }
    }

    private static func columns(of content: Substring) -> [Column] {
        var columns: [Column] = []
        var blanks = 2
        var rest = content.utf8[...]
        while let first = rest.first {
            if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                blanks += first == UInt8(ascii: "\t") ? 2 : 1
                rest.removeFirst()
                continue
            }
            let word = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            if blanks >= 2 {
                columns.append(Column(text: String(Substring(word)), begin: word.startIndex, line: content))
            } else {
                columns[columns.count - 1].text += " \(Substring(word))"
            }
            rest = rest[word.endIndex...]
            blanks = 0
        }
        return columns
    }
}

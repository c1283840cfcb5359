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
        let (contexts, intents) = (Array(Context.allCases), Array(Intent.allCases))
        var reader = KeymapReader(
            contexts: contexts.map(\.rawValue), intents: intents.map(\.rawValue),
            typing: Set(contexts.indices.filter { typing.contains(contexts[$0]) }))
        reader.read(text)
        func layered(_ own: [KeymapReader.Line]) -> Keymap {
            var bindings = (base?.bindings ?? []).filter { old in
                !own.contains {
                    contexts[$0.context] == old.context
                        && ($0.chord.begins(old.chord) || old.chord.begins($0.chord))
                }
            }
            for entry in own {
                guard let intent = entry.intent else { continue }
                bindings.append(
                    Binding(
                        context: contexts[entry.context], chord: entry.chord, intent: intents[intent],
                        help: entry.help))
            }
            return Keymap(bindings: bindings)
        }
        let own = reader.entriesWithoutConflicts()
        var keymap = layered(own)
        if let base {
            let takers = takers(of: essentials, from: base, among: own, contexts, leaving: keymap)
            reader.report(takers)
            if !takers.isEmpty {
                keymap = layered(own.filter { entry in !takers.contains { $0.entry.line == entry.line } })
            }
        }
        return Parsed(keymap: keymap, diagnostics: reader.sortedDiagnostics)
    }

    /// The entries that would take the last key away from an essential intent.
    ///
    /// - Parameter keymap: what the base and all entries come to.
    private static func takers(
        of essentials: [Intent], from base: Keymap, among own: [KeymapReader.Line], _ contexts: [Context],
        leaving keymap: Keymap
    ) -> [KeymapReader.Taker] {
        var takers: [KeymapReader.Taker] = []
        for context in contexts {
            for intent in essentials where keymap.bindings(for: intent, in: context).isEmpty {
                let lost = base.bindings(for: intent, in: context)
                for entry in own where [context, fallback].contains(contexts[entry.context]) {
                    guard lost.contains(where: { entry.chord.begins($0) || $0.begins(entry.chord) }),
                        !takers.contains(where: { $0.entry.line == entry.line })
                    else { continue }
                    takers.append(KeymapReader.Taker(entry: entry, intent: intent.rawValue))
                }
            }
        }
        return takers
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

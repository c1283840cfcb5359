import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Every keymap that ships reaches everything.
@Suite("Bindings")
struct KeymapBindingTests {
    @Test("no keymap has a line that can't be used", arguments: SampleDesk.keymaps.map(\.name))
    func diagnostics(name: String) throws {
        let keys = try #require(SampleDesk.keymaps.first { $0.name == name })
        #expect(keys.parsed.diagnostics.map(\.description) == [])
    }

    @Test("every intent has a key somewhere and a name in both languages", arguments: SampleDesk.keymaps.map(\.name))
    func everyIntent(name: String) {
        let keymap = SampleDesk.desk(keymap: name).keymap
        for intent in DeskIntent.allCases {
            let places = DeskPlace.allCases.filter { keymap.label(for: intent, in: $0) != nil }
            #expect(!places.isEmpty, "\(intent) has no key in \(name)")
            for language in Language.allCases { #expect(!intent.phrase.text(language).isEmpty) }
        }
        for place in DeskPlace.allCases {
            for language in Language.allCases { #expect(!place.phrase.text(language).isEmpty) }
        }
    }

    @Test("the function keys leave letters and digits to the input method")
    func functionKeys() {
        let keymap = SampleDesk.desk(keymap: "function-keys").keymap
        for binding in keymap.bindings where ![.picker, .reader, .confirm].contains(binding.context) {
            guard binding.chord.strokes.count == 1, let stroke = binding.chord.strokes.first,
                let character = stroke.typedCharacter, character != " "
            else { continue }
            Issue.record("\(binding.context) \(binding.chord.name) is a letter key")
        }
    }

    @Test("help and leaving work everywhere", arguments: SampleDesk.keymaps.map(\.name), DeskPlace.allCases)
    func wayOut(name: String, place: DeskPlace) {
        let keymap = SampleDesk.desk(keymap: name).keymap
        let isAnswered = place == .confirm
        #expect(keymap.label(for: .back, in: place) != nil || isAnswered && keymap.label(for: .no, in: place) != nil)
    }

    @Test("all bindings are as written down")
    func golden() {
        var text = ""
        for (name, parsed) in SampleDesk.keymaps {
            text += "== \(name)\n"
            for place in DeskPlace.allCases {
                for intent in DeskIntent.allCases {
                    let keys = parsed.keymap.bindings(for: intent, in: place).map(\.name)
                    if !keys.isEmpty {
                        text += "\(place.rawValue)  \(intent.rawValue)  \(keys.joined(separator: ", "))\n"
                    }
                }
            }
        }
        Golden.expect(text, at: "Screens/bindings.txt")
    }
}

import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Keymap files as people get them wrong, and what they are told.
@Suite("Bad keymaps")
struct BadKeymapTests {
    private static let standard = SampleDesk.keymaps[0].parsed.keymap
    private static let folder = "Fixtures/BadKeymaps"

    private static func parsed(_ name: String) throws -> DeskKeymap.Parsed {
        DeskKeymap.desk(try SourceTree.text("\(folder)/\(name)"), over: standard)
    }

    @Test("everything wrong is told at once, with its place")
    func expected() throws {
        let names = try SourceTree.names(in: Self.folder).filter { $0.hasSuffix(".keymap") }
        #expect(names.count >= 4)
        for name in names {
            let told = try Self.parsed(name).diagnostics.map { "\($0)\n" }.joined()
            #expect(told == (try SourceTree.text("\(Self.folder)/\(name).expected")), "\(name)")
        }
    }

    @Test("no file takes away help, leaving, or the answers to a question", arguments: DeskPlace.allCases)
    func wayOut(place: DeskPlace) throws {
        for name in try SourceTree.names(in: Self.folder).filter({ $0.hasSuffix(".keymap") }) {
            let keymap = try Self.parsed(name).keymap
            for intent in DeskKeymap.essentials where Self.standard.label(for: intent, in: place) != nil {
                #expect(keymap.label(for: intent, in: place) != nil, "\(intent) in \(name)")
            }
        }
    }

    @Test("the good lines of a bad file count")
    func goodLines() throws {
        let keymap = try Self.parsed("many-at-once.keymap").keymap
        #expect(keymap.bindings(for: .down, in: .queue).map(\.name).contains("F9"))
    }

    @Test("a desk starts with a bad keymap and shows every mistake, one after another")
    func shown() throws {
        let notes = try Self.parsed("printable.keymap").diagnostics.map(\.description)
        var desk = DeskDriver(SampleDesk.desk(notes: notes))
        #expect(desk.status == notes[0])
        #expect(desk.row(with: notes[0])?.contains("+2") == true)
        desk.press("C-l")
        #expect(desk.status == notes[1])
        desk.press("C-l", "C-l")
        #expect(desk.status == "")
    }
}

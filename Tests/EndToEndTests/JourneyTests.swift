import ClerkDesk
import Foundation
import ScreenKit
import TestSupport
import Testing

/// Every journey of `Fixtures/Journeys`, through a real terminal.
@Suite(.serialized)
struct JourneyTests {
    static let fixtures = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static var journeys: [String] {
        let folder = fixtures.appendingPathComponent("Fixtures/Journeys").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".journey") }.sorted()
    }

    static func keymap() throws -> Keymap<DeskPlace, DeskIntent> {
        let path = fixtures.appendingPathComponent("Keymaps/standard.keymap")
        return Keymap.parse(try String(contentsOf: path, encoding: .utf8)).keymap
    }

    @Test func thereAreJourneys() { #expect(Self.journeys.count >= 6) }

    @Test(arguments: journeys)
    func journey(_ name: String) throws {
        let path = Self.fixtures.appendingPathComponent("Fixtures/Journeys/\(name)")
        let journey = try Journey(try String(contentsOf: path, encoding: .utf8))
        try journey.play(in: TemporaryFolder(), keymap: Self.keymap())
    }
}

import Foundation
import Testing

/// Keymaps from the command line.
struct KeymapCommandTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    @Test func everythingWrongIsToldWithItsPlace() throws {
        let file = "\(Workplace.fixtures)/BadKeymaps/many-at-once.keymap"
        let run = try work.run("keymap", "check", file)
        #expect(run.code == 2)
        #expect(run.lines.count == 6)
        #expect(run.lines.first == "\(file):2:9: 这一行应有三列：场合、按键、动作，列间至少空两格")
        #expect(run.lines.allSatisfy { $0.hasPrefix("\(file):") })
    }

    @Test func aGoodFileIsFineAndAMissingOneIsNot() throws {
        let file = "\(work.path)/mine.keymap"
        try Data("queue  C-j  down\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try work.run("keymap", "check", file).code == 0)
        let missing = try work.run("keymap", "check", "\(work.path)/none.keymap")
        #expect(missing.code == 2 && missing.complaints.count == 1)
    }

    @Test(arguments: ["standard", "vi", "function-keys"])
    func aKeymapIsShown(name: String) throws {
        let run = try work.run("keymap", "show", name)
        #expect(run.code == 0 && run.errors == "")
        #expect(run.lines.contains { $0.hasPrefix("global     C-p        palette           # 命令") })
    }
}

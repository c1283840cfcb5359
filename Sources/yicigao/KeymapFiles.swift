import ChecklistFiles
import ClerkDesk
import Foundation
import ScreenKit

/// Finds and layers keymap files.
enum KeymapFiles {
    /// - Parameter name: of a keymap that comes with the program, or the path of a file that changes the standard one.
    /// - Returns: the keymap, and what is wrong with the user's file, a line each; its good lines count.
    static func load(_ name: String, _ folder: DataFolder) throws -> (DeskKeymap, [String]) {
        let named = try layered(name, folder)
        var (keymap, notes) = (named.keymap, named.notes)
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_CONFIG_HOME"] ?? "\(environment["HOME"] ?? NSHomeDirectory())/.config"
        let own = "\(home)/yicigao/keymap"
        if FileManager.default.fileExists(atPath: own) {
            let (layered, more) = try read(own, over: keymap)
            (keymap, notes) = (layered, notes + more)
        }
        return (keymap, notes)
    }

    /// The same without the user's own file.
    static func layered(_ name: String, _ folder: DataFolder) throws -> (keymap: DeskKeymap, notes: [String]) {
        let standard = try read("\(folder.keymaps)/standard.keymap", over: nil)
        guard name != "standard" else { return standard }
        let path = name.contains("/") ? name : "\(folder.keymaps)/\(name).keymap"
        return try read(path, over: standard.keymap)
    }

    /// - Throws: `CommandFailure` where the file can't be read.
    static func read(_ path: String, over base: DeskKeymap?) throws -> (keymap: DeskKeymap, notes: [String]) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(code: .usage, message: "\(path): 读不到键位文件")
        }
        let parsed = DeskKeymap.desk(String(decoding: data, as: UTF8.self), over: base)
        return (parsed.keymap, parsed.diagnostics.map { "\(path):\($0.line):\($0.column): \($0.message)" })
    }
}

import ClerkDesk
import ScreenKit

extension DeskCommand {
    /// The desk as a short and correct command line asks for it: options spelled out, each with its value beside it.
    ///
    /// The parser of all commands looks its types up at run time, which takes a third of the time until the first screen, for
    /// the one command that is opened all day. Whatever isn't plain, or isn't right, is left to it: this says yes or nothing,
    /// and never what is wrong.
    ///
    /// - Parameter arguments: the words after the program's name.
    /// - Returns: nil where the parser has to look.
    init?(plainly arguments: [String]) {
        var (data, store, screen) = (DataOptions(), StoreOptions(), ScreenOptions())
        (data.data, data.office, store.store) = (nil, nil, nil)
        (screen.lang, screen.keymap, screen.theme, screen.window) = (.zh, "standard", nil, nil)
        (screen.mouse, screen.plain) = (false, false)
        var words = arguments[...]
        var seen: Set<String> = []
        while let name = words.popFirst() {
            guard seen.insert(name).inserted else { return nil }
            if name == "--mouse" {
                screen.mouse = true
                continue
            }
            if name == "--plain" {
                screen.plain = true
                continue
            }
            guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
            switch name {
            case "--data": data.data = value
            case "--office": data.office = value
            case "--store": store.store = value
            case "--keymap": screen.keymap = value
            case "--window": screen.window = value
            case "--lang":
                guard let lang = Language(rawValue: value) else { return nil }
                screen.lang = lang
            case "--theme":
                guard let theme = ScreenTheme(rawValue: value) else { return nil }
                screen.theme = theme
            default: return nil
            }
        }
        self.init()
        self.data = data
        self.store = store
        self.screen = screen
    }
}

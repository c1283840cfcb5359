import CTerminalShim

/// The terminal's own clipboard, which is the clerk's even where the desk runs at the other end of a line.
enum Clipboard {
    /// Longer texts are cut: terminals drop a sequence that gets too long as a whole.
    static let longest = 4096

    /// The control sequence (OSC 52) that hands a text to the terminal. Its payload is letters and digits only, so that
    /// no text can break out of it.
    static func sequence(_ text: String) -> String {
        "\u{1B}]52;c;\(base64(Array(text.utf8.prefix(longest))))\u{07}"
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
            for place in 0..<4 {
                text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}

extension TerminalSession {
    /// Hands a text to the terminal's clipboard. Terminals that have none, or forbid it, say nothing about it.
    package func copy(_ text: String) {
        cts_send(Clipboard.sequence(text))
    }

    /// Whether clicks and the wheel come as input, in the place of selecting text on the terminal.
    package func setMouse(_ isOn: Bool) {
        cts_set_mouse(isOn ? 1 : 0)
    }
}

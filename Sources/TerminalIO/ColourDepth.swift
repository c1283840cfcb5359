import ScreenKit

/// How many colours the terminal takes, and how the table's colours are brought down to them.
enum ColourDepth: Hashable, Sendable {
    case none
    /// The eight of ANSI.
    case eight
    /// Those and their bright brothers.
    case sixteen
    /// The cube and the greys of xterm. What has 24 bits under a name of 256 colours gets these too: curses can't send
    /// more there, and changing a palette would change the clerk's other windows.
    case palette
    /// Colour numbers are red, green and blue: the terminal types whose name ends in `-direct`.
    case direct

    /// - Parameters:
    ///   - theme: What was asked for.
    ///   - colours: How many colours the terminal's description has.
    ///   - environment: For NO_COLOR: any value but an empty one turns colours off, see https://no-color.org.
    init(theme: ScreenTheme, colours: Int, environment: [String: String]) {
        let isSwitchedOff = environment["NO_COLOR"]?.isEmpty == false
        if theme == .monochrome || colours < 8 || (theme == .automatic && isSwitchedOff) {
            self = .none
        } else if theme == .basic {
            self = .eight
        } else if colours > 256 {
            self = .direct
        } else if colours == 256 {
            self = .palette
        } else {
            self = colours >= 16 ? .sixteen : .eight
        }
    }

    /// The terminal type to use. COLORTERM says what TERM often leaves out: a terminal of 24 bits that calls itself by
    /// xterm's plain name has the palette of 256, and a description of eight colours would hide it.
    static func terminalType(_ environment: [String: String]) -> String {
        let name = environment["TERM"] ?? ""
        let isRich = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
        return name == "xterm" && isRich ? "xterm-256color" : name
    }

    /// A colour's number at this depth; nil where there are none, and where the few there are have a table of their own.
    func number(of colour: RGB) -> Int? {
        switch self {
        case .none, .eight, .sixteen: nil
        case .palette: Self.nearest(to: colour)
        // The first eight numbers are still those of ANSI.
        case .direct: max(8, colour.hex)
        }
    }

    /// The nearest of the numbers 16 to 255; the first sixteen look different on every desk.
    ///
    /// Of the cube each channel may be chosen by itself, so that six levels and the greys are all there is to look at.
    static func nearest(to colour: RGB) -> Int {
        func distance(_ number: Int) -> Int {
            let other = colourOf(number)
            let (red, green, blue) = (other.red - colour.red, other.green - colour.green, other.blue - colour.blue)
            // The eye sees green best and blue least.
            return 3 * red * red + 6 * green * green + 2 * blue * blue
        }
        let cube = 16 + 36 * step(colour.red) + 6 * step(colour.green) + step(colour.blue)
        let grey = (232...255).min { distance($0) < distance($1) } ?? cube
        return distance(grey) < distance(cube) ? grey : cube
    }

    /// The nearest level of the cube.
    private static func step(_ channel: Int) -> Int {
        (0..<6).min { abs(level($0) - channel) < abs(level($1) - channel) } ?? 0
    }

    private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

    /// What xterm shows for a number from 16 on.
    static func colourOf(_ number: Int) -> RGB {
        if number >= 232 {
            let grey = 8 + (number - 232) * 10
            return RGB(grey << 16 | grey << 8 | grey)
        }
        let place = number - 16
        return RGB(level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6))
    }
}

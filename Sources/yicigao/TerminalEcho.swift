import Foundation

/// Whether a terminal shows what is typed. Where there is no terminal, nothing happens.
enum TerminalEcho {
    static func set(_ isShown: Bool, on descriptor: Int32) {
        var settings = termios()
        guard isatty(descriptor) == 1, tcgetattr(descriptor, &settings) == 0 else { return }
        let echo = tcflag_t(ECHO)
        let wanted = isShown ? settings.c_lflag | echo : settings.c_lflag & ~echo
        guard wanted != settings.c_lflag else { return }
        settings.c_lflag = wanted
        _ = tcsetattr(descriptor, TCSANOW, &settings)
    }
}

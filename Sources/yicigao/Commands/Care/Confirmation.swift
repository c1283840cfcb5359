import Foundation

/// Asks a person; where nobody sits at the terminal, nobody has said yes.
enum Confirmation {
    /// - Parameters:
    ///   - question: on one line, without its end.
    ///   - option: what says yes without a terminal.
    static func asked(_ question: String, otherwise option: String) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            StandardError.write("不是终端，不能询问；加 \(option) 才继续")
            return false
        }
        StandardError.write(raw: "\(question)[y/N] ")
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        return ["y", "yes", "ｙ", "是"].contains(answer)
    }
}

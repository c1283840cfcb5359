/// Why the terminal could not be claimed.
package enum TerminalError: Error, Hashable, Sendable {
    /// Input or output is not a terminal.
    case notATerminal
    /// No description of the terminal type, or TERM is not set.
    case unknownTerminal(String)
    /// Another session of this process has it.
    case alreadyClaimed
    /// The system gave no descriptor, or the terminal's modes could not be read.
    case systemFailure
}

extension TerminalError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notATerminal: "标准输入或标准输出不是终端"
        case .unknownTerminal(let name): name.isEmpty ? "没有设置 TERM" : "系统里没有终端类型“\(name)”的说明"
        case .alreadyClaimed: "终端已经打开"
        case .systemFailure: "系统没有给出终端所需的资源"
        }
    }
}

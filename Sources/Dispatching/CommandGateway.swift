import CaseDomain
import Glibc
package import Outgoing
import TextLayout

/// Sends each message with a program of the office's own.
///
/// The number and the id stand in its arguments where the office file says so, the text comes on its standard input. It
/// answers with its exit status: 0 it is sent, 75 not this time, anything else never.
package struct CommandGateway: MessageGateway {
    private let command: [String]
    private let limit: Int
    /// `EX_TEMPFAIL` of sysexits.h.
    private static let tryAgain: Int32 = 75
    private static let longestDetail = 80

    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - limit: milliseconds until a program that doesn't answer is ended.
    package init(_ command: [String], limit: Int = 20_000) {
        self.command = command
        self.limit = limit
    }

    package func obstacle() -> String? {
        guard let program = command.first, access(program, X_OK) == 0 else {
            return "\(SafeText.singleLine(command.first ?? "")) 不能运行"
        }
        return nil
    }

    package func hand(_ message: OutgoingMessage) -> HandOver {
        let words =
            command.prefix(1)
            + command.dropFirst().map { word in
                word.replacing("{number}", with: message.recipient.digits).replacing("{id}", with: message.id)
            }
        do throws(ProgramRun.Failure) {
            let outcome = try ProgramRun.run(Array(words), input: Array(message.text.utf8), limit: limit)
            let detail = Self.detail(outcome.errors, about: message)
            switch outcome.status {
            case 0?: return .sent
            case Self.tryAgain?: return .retry(detail.isEmpty ? "请稍后再试" : detail)
            case let code?: return .failed(detail.isEmpty ? "退出码 \(code)" : detail)
            case nil: return .unknown("发送程序中途被结束")
            }
        } catch {
            switch error {
            case .cannotStart: return .retry("发送程序不能启动")
            case .timedOut: return .unknown("发送程序没有按时答复")
            }
        }
    }

    /// A program keeps no record that could be asked.
    package func look(for message: OutgoingMessage) -> HandOver? { .unknown("发送中途停机") }

    /// The first line of what it complained about, without what nobody else is to read.
    private static func detail(_ errors: String, about message: OutgoingMessage) -> String {
        let line = errors.split(whereSeparator: \.isNewline).first.map { SafeText.singleLine($0) } ?? ""
        let clean = line.replacing(message.text, with: "…")
            .replacing(message.recipient.digits, with: message.recipient.masked)
        return String(clean.prefix(longestDetail))
    }
}

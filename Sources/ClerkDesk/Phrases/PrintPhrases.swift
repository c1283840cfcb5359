import Outgoing
import ScreenKit

extension Phrases {
    package enum Printing {
        static let title = Phrase("打印", "Print")
        static let printer = Phrase("打印机", "Printer")
        static let copies = Phrase("份数", "Copies")
        static let marks = Phrase("每份{count}联：{marks}", "{count} marked copies each time: {marks}")
        static let standard = Phrase("默认打印机", "the default printer")
        static let standardIs = Phrase("默认：{printer}", "default: {printer}")
        static let badCopies = Phrase("份数应为 1 至 {most}", "1 to {most} copies")
        static let plain = Phrase(
            "已送打印机：{job}，但这台机器不能排版（缺中文字体或排版库），打的是纯文本", "Sent as plain text: {job}; fonts or libraries are missing here")
        static let nothingToCancel = Phrase("没有正在打印的文书", "nothing is being printed")
    }
}

extension Printer.State {
    var phrase: Phrase {
        switch self {
        case .idle: Phrase("空闲", "idle")
        case .printing: Phrase("正在打印", "printing")
        case .disabled: Phrase("停用 {reason}", "stopped {reason}")
        case .rejecting: Phrase("不收任务 {reason}", "takes no jobs {reason}")
        }
    }

    var reason: String {
        switch self {
        case .idle, .printing: ""
        case .disabled(let reason), .rejecting(let reason): reason
        }
    }
}

extension PrintJobState {
    var phrase: Phrase {
        switch self {
        case .waiting: Phrase("{job} 在打印队列里等待", "{job} waits in the print queue")
        case .printing(let words) where words.isEmpty: Phrase("{job} 正在打印", "{job} is being printed")
        case .printing: Phrase("{job} 正在打印；打印机说：{words}", "{job} is being printed; the printer says: {words}")
        case .held: Phrase("{job} 停在打印队列里：{words}", "{job} is held: {words}")
        case .done(let words) where words.isEmpty: Phrase("{job} 打印结束", "{job} has left the print queue")
        case .done:
            Phrase(
                "{job} 已离开打印队列，请看纸；打印机最后说：{words}", "{job} has left the queue, look at the paper; last words: {words}")
        case .cancelled: Phrase("{job} 已取消", "{job} was cancelled")
        case .failed:
            Phrase(
                "{job} 没有打印出来：{words}；文书仍有效，可再打印", "{job} was not printed: {words}. The paper stands; print it again")
        }
    }

    var words: String {
        switch self {
        case .waiting, .cancelled: ""
        case .printing(let words), .held(let words), .done(let words), .failed(let words): words
        }
    }

    var severity: StatusLine.Severity {
        switch self {
        case .waiting, .cancelled: .info
        case .printing(let words): words.isEmpty ? .info : .warning
        case .held: .warning
        case .done(let words): words.isEmpty ? .success : .warning
        case .failed: .failure
        }
    }
}

extension PrintError {
    package var phrase: Phrase {
        switch self {
        case .noPrintSystem:
            Phrase(
                "[P-01] 本机没有打印命令 lp；文书已发出，可用 yicigao notice 取出再打印",
                "[P-01] No print command (lp) here. The paper stays issued; take it with yicigao notice.")
        case .refused(let words):
            Phrase(
                "[P-02] 打印系统没有接受（\(words)）；文书已发出，可稍后再打印",
                "[P-02] The print system refused (\(words)). The paper stays issued; print again later.")
        case .noPrinter:
            Phrase(
                "[P-03] 没有可用的打印机；文书已发出，装好打印机后再打印",
                "[P-03] There is no printer. The paper stays issued; print again when there is one.")
        case .unknownPrinter(let name):
            Phrase("[P-04] 没有打印机 \(name)；文书已发出，请另选一台", "[P-04] There is no printer \(name). Choose another one.")
        case .disabled(let printer, let reason):
            Phrase(
                "[P-05] 打印机 \(printer) 停用（\(reason)）；文书已发出，恢复后再打印或另选一台",
                "[P-05] Printer \(printer) is stopped (\(reason)). Print again later, or on another one.")
        case .rejecting(let printer, let reason):
            Phrase(
                "[P-06] 打印机 \(printer) 不收任务（\(reason)）；文书已发出，请另选一台",
                "[P-06] Printer \(printer) takes no jobs (\(reason)). Choose another one.")
        case .schedulerDown:
            Phrase(
                "[P-07] 打印服务 cupsd 没有运行；文书已发出，启动后再打印",
                "[P-07] The print service cupsd is not running. The paper stays issued; print again later.")
        case .timedOut:
            Phrase(
                "[P-08] 打印系统没有按时答复，不知道打印了没有；文书已发出，请先看打印机",
                "[P-08] The print system did not answer in time. Look at the printer before printing again.")
        }
    }
}

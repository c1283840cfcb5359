import CaseDomain
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Dispatching
import Foundation
import NoticePDF
import Outgoing

/// Everything that the desk needs besides its store, as `doctor` looks it over.
struct DoctorSurroundings {
    private let installation: Installation
    private let now: Moment
    private let isFull: Bool

    /// - Parameter isFull: whether the rules are proved as well, which takes a while.
    init(_ installation: Installation, now: Moment, isFull: Bool) {
        self.installation = installation
        self.now = now
        self.isFull = isFull
    }

    func look() -> [DoctorFinding] {
        calendar() + [rules(), papers()] + keymaps() + [fonts(), printers(), messages()]
    }

    private func calendar() -> [DoctorFinding] {
        let shelf: CalendarShelf
        do throws(DataLoadFailure) {
            shelf = try installation.library.calendarShelf()
        } catch {
            return [DoctorFinding("calendar", .trouble, Self.words(error.diagnostics), "改正日历文件")]
        }
        return [now.date.year, now.date.year + 1].map { year in
            let remedy = "节假日安排公布后用 calendar import 载入"
            guard let known = shelf.year(year) else {
                let level: DoctorFinding.Level = year == now.date.year ? .trouble : .note
                return DoctorFinding("calendar", level, "没有 \(year) 年的日历，跨到那年的期限不能作准", remedy)
            }
            guard known.isProvisional else { return DoctorFinding("calendar", .fine, "\(year) 年日历已载入") }
            return DoctorFinding("calendar", .note, "\(year) 年只有法定节日，调休未定，期限仅供参考", remedy)
        }
    }

    private func rules() -> DoctorFinding {
        if isFull {
            let faults = ChecklistLint.lint(installation.folder).diagnostics
            guard faults.isEmpty else {
                return DoctorFinding("rules", .trouble, Self.words(faults), "checklist lint 看全部")
            }
            return DoctorFinding("rules", .fine, "清单和数据文件证明无误")
        }
        do throws(DataLoadFailure) {
            let book = try installation.library.ruleBook()
            return DoctorFinding("rules", .fine, "\(book.checklists.count) 份清单可以读")
        } catch {
            return DoctorFinding("rules", .trouble, Self.words(error.diagnostics), "checklist lint 看全部")
        }
    }

    private func papers() -> DoctorFinding {
        do {
            let lint = try PaperLint(installed: installation.folder)
            let faults = lint.installed(installation.folder) + (installation.officeFolder.map(lint.office) ?? [])
            guard faults.isEmpty else {
                return DoctorFinding("papers", .trouble, Self.words(faults), "checklist lint 看全部")
            }
            return DoctorFinding("papers", .fine, "机关文件和文书式样可以读")
        } catch {
            return DoctorFinding("papers", .trouble, "机关文件或文书式样不能读", "checklist lint 看全部")
        }
    }

    private func keymaps() -> [DoctorFinding] {
        do {
            let notes = try KeymapFiles.load("standard", installation.folder).1
            guard let first = notes.first else { return [DoctorFinding("keymap", .fine, "键位文件可以读")] }
            return [DoctorFinding("keymap", .note, "键位文件有 \(notes.count) 处不对：\(first)", "keymap lint 看全部")]
        } catch let failure as CommandFailure {
            return [DoctorFinding("keymap", .trouble, failure.message, "检查键位文件")]
        } catch {
            return [DoctorFinding("keymap", .trouble, "键位文件不能读", "检查键位文件")]
        }
    }

    private func fonts() -> DoctorFinding {
        do throws(NoticePDFError) {
            let fonts = try PDFRenderer().fonts
            let stands = [fonts.body, fonts.title].contains { $0.family == nil }
            return stands
                ? DoctorFinding("fonts", .note, "没有公文字体，用别的宋体代替", "安装仿宋、小标宋字体")
                : DoctorFinding("fonts", .fine, "可以排成 PDF")
        } catch {
            return DoctorFinding("fonts", .trouble, error.description, "安装后再试；在此之前文书按文本打印")
        }
    }

    private func printers() -> DoctorFinding {
        do throws(PrintError) {
            let list = try Dispatch.printing(installation.office).printers()
            return DoctorFinding("printers", .fine, "\(list.printers.count) 台打印机")
        } catch {
            return DoctorFinding("printers", .note, "现在不能打印（\(error.cause)）", "装好打印机并启动打印服务；文书可先存成 PDF")
        }
    }

    private func messages() -> DoctorFinding {
        switch installation.office.messaging.gateway {
        case .none: return DoctorFinding("messages", .note, "没有设置短信", "在机关文件里写 messages")
        case .gammu(let spool):
            let isReady = access("\(spool)/outbox", W_OK) == 0
            return isReady
                ? DoctorFinding("messages", .fine, "短信文件夹可写")
                : DoctorFinding("messages", .trouble, "\(spool)/outbox 不能写，短信发不出", "检查 gammu-smsd 和权限")
        case .command(let command):
            guard let program = command.first, Self.isProgram(program) else {
                return DoctorFinding("messages", .trouble, "短信程序 \(command.first ?? "") 不能运行", "改正机关文件的 messages")
            }
            return DoctorFinding("messages", .fine, "短信程序可以运行")
        }
    }

    private static func isProgram(_ name: String) -> Bool {
        if name.contains("/") { return access(name, X_OK) == 0 }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
    }

    private static func words(_ diagnostics: [ChecklistDiagnostic]) -> String {
        guard let first = diagnostics.first else { return "数据文件不能读" }
        return diagnostics.count == 1 ? first.description : "\(first.description) 等 \(diagnostics.count) 处"
    }
}

extension PrintError {
    /// What is the matter, without what becomes of a paper.
    fileprivate var cause: String {
        switch self {
        case .noPrintSystem: "本机没有打印命令 lp"
        case .noPrinter: "没有打印机"
        case .unknownPrinter(let name): "没有打印机 \(name)"
        case .disabled(let printer, let reason): "打印机 \(printer) 停用：\(reason)"
        case .rejecting(let printer, let reason): "打印机 \(printer) 不收任务：\(reason)"
        case .schedulerDown: "打印服务 cupsd 没有运行"
        case .timedOut: "打印服务没有答复"
        case .refused(let words): words
        }
    }
}

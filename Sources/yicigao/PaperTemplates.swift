import CaseDomain
import ChecklistFiles
import Foundation
import NoticeComposer

extension PaperTemplate.Kind {
    /// Every kind that a template can be written for.
    static let all: [Self] =
        [.notice, .stallCard] + PaperKind.allCases.map { .paper($0) }
        + OutboxMessage.Occasion.allCases.map { .message($0) }

    /// What its template is called, in every folder.
    var fileName: String {
        switch self {
        case .notice: "correction-notice.txt"
        case .stallCard: "stall-card.txt"
        case .paper(let kind): "\(kind.id).txt"
        case .message(let occasion): "sms-\(occasion.id).txt"
        }
    }
}

extension Installation {
    /// The layout of the correction notice.
    func noticeTemplate() throws -> PaperTemplate { try template(.notice) }

    /// The layout of the stall card; nil where this office makes none out.
    func cardTemplate() throws -> PaperTemplate? { office.isTownship ? try template(.stallCard) : nil }

    /// What the other papers are made of.
    ///
    /// - Parameter kinds: those whose templates are read.
    /// - Throws: a failure with everything that is wrong with any of the templates.
    func paperSetting(_ kinds: [PaperKind] = PaperKind.allCases) throws -> PaperSetting {
        var templates: [PaperKind: PaperTemplate] = [:]
        var faults: [String] = []
        for kind in kinds where office.papers.rules[kind] != nil {
            do {
                templates[kind] = try template(.paper(kind))
            } catch let failure as CommandFailure {
                faults.append(failure.message)
            }
        }
        guard faults.isEmpty else {
            throw CommandFailure(code: .usage, message: faults.joined(separator: "\n"))
        }
        let clocks = try clocks
        let law = try Installation.loading { () throws(DataLoadFailure) in try library.paperLaw(clocks) }
        return PaperSetting(
            office: office, templates: templates, law: law, clocks: clocks, program: Program.signature)
    }

    /// What is sent on each occasion; one without a file has no message.
    func messageTemplates() throws -> [OutboxMessage.Occasion: MessageTemplate] {
        var templates: [OutboxMessage.Occasion: MessageTemplate] = [:]
        for occasion in OutboxMessage.Occasion.allCases where path(of: .message(occasion)) != nil {
            templates[occasion] = MessageTemplate(try template(.message(occasion)))
        }
        return templates
    }

    /// Nil where nobody has written such a template.
    private func path(of kind: PaperTemplate.Kind) -> String? {
        let folders = (officeFolder.map { ["\($0)/Papers", $0] } ?? []) + [folder.papers]
        return folders.map { "\($0)/\(kind.fileName)" }.first(where: FileManager.default.fileExists)
    }

    /// Its own template, where the office has one: in a folder `Papers` beside the office file, or right beside it.
    private func template(_ kind: PaperTemplate.Kind) throws -> PaperTemplate {
        let path = path(of: kind) ?? "\(folder.papers)/\(kind.fileName)"
        do throws(PaperTemplateFault) {
            return try PaperTemplateFile.read(path, as: kind, at: office)
        } catch {
            let lines = error.lines.map { $0.line > 0 ? "\(path):\($0.line): \($0.message)" : "\(path): \($0.message)" }
            throw CommandFailure(code: error.isUnreadable ? .system : .usage, message: lines.joined(separator: "\n"))
        }
    }
}

/// Why a template can't be used.
struct PaperTemplateFault: Error {
    let isUnreadable: Bool
    /// Line 0 means the file as a whole.
    let lines: [PaperTemplate.Diagnostic]
}

/// Reads templates, and sees whether they go with what the office file says about their kind.
enum PaperTemplateFile {
    static func read(
        _ path: String, as kind: PaperTemplate.Kind, at office: Office
    ) throws(PaperTemplateFault) -> PaperTemplate {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PaperTemplateFault(
                isUnreadable: true, lines: [PaperTemplate.Diagnostic(line: 0, message: "读不到文书模板")])
        }
        let template: PaperTemplate
        do throws(PaperTemplate.Refusal) {
            template = try PaperTemplate(parsing: String(decoding: data, as: UTF8.self), as: kind)
        } catch {
            throw PaperTemplateFault(isUnreadable: false, lines: error.diagnostics)
        }
        let misfits = misfits(template, kind, at: office)
        guard misfits.isEmpty else {
            throw PaperTemplateFault(
                isUnreadable: false, lines: misfits.map { PaperTemplate.Diagnostic(line: 0, message: $0) })
        }
        return template
    }

    private static func misfits(
        _ template: PaperTemplate, _ kind: PaperTemplate.Kind, at office: Office
    ) -> [String] {
        if case .message = kind, MessageTemplate(template) == nil { return ["短信只有一段，写作 plain: …"] }
        guard case .paper(let paper) = kind, let rule = office.papers.rules[paper] else { return [] }
        var misfits: [String] = []
        if rule.numberPattern != nil, !template.asks(for: .number) {
            misfits.append("缺少 {number}：机关文件给这种文书编号")
        }
        if rule.isCountersigned, !template.asks(for: .countersigner) {
            misfits.append("缺少 {countersigner}：机关文件要求这种文书复核签名")
        }
        if !template.copies.isEmpty, template.copies.count != rule.copies {
            misfits.append("copy: 有\(template.copies.count)联，机关文件写的是一式\(rule.copies)份")
        }
        return misfits
    }
}

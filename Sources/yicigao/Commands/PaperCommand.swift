import ArgumentParser
import CaseDomain
import ClerkDesk
import NoticeComposer
import TextLayout

/// `yicigao paper`: the papers of a case, as they were given out.
struct PaperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "取出此案的文书，与制发时一字不差。The papers of a case, byte for byte as they were given out.",
        discussion: """
            例 Example:  yicigao paper 2026-000123
                         yicigao paper 2026-000123 acceptance --text -o 受理通知书.txt
                         yicigao paper 2026-000123 示审食受〔2026〕3号 --pdf -o 受理通知书.pdf

            不给文书则列出全部；给种类取最近一份，也可以给文号或者列表里的序号。制作文书只在工作台进行。
            Lists them all unless one is named: by its kind (the latest), its number, or its place in the list.
            """)

    @Argument(help: ArgumentHelp("办件编号，本系统或省系统的。Our number or the province's.", valueName: "case"))
    var number: String

    @Argument(help: ArgumentHelp("文书种类、文号或者序号。Kind, number or place.", valueName: "paper"))
    var paper: String?

    @OptionGroup var format: PaperFormat
    @OptionGroup var printing: PrintOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if printing.isAsked, format.text || format.pdf || format.json || format.output != nil {
            throw ValidationError("--print 不能与 --text、--pdf、--json、-o 同用")
        }
        if printing.isAsked, paper == nil { throw ValidationError("--print: 先说明要哪一份文书") }
        if format.pdf, paper == nil { throw ValidationError("--pdf: 先说明要哪一份文书") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let today = BusinessClock.system.now().date
            let store = try self.store.existing(installation)
            let file = try CaseFinder(store: store, today: today).find(number)
            guard let paper else {
                let list = format.json ? PaperJSON.list(of: file) : Array(PaperWords.list(of: file).utf8)
                try output.write(list, toFile: format.output)
                return .fine
            }
            let document = try find(paper, in: file)
            if printing.isAsked {
                return try printing.print(PrintedPaper(document, of: file), installation, output)
            }
            try output.write(try bytes(of: document, file), toFile: format.output)
            return .fine
        }
    }

    private func bytes(of document: CaseDocument, _ file: CaseFile) throws -> [UInt8] {
        if format.pdf { return try PaperPDF.bytes(PrintablePaper(document, of: file), timing: false) }
        return format.json ? PaperJSON.bytes(document, of: file) : Array(document.text.utf8)
    }

    private func find(_ name: String, in file: CaseFile) throws -> CaseDocument {
        let documents = file.documents
        if let place = Int(name), documents.indices.contains(place - 1) { return documents[place - 1] }
        let wanted = documents.last { document in
            document.number?.text == name || document.kindID == name || document.kindName == name
        }
        if let wanted { return wanted }
        let known = documents.isEmpty ? "还没有制发过文书" : "有：" + documents.map(\.kindName).joined(separator: "、")
        throw CommandFailure(
            code: .refused, message: "\(file.number.text) 没有 \(SafeText.singleLine(name))；\(known)")
    }
}

extension CaseDocument {
    /// As JSON and the commands call it.
    var kindID: String {
        switch self {
        case .notice: "correction-notice"
        case .paper(let paper): paper.kind.id
        }
    }

    var kindName: String {
        switch self {
        case .notice: "补正告知书"
        case .paper(let paper): paper.kind.phrase.text(.zh)
        }
    }
}

/// The papers of a case in plain lines.
enum PaperWords {
    static func list(of file: CaseFile) -> String {
        lines(of: file).map { SafeText.singleLine($0) + "\n" }.joined()
    }

    static func lines(of file: CaseFile) -> [String] {
        let documents = file.documents
        guard !documents.isEmpty else { return ["\(file.number.text) 还没有制发过文书"] }
        return documents.enumerated().map { place, document in
            let number = document.number?.text ?? "（不编号）"
            return
                "\(place + 1)  \(document.issuedAt.date)  \(document.kindName)  \(number)  \(standing(document, file))"
        }
    }

    /// Whether it reached the applicant, and whether it still stands.
    static func standing(_ document: CaseDocument, _ file: CaseFile) -> String {
        guard let number = document.number else { return "" }
        let withdrawn = file.record.isWithdrawn(number) ? "已撤回 " : ""
        guard let service = file.record.service(of: number) else { return withdrawn + "未送达" }
        return "\(withdrawn)\(service.on) \(service.manner.phrase.text(.zh))"
    }
}

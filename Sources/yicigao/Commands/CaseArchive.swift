import CaseDomain
import CaseFormat
import ClerkDesk
import Crypto
import NoticeComposer
import TextLayout

/// 案卷: everything that a case has given out and what happened to it, in order, with an index. The same case makes the
/// same bytes.
struct CaseArchive {
    /// The index first, then what it lists.
    let files: [ArchiveFolder.File]

    /// What the index says about a file.
    private struct Entry {
        let file: ArchiveFolder.File
        let title: String
        /// As `paper` calls it, or what else the file is.
        let kind: String
        var number: String?
        let date: CivilDate

        var digest: String { SHA256.hash(data: file.bytes).map { Entry.hex($0) }.joined() }

        private static func hex(_ byte: UInt8) -> String {
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
    }

    /// - Parameters:
    ///   - isRevealed: whether identity numbers stay as they are; the case's history says so then.
    ///   - withPages: whether each paper is there as PDF as well.
    init(_ view: CaseFileView, isRevealed: Bool, withPages: Bool) throws {
        let received = view.file.particulars.receivedAt.date
        var entries = [
            Entry(
                file: CaseArchive.text(
                    "01-申请/申请.json", CaseWriter().line(view.application) + "\n"), title: "申请", kind: "application",
                date: received)
        ]
        for (place, document) in view.file.documents.enumerated() {
            entries += try CaseArchive.entries(of: document, place + 1, view.file, withPages: withPages)
        }
        if let card = view.file.card {
            let name = "02-文书/\(CaseArchive.ordinal(view.file.documents.count + 1))-信息公示卡.txt"
            entries.append(
                Entry(
                    file: CaseArchive.text(name, card.text), title: "信息公示卡", kind: "stall-card",
                    date: card.issuedAt.date))
        }
        for (place, service) in view.file.record.services.enumerated() {
            entries.append(CaseArchive.entry(of: service, place + 1))
        }
        let hidden = isRevealed ? [] : view.file.application.identityNumbers
        let log = view.history.map { event in
            let words = HistoryWords.words(for: event.payload, view.names)
            return SafeText.singleLine(
                CaseArchive.covering(hidden, in: "\(event.stamp.at)  \(event.stamp.by.text)  \(words)")) + "\n"
        }
        entries.append(
            Entry(
                file: CaseArchive.text("04-办理过程/办理过程.txt", log.joined()), title: "办理过程", kind: "history",
                date: view.history.last?.stamp.at.date ?? received))
        let contents = CaseArchive.text("00-目录.txt", CaseArchive.contents(entries, view))
        let index = CaseArchive.index(
            [Entry(file: contents, title: "目录", kind: "contents", date: received)] + entries, view)
        files = [contents, ArchiveFolder.File(name: "index.json", bytes: index)] + entries.map(\.file)
    }

    private static func entries(
        of document: CaseDocument, _ place: Int, _ file: CaseFile, withPages: Bool
    ) throws -> [Entry] {
        let number = document.number?.text
        let date = document.issuedAt.date
        let parts = [ordinal(place), date.description, document.kindName, number ?? ""].filter { !$0.isEmpty }
        let name = "02-文书/\(safe(parts.joined(separator: "-")))"
        func entry(_ ending: String, _ title: String, _ kind: String, _ bytes: [UInt8]) -> Entry {
            Entry(
                file: ArchiveFolder.File(name: name + ending, bytes: bytes), title: title, kind: kind, number: number,
                date: date)
        }
        var entries = [entry(".txt", document.kindName, document.kindID, Array(document.text.utf8))]
        if withPages {
            let pages = try PaperPDF.bytes(PrintablePaper(document, of: file), timing: false)
            entries.append(entry(".pdf", "\(document.kindName)（PDF）", document.kindID, pages))
        }
        if case .notice(let notice) = document {
            entries.append(
                entry("-清单.json", "补正清单", "correction-items", NoticeJSON.bytes(notice, of: file)))
        }
        return entries
    }

    private static func entry(of service: PaperService, _ place: Int) -> Entry {
        let lines = [
            "送达文书：\(service.document.text)", "送达方式：\(service.manner.phrase.text(.zh))",
            "送达日期：\(service.on)", "签收人：\(service.signedBy)", "拒收情况：\(service.refusal)",
        ]
        let name = "03-送达/\(safe("\(ordinal(place))-\(service.on)-\(service.document.text)")).txt"
        return Entry(
            file: text(name, lines.map { SafeText.singleLine($0) + "\n" }.joined()), title: "送达记录",
            kind: "service", number: service.document.text, date: service.on)
    }

    // MARK: Index

    private static func contents(_ entries: [Entry], _ view: CaseFileView) -> String {
        let particulars = view.file.particulars
        let matter = "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))"
        let head = [
            "案卷目录", "办件编号：\(view.file.number.text)  省系统编号：\(particulars.externalNumber ?? "无")",
            "申请人：\(particulars.applicant.name)", "事项：\(matter)", "收件日期：\(particulars.receivedAt.date)", "",
        ]
        let lines = entries.enumerated().map { place, entry in
            [ordinal(place + 1), entry.date.description, entry.title, entry.number ?? "", entry.file.name]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
        return (head + lines).map { SafeText.singleLine($0) + "\n" }.joined()
    }

    private static func index(_ entries: [Entry], _ view: CaseFileView) -> [UInt8] {
        var json = JSONText(capacity: 8192)
        json.beginObject()
        json.member("format", "yicigao.archive/1")
        json.member("case", view.file.number.text)
        json.nullable("externalNumber", view.file.particulars.externalNumber)
        json.member("matter", view.file.particulars.matter.id)
        json.member("action", view.file.particulars.action.id)
        json.member("revision", view.file.revision.count)
        json.key("files")
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("file", entry.file.name)
            json.member("title", entry.title)
            json.member("kind", entry.kind)
            json.nullable("number", entry.number)
            json.member("date", entry.date.description)
            json.member("bytes", entry.file.bytes.count)
            json.member("sha256", entry.digest)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    // MARK: Names and texts

    private static func text(_ name: String, _ text: String) -> ArchiveFolder.File {
        ArchiveFolder.File(name: name, bytes: Array(text.utf8))
    }

    private static func ordinal(_ place: Int) -> String {
        let digits = String(place)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// A name that any file system takes: nothing that steers, parts or hides, and not too long.
    private static func safe(_ name: String) -> String {
        let bad: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
        let plain = String(SafeText.singleLine(name).map { bad.contains($0) ? "_" : $0 })
        var short = ""
        for character in plain {
            guard short.utf8.count + character.utf8.count <= longestName else { break }
            short.append(character)
        }
        return short
    }

    /// In bytes; file systems take 255 with the ending.
    private static let longestName = 200

    private static func covering(_ numbers: [String], in text: String) -> String {
        numbers.reduce(text) { $0.replacing($1, with: ResidentID.masked($1)) }
    }
}

extension Application {
    /// Every identity number in it.
    fileprivate var identityNumbers: [String] {
        let numbers =
            [particulars.applicant.principal?.idNumber, particulars.agent?.idNumber]
            + materials.map(\.fields.idNumber)
        return numbers.compactMap(\.self).filter { !$0.isEmpty }
    }
}

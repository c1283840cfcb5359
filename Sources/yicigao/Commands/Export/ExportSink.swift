import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import TextLayout

/// Turns cases into the bytes of an export, piece by piece.
struct ExportSink {
    private static let piece = 64 * 1024

    private let format: ExportCommand.Format
    private let encoder: GB18030Encoder?
    private let today: CivilDate
    private let put: ([UInt8]) throws -> Void
    private var json = JSONText(capacity: ExportSink.piece * 2)
    private var table = ""

    /// - Parameters:
    ///   - today: the day whose states a table tells.
    ///   - put: gets the bytes as they are to be written.
    init(
        _ format: ExportCommand.Format, _ encoding: FileEncoding, on today: CivilDate,
        _ put: @escaping ([UInt8]) throws -> Void
    ) {
        self.format = format
        self.today = today
        self.put = put
        encoder = encoding == .gb18030 ? GB18030Encoder() : nil
    }

    mutating func begin() throws {
        guard format == .csv else { return }
        table = (encoder == nil ? CSVText.mark : "") + CSVText.row(ExportColumns.heads)
    }

    mutating func write(_ application: Application, _ row: QueueRow) throws {
        switch format {
        case .jsonl:
            CaseWriter().write(application, to: &json)
            json.endLine()
        case .csv: table += CSVText.row(ExportColumns.cells(application, row, on: today))
        }
        if json.bytes.count > Self.piece || table.utf8.count > Self.piece { try end() }
    }

    mutating func end() throws {
        let bytes = format == .jsonl ? json.bytes : Array(table.utf8)
        json.removeAll()
        table = ""
        guard !bytes.isEmpty else { return }
        guard let encoder else { return try put(bytes) }
        guard let encoded = encoder.encode(bytes) else {
            throw CommandFailure(code: .system, message: "系统不能写 GB18030，没有写成")
        }
        try put(encoded)
    }
}

/// The columns of an exported table.
enum ExportColumns {
    static let heads = [
        "编号", "省系统编号", "事项", "办理类型", "状态", "补正轮次", "收件时间", "到期日", "申请方式", "申请人", "申请人类型",
        "统一社会信用代码", "联系电话", "负责人", "负责人证件号码", "代理人", "代理人证件号码", "经营场所", "行政区划", "面积", "主体业态",
        "标注", "经营项目", "原许可证编号", "窗口", "经办人",
    ]

    static func cells(_ application: Application, _ row: QueueRow, on today: CivilDate) -> [String] {
        let particulars = application.particulars
        let applicant = particulars.applicant
        return [
            row.number.text, particulars.externalNumber ?? "", particulars.matter.phrase.text(.zh),
            particulars.action.phrase.text(.zh), row.state(on: today).phrase.text(.zh), String(row.round),
            "\(particulars.receivedAt.date) \(particulars.receivedAt.clock)", row.due?.description ?? "",
            particulars.channel.phrase.text(.zh), applicant.name, applicant.kind.phrase.text(.zh), applicant.uscc ?? "",
            applicant.phone ?? "", applicant.principal?.name ?? "", applicant.principal?.idNumber ?? "",
            particulars.agent?.name ?? "", particulars.agent?.idNumber ?? "", particulars.premises.address,
            particulars.premises.county, particulars.premises.area.map { $0.description } ?? "",
            particulars.subject?.phrase.text(.zh) ?? "",
            particulars.marks.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"),
            particulars.licence?.number ?? "",
            row.window, row.clerk.text,
        ]
    }
}

import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk
import Foundation
import TextLayout

/// The first records of files as they would be read; nothing is stored.
struct ImportPreview {
    private static let usual = 10
    private static let most = 1_000

    private let command: ImportCommand
    private let installation: Installation
    private let paths: [String]
    private let rows: Int

    /// A number among the files that no file is called by says how many.
    init(_ command: ImportCommand, _ installation: Installation) throws {
        self.command = command
        self.installation = installation
        let counts = command.files.filter { Int($0) != nil && !FileManager.default.fileExists(atPath: $0) }
        paths = command.files.filter { !counts.contains($0) }
        rows = counts.first.flatMap { Int($0) } ?? Self.usual
        guard counts.count < 2, (1...Self.most).contains(rows), !paths.isEmpty else {
            throw CommandFailure(code: .usage, message: "--preview: 写作 --preview 5 文件，条数 1 到 \(Self.most)")
        }
    }

    func show(_ output: CommandOutput) throws -> Exit {
        var bad = 0
        let evaluators = EvaluatorTable(try installation.ruleBook(), office: installation.office)
        for path in paths {
            var source = try command.source(path, installation)
            try source.prepare()
            if let mapping = source.mapping {
                try output.line("\(path)：按“\(mapping.name)”读，\(source.encoding.rawValue)")
            }
            var cells: [[String]] = [PreviewRow.heads]
            var complaints: [String] = []
            try ImportSurvey.reading(path) {
                var records = try ImportRecords(source.file, encoding: source.encoding, mapping: source.mapping)
                while cells.count + complaints.count <= rows, let record = try records.next() {
                    if let application = record.application {
                        let outcome = evaluators.evaluate(application, assumesMissing: false).outcome.words
                        cells.append(PreviewRow.cells(application, line: record.line, outcome: outcome))
                    } else {
                        complaints.append(record.complaint)
                    }
                }
            }
            for line in PreviewRow.aligned(cells) { try output.line(line) }
            for complaint in complaints { StandardError.write(complaint) }
            bad += complaints.count
        }
        try output.line("没有导入")
        return bad > 0 ? .usage : .fine
    }
}

/// A record on one line of the preview.
enum PreviewRow {
    static let heads = ["行", "省系统编号", "事项", "收件", "申请人", "业态", "项目", "已交", "缺", "结论"]
    /// Columns that a cell may take.
    private static let widest = 22

    static func cells(_ application: Application, line: Int, outcome: String) -> [String] {
        let particulars = application.particulars
        let came = application.materials.count { $0.how != .missing }
        return [
            String(line), particulars.externalNumber ?? "",
            "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))",
            "\(particulars.receivedAt.date) \(particulars.receivedAt.clock)", particulars.applicant.name,
            particulars.subject?.phrase.text(.zh) ?? "",
            particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、"), String(came),
            String(application.materials.count - came), outcome,
        ].map { TextFit.truncated(SafeText.singleLine($0), toColumns: widest) }
    }

    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = heads.indices.map { column in rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { TextFit.padded($0, toColumns: $1) }.joined(separator: "  ")
        }
    }
}

import CaseDomain
import Reporting
import ScreenKit

/// 导出 of what the board shows: in which form, and then into a new file.
enum BoardExportReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) {
        guard BoardReport.report(state, desk, made: state.now) != nil else {
            state.refuse(Phrases.Board.reading, desk)
            return
        }
        let options = ReportFormat.allCases.map { FormOption(id: $0.rawValue, label: $0.phrase) }
        state.modal = .picker(
            Picker(purpose: .boardExport, options: options, takesMany: false, chosen: [ReportFormat.csv.rawValue]))
    }

    static func choose(_ id: String, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let format = ReportFormat(rawValue: id) else { return [] }
        guard let report = BoardReport.report(state, desk, made: stamp.at) else {
            state.refuse(Phrases.Board.reading, desk)
            return []
        }
        let moment = "\(stamp.at.date)-\(stamp.at.clock)".filter { $0.isNumber || $0 == "-" }
        let name = "board-\(state.supervision.page.rawValue)-\(moment).\(format.ending)"
        return [state.effect(.exportReport(report, format, name: name, made: stamp.at))]
    }
}

extension ReportFormat {
    var phrase: Phrase {
        switch self {
        case .text: Phrase("文本", "Text")
        case .csv: Phrase("表格 CSV（UTF-8）", "CSV (UTF-8)")
        case .csvGB18030: Phrase("表格 CSV（GB18030）", "CSV (GB18030)")
        case .xlsx: Phrase("工作簿 XLSX", "Workbook (XLSX)")
        case .pdf: Phrase("PDF 文件", "PDF")
        }
    }
}

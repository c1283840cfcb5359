import CaseDomain
import Foundation
import NoticePDF
import Reporting
import Spreadsheet
import TextLayout

/// A report as the bytes of a file: the same for the command and for the board.
enum ReportFile {
    enum Failure: Error {
        /// This machine's iconv doesn't know GB18030.
        case noGB18030
        case pdf(NoticePDFError)
        case workbook(Workbook.Failure)
        /// No place for the file that the library writes.
        case noPlace(WriteFailure)

        var words: String {
            switch self {
            case .noGB18030: "这台机器不认识 GB18030，请用 UTF-8"
            case .pdf(let error): "\(error)，PDF 没有写成"
            case .workbook(.libraryMissing): "没有装 libxlsxwriter，请安装后再试，或导出 CSV"
            case .workbook(.notWritten(let code)): "工作簿没有写成（\(code)）"
            case .workbook(.outOfMemory): "内存不够"
            case .noPlace(let failure): "\(failure.reason)，工作簿没有写成"
            }
        }
    }

    static func bytes(
        _ report: Report, as format: ReportFormat, made: Moment
    ) throws(Failure) -> [UInt8] {
        switch format {
        case .text: return Array(ReportText.lines(report).map { $0 + "\n" }.joined().utf8)
        case .csv: return Array((CSVText.mark + ReportText.csv(report)).utf8)
        case .csvGB18030:
            guard let bytes = GB18030Encoder().encode(Array(ReportText.csv(report).utf8)) else { throw .noGB18030 }
            return bytes
        case .xlsx: return try workbook(report, made: made)
        case .pdf:
            do throws(NoticePDFError) {
                return try PDFRenderer().render(ReportPages.paper(report, made: made))
            } catch {
                throw .pdf(error)
            }
        }
    }

    private static func workbook(_ report: Report, made: Moment) throws(Failure) -> [UInt8] {
        var name = Array("\(NSTemporaryDirectory())/yicigao-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .noPlace(WriteFailure(code: errno)) }
        close(descriptor)
        let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        do throws(Workbook.Failure) {
            try Workbook.write(report, to: path, made: made)
        } catch {
            throw .workbook(error)
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .noPlace(WriteFailure(code: ENOENT))
        }
        return [UInt8](bytes)
    }
}

/// How a report is written down in a file.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    case text, csv
    /// For spreadsheets that take no UTF-8.
    case csvGB18030 = "csv-gb18030"
    case xlsx, pdf

    /// What the names of such files end with, without the point.
    package var ending: String {
        switch self {
        case .text: "txt"
        case .csv, .csvGB18030: "csv"
        case .xlsx: "xlsx"
        case .pdf: "pdf"
        }
    }
}

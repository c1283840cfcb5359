import CaseFormat
import Reporting

/// A report as one JSON document (`yicigao.report/1`).
enum ReportJSON {
    static func bytes(_ report: Report) -> [UInt8] {
        var json = JSONText(capacity: 4096)
        json.beginObject()
        json.member("format", "yicigao.report/1")
        json.member("title", report.title)
        json.key("head")
        json.strings(report.head)
        json.key("tables")
        json.beginArray()
        for table in report.tables {
            json.beginObject()
            json.member("title", table.title)
            json.key("columns")
            json.strings(table.columns.map(\.name))
            json.key("rows")
            json.beginArray()
            for row in table.rows { write(row, to: &json) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.key("notes")
        json.strings(report.notes)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// Numbers as numbers; a share in percent.
    private static func write(_ row: [ReportTable.Cell], to json: inout JSONText) {
        json.beginArray()
        for cell in row {
            switch cell {
            case .text(let text): json.string(text)
            case .count(let number), .days(let number): json.integer(number)
            case .percent(let share): json.number((share * 10).rounded() / 10)
            case .none: json.null()
            }
        }
        json.endArray()
    }
}

import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// The case on a wide screen: the checklist with its checks on the left; on the right all there is to say about the line
/// under the cursor, and below it the notice as it would read now, growing with every verdict.
enum CasePanes {
    /// From this width on; the form keeps its own place beside the checklist.
    static let leastColumns = 120
    /// From this width of the left pane on the checks stand beside the list and not below it.
    private static let besideColumns = 90
    private static let ruleColumns = 2

    static func isMeant(_ size: Size, _ work: CaseWork) -> Bool {
        size.columns >= leastColumns && work.pane != .form
    }

    private static func rightColumns(_ columns: Int) -> Int {
        // The paper is never narrower on the screen than in the hand.
        max(NoticePane.columns + 2, min(80, columns * 2 / 5))
    }

    private static func isBeside(_ columns: Int) -> Bool {
        columns - rightColumns(columns) - ruleColumns >= besideColumns
    }

    /// Rows of the checks below the list.
    private static func checkRows(_ rows: Int) -> Int { max(4, min(9, rows / 3)) }

    /// Rows of the checklist in an area of so many rows.
    static func listRows(_ rows: Int, columns: Int) -> Int {
        isBeside(columns) ? rows : max(1, rows - checkRows(rows) - 1)
    }

    static func draw(
        _ state: DeskState, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas,
        in rect: Rect
    ) {
        var left = rect
        var right = left.splitRight(rightColumns(rect.columns))
        let edge = left.splitRight(ruleColumns)
        for row in 0..<edge.rows {
            canvas.write("|", at: Position(row: edge.row + row, column: edge.column), role: .border)
        }
        drawLeft(work, sheet, desk, columns: rect.columns, into: &canvas, in: left)
        let detail = right.splitTop(max(8, right.rows * 2 / 5))
        CaseDetail.draw(work, sheet, desk, showsRounds: true, into: &canvas, in: detail)
        NoticePane.draw(state, work, sheet, desk, into: &canvas, in: right)
    }

    private static func drawLeft(
        _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, columns: Int, into canvas: inout Canvas, in rect: Rect
    ) {
        var area = rect
        if isBeside(columns) {
            let list = area.splitLeft(area.columns * 3 / 5)
            CaseView.drawList(work, sheet, desk, into: &canvas, in: list)
            _ = area.splitLeft(1)
        } else {
            CaseView.drawList(
                work, sheet, desk, into: &canvas, in: area.splitTop(listRows(rect.rows, columns: columns)))
            canvas.horizontalRule(at: area.splitTop(1).origin, columns: area.columns)
            _ = area.splitLeft(1)
        }
        CaseView.drawChecks(work, sheet, desk, into: &canvas, in: area)
    }
}

/// The notice of a case as it reads now, beside the work on it.
enum NoticePane {
    /// What a line of the paper takes.
    static let columns = NoticeView.paperColumns

    static func draw(
        _ state: DeskState, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas,
        in rect: Rect
    ) {
        let stamp = EventStamp(at: state.now, by: desk.clerk)
        let paper = NoticePaper(work, shown: shown(work), stamp, desk)
        var area = rect
        drawHead(paper, desk, into: &canvas, in: area.splitTop(1))
        _ = area.splitLeft(1)
        if case .nothing(let why) = paper {
            canvas.write(
                TextFit.truncated(desk.say(why), toColumns: area.columns, widths: canvas.widths), at: area.origin,
                role: .good)
        }
        let lines = paper.lines
        let top = firstLine(lines, upTo: work.line, sheet, height: area.rows)
        canvas.withClip(area) { canvas in
            for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
                canvas.write(line, at: Position(row: row, column: 0), role: .text)
            }
        }
    }

    /// The draft while the case is being checked, the notice that is out, or else the last paper of all.
    private static func shown(_ work: CaseWork) -> CaseDocument? {
        guard let file = work.file, file.phase != .checking, file.card == nil else { return nil }
        let notice = file.phase == .awaitingCorrection ? file.notices.last.map { CaseDocument.notice($0) } : nil
        return notice ?? file.documents.last
    }

    /// So much of the paper is scrolled away that what it says of the line under the cursor can be seen; of the nearest
    /// line above that it speaks of, where it doesn't speak of that one.
    private static func firstLine(_ lines: [String], upTo line: Int, _ sheet: CaseSheet, height: Int) -> Int {
        guard lines.count > height, let checklist = sheet.checklist else { return 0 }
        let items = lines.enumerated().filter { $0.element.drop { $0 == " " }.first?.isNumber == true }
        for place in stride(from: line, through: 0, by: -1) {
            guard let material = sheet.line(at: place)?.material else { continue }
            let name = checklist.requirements[material.requirement].name
            guard let item = items.first(where: { $0.element.contains(name) }) else { continue }
            return max(0, min(item.offset - 1, lines.count - height))
        }
        return 0
    }

    private static func drawHead(_ paper: NoticePaper, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.horizontalRule(at: rect.origin, columns: rect.columns)
        let (text, role): (String, StyleRole) =
            switch paper {
            case .issued: (desk.say(Phrases.Look.issuedPaper), .good)
            case .unfinished(_, let open):
                (
                    "\(desk.say(Phrases.Look.draft))  \(desk.say(Phrases.Look.openLines, ["count": String(open)]))",
                    .warn
                )
            case .card, .slip, .ready, .readyTogether, .nothing: (desk.say(Phrases.Look.draft), .accent)
            }
        canvas.write(" \(text) ", at: Position(row: rect.row, column: rect.column + 2), role: role)
    }
}

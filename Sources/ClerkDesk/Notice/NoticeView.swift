import CaseDomain
import NoticeComposer
import ScreenKit
import TextLayout

/// Draws the notice, line for line as it prints.
enum NoticeView {
    private static let headRows = 2
    /// What a line of a paper takes.
    static let paperColumns = NoticeText.columns

    /// Rows of the paper on the screen.
    static func textHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - headRows) }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        guard let work = state.work, let shown = state.paper else { return }
        let paper = NoticePaper(
            work, shown: shown.shown, EventStamp(at: state.now, by: desk.clerk), desk)
        var area = rect
        drawHead(paper, work, desk, into: &canvas, in: area.splitTop(1))
        let lines = paper.lines
        let top = min(shown.scroll.selected, max(0, lines.count - textHeight(state.size)))
        let visible = lines.dropFirst(top).prefix(max(0, area.rows - 1))
        drawPlace(top, visible.count, lines.count, desk, into: &canvas, in: area.splitTop(1))
        let index = PaperIndex.columns(state.size, work)
        if index > 0 {
            PaperIndex.draw(work, shown: shown.shown, desk, into: &canvas, in: area.splitRight(index))
        }
        let margin = max(0, (area.columns - NoticeText.columns) / 2)
        canvas.withClip(area) { canvas in
            if case .nothing(let why) = paper {
                canvas.write(desk.say(why), at: Position(row: 1, column: margin), role: .good)
            }
            for (row, line) in visible.enumerated() {
                canvas.write(line, at: Position(row: row, column: margin), role: .text)
            }
        }
    }

    private static func drawHead(
        _ paper: NoticePaper, _ work: CaseWork, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let (text, role) = heading(paper, work, desk)
        let name = work.file?.particulars.applicant.name ?? ""
        canvas.write(
            TextFit.truncated(SafeText.singleLine(" \(text)  \(name)"), toColumns: rect.columns), at: rect.origin,
            role: role)
    }

    /// What the paper is.
    static func heading(_ paper: NoticePaper, _ work: CaseWork, _ desk: Desk) -> (String, StyleRole) {
        switch paper {
        case .issued(let document): head(of: document, work, desk)
        case .card(let card):
            (desk.say(Phrases.Card.shown, ["date": card.issuedAt.date.description]), .good)
        case .slip: (desk.say(Phrases.Notice.slip), .accent)
        case .ready, .readyTogether: (desk.say(Phrases.Notice.draft), .accent)
        case .unfinished(_, let open): (desk.say(Phrases.Notice.unfinished, ["count": String(open)]), .warn)
        case .nothing: (desk.say(Phrases.Notice.title), .title)
        }
    }

    /// Which paper, under which number, of which day, and whether it has reached the applicant.
    private static func head(of document: CaseDocument, _ work: CaseWork, _ desk: Desk) -> (String, StyleRole) {
        let service = document.number.flatMap { work.file?.record.service(of: $0) }
        let number = document.number?.text ?? ""
        let date = document.issuedAt.date.description
        let served =
            service.map { desk.say(Phrases.Papers.servedOn, ["date": $0.on.description]) }
            ?? desk.say(Phrases.Papers.notServed)
        let role: StyleRole = document.number != nil && service == nil ? .warn : .good
        switch document {
        case .notice(let notice):
            let values: KeyValuePairs = [
                "number": number, "round": String(notice.round), "date": date, "served": served,
            ]
            if work.file?.record.isWithdrawn(notice.number) == true {
                return (desk.say(Phrases.Rounds.taken, values), .warn)
            }
            return (desk.say(Phrases.Notice.issuedAs, values), role)
        case .paper(let paper):
            let name = desk.say(paper.kind.phrase)
            guard paper.number != nil else {
                return (desk.say(Phrases.Papers.shown, ["paper": name, "date": date]), role)
            }
            let values: KeyValuePairs = ["paper": "\(name) \(number)", "date": date, "served": served]
            return (desk.say(Phrases.Papers.shownServed, values), role)
        }
    }

    private static func drawPlace(
        _ top: Int, _ count: Int, _ all: Int, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.horizontalRule(at: rect.origin, columns: rect.columns)
        guard all > 0 else { return }
        let text = desk.say(
            Phrases.Notice.lines, ["from": String(top + 1), "to": String(top + count), "all": String(all)])
        let columns = TextWidth.columns(of: text)
        canvas.write(
            " \(text) ", at: Position(row: rect.row, column: max(0, rect.endColumn - columns - 4)), role: .dim)
    }
}

import CaseDomain
import ScreenKit
import TextLayout

/// Draws the pages of the board in one row; the one that is shown is set off, and a list over it says what it lists.
enum BoardTabsView {
    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        let supervision = state.supervision
        canvas.withClip(rect) { canvas in
            var column = 0
            for page in SupervisionState.Page.allCases {
                let isShown = page == supervision.page
                // Colours aside, the page that is shown stands in brackets.
                let name = desk.say(page.phrase)
                column += canvas.write(
                    isShown ? "[\(name)]" : " \(name) ", at: Position(row: 0, column: column),
                    role: isShown ? .badge : .dim)
            }
            let title = title(state, desk)
            guard !title.isEmpty else { return }
            let room = canvas.bounds.columns - column - 2
            canvas.write(
                TextFit.truncated(SafeText.singleLine(title), toColumns: max(0, room)),
                at: Position(row: 0, column: column + 1), role: .title)
        }
    }

    /// What the page shows, where its name says too little.
    static func title(_ state: DeskState, _ desk: Desk) -> String {
        if let listing = state.supervision.listing {
            // The page itself says what it lists.
            return ListingView.title(listing, isNamed: state.supervision.cases != nil, desk)
        }
        guard state.supervision.page == .figures else {
            return state.supervision.today.board?.isComplete == false ? desk.say(Phrases.Board.incomplete) : ""
        }
        return FigureView.title(state, desk)
    }
}

extension SupervisionState.Page {
    var phrase: Phrase {
        switch self {
        case .today: Phrases.Board.today
        case .patrol: Phrases.Board.patrol
        case .figures: Phrases.Board.figures
        case .releases: Phrases.Board.releases
        }
    }
}

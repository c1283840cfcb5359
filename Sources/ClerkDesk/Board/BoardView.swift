import ScreenKit

/// Draws whatever page of the board is open.
enum BoardView {
    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        if let listing = state.supervision.listing {
            ListingView.draw(listing, state, desk, into: &canvas, in: rect)
        } else if state.supervision.page == .figures {
            FigureView.draw(state, desk, into: &canvas, in: rect)
        } else {
            TodayView.draw(state, desk, into: &canvas, in: rect)
        }
    }
}

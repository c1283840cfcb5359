import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

extension ScreenScene {
    static let board = [
        ScreenScene(name: "board-today") { $0.press("s", "Home", "Right", "Right") },
        ScreenScene(name: "board-patrol") { $0.press("s", "Tab", "Down", "Space") },
        ScreenScene(name: "board-figures") { $0.press("s", "Tab", "Tab", "Down") },
        ScreenScene(name: "board-defects") { desk in
            desk.press("s", "Tab", "Tab")
            for _ in 0..<3 { desk.press("w") }
            desk.press("Right", "Down")
        },
        ScreenScene(name: "board-compare") { $0.press("s", "Tab", "Tab", "c", "F2") },
        ScreenScene(name: "board-period") { $0.press("s", "Tab", "Tab", "p", "Down") },
        ScreenScene(name: "board-releases", play: { $0.press("s", "S-Tab") }, fill: { try BoardJourneyTests.late($0) }),
        ScreenScene(name: "board-reassign") { desk in
            desk.press("s", "Home", "t", "Right", "Tab", "Tab")
            desk.type("请病假")
        },
        ScreenScene(name: "board-reassigned") { desk in
            desk.press("s", "Home", "t", "Right", "Tab", "Tab")
            desk.type("请病假")
            desk.press("F2")
        },
    ]
}

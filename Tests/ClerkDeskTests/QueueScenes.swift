import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

extension ScreenScene {
    static let views = [
        ScreenScene(name: "queue-views") { $0.press("v") },
        ScreenScene(name: "queue-last-tab") { desk in
            desk.turn(to: "已受理")
        },
        ScreenScene(name: "queue-marks") { desk in
            desk.press("Space", "Space", "r")
        },
        ScreenScene(name: "queue-pinyin") { desk in
            desk.press("S-Tab", "F3")
            desk.type("ytg")
        },
        ScreenScene(name: "queue-phone") { desk in
            desk.press("S-Tab", "F3")
            desk.type("0002")
        },
        ScreenScene(name: "queue-preview") { desk in
            desk.press("S-Tab", "Down")
            desk.idle(seconds: 2)
        },
        ScreenScene(name: "queue-sort-by") { $0.press("o") },
        ScreenScene(
            name: "bulk-preview",
            play: { desk in
                desk.press("S-Tab", "a", "x")
                desk.type("催办")
                desk.press("Enter")
            }, office: SampleDesk.tellingOffice),
        ScreenScene(
            name: "bulk-result",
            play: { desk in
                desk.press("S-Tab", "a", "x")
                desk.type("催办")
                desk.press("Enter", "y")
            }, office: SampleDesk.tellingOffice),
    ]
}

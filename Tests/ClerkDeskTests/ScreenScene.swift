import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// A screen worth keeping: how the desk gets there by keys.
struct ScreenScene: CustomTestStringConvertible, Sendable {
    let name: String
    let play: @Sendable (inout DeskDriver) throws -> Void
    /// What lies in the store before the desk opens.
    var fill: @Sendable (any DeskStoring) throws -> Void = SampleQueue.fill
    var office = SampleDesk.office

    var testDescription: String { name }

    /// - Parameter size: of the terminal.
    func driver(_ size: Size, language: Language = .zh) throws -> DeskDriver {
        let store = SampleDesk.store()
        try fill(store)
        var driver = DeskDriver(
            SampleDesk.desk(language: language, office: office), store: store, size: size, printing: PretendPrinters())
        try play(&driver)
        return driver
    }

    static let all: [ScreenScene] =
        queue + views + oldRules + work + papers + boxes + bundles + rounds + tickets
        + keeping + inspections + aftercare + board

    static let shownInEnglish = all.filter {
        [
            "queue", "case-checklist", "form-new", "notice-issued", "question", "clocks-stopped", "board-today",
            "board-figures",
        ].contains($0.name)
    }

    static let queue = [
        ScreenScene(name: "queue") { $0.press("Down", "Down") },
        ScreenScene(name: "queue-all") { $0.press("S-Tab", "PgDn") },
        ScreenScene(name: "queue-search") { desk in
            desk.press("S-Tab", "F3")
            desk.type("羊")
        },
        ScreenScene(name: "queue-empty") { desk in
            desk.press("F3")
            desk.type("没有这家")
        },
    ]

    static let oldRules = [
        ScreenScene(name: "queue-run-out", play: { $0.turn(to: "旧规则") }, fill: leftBehind),
        ScreenScene(
            name: "case-old-rules",
            play: { desk in
                desk.turn(to: "旧规则")
                desk.press("Enter")
            }, fill: leftBehind),
    ]

    static let work = [
        ScreenScene(name: "case-checklist", play: open, fill: mixed),
        ScreenScene(
            name: "case-checks",
            play: { desk in
                open(&desk)
                desk.press("Home", "Down", "Down", "Enter", "Down")
            }, fill: mixed),
        ScreenScene(name: "case-route") { desk in
            desk.press("F3")
            desk.type("陈大妈")
            desk.press("Enter", "Enter")
        },
        ScreenScene(name: "form-new") { desk in
            desk.press("F2")
            desk.type("王记羊汤馆")
        },
        ScreenScene(name: "form-errors") { desk in
            desk.press("F2")
            desk.type("王记羊汤馆")
            desk.press("Tab", "Tab")
            desk.type("92130528MA0A5XB46B")
            desk.press("Tab")
            desk.type("12345")
            desk.press("Tab", "Tab")
            desk.type("11010519491231002")
            desk.press("Tab", "Tab", "Tab")
            desk.type("很大")
            desk.press("F2")
        },
        ScreenScene(
            name: "form-places",
            play: { desk in
                desk.press("F2")
                for _ in 0..<40 where desk.state.work?.form.focus != .address { desk.press("Tab") }
                desk.type("bhdj")
                desk.press("Down")
            }, fill: mixed),
        ScreenScene(
            name: "form-copied",
            play: { desk in
                desk.press("F2", "Tab", "Tab")
                desk.type(DeskCases.creditCode)
                desk.press("F7", "Enter")
            }, fill: mixed),
        ScreenScene(name: "form-date") { desk in
            desk.press("F2", "Up", "Up", "C-u")
            desk.type("-3工")
        },
        ScreenScene(
            name: "form-edit",
            play: { desk in
                open(&desk)
                desk.press("F3", "Tab", "Tab", "Tab")
            }, fill: mixed),
    ]

    static let papers = [
        ScreenScene(
            name: "notice-unfinished",
            play: { desk in
                open(&desk)
                desk.press("F6")
            }, fill: mixed),
        ScreenScene(
            name: "notice-ready",
            play: { desk in
                open(&desk)
                desk.press("F6")
            }, fill: judged),
        ScreenScene(
            name: "notice-issued",
            play: { desk in
                open(&desk)
                desk.press("F8", "y")
            }, fill: judged),
        ScreenScene(
            name: "notice-issued-end",
            play: { desk in
                open(&desk)
                desk.press("F8", "y", "End")
            }, fill: judged),
    ]

    static let boxes = [
        ScreenScene(name: "help-queue") { $0.press("F1") },
        ScreenScene(
            name: "help-checklist",
            play: { desk in
                open(&desk)
                desk.press("F1")
            }, fill: mixed),
        ScreenScene(
            name: "palette",
            play: { desk in
                open(&desk)
                desk.press("C-p")
                desk.type("shou")
                desk.press("Down", "Down")
            }, fill: mixed),
        ScreenScene(
            name: "messages",
            play: { desk in
                open(&desk)
                desk.press("t", "F9", "Home", "1", "C-g", "Down")
            }, fill: mixed),
        ScreenScene(
            name: "why",
            play: { desk in
                open(&desk)
                desk.press("Home", "Down", "Down", "?")
            }, fill: mixed),
        ScreenScene(
            name: "actions",
            play: { desk in
                open(&desk)
                desk.press("F8", "y", "Esc", "x")
            }, fill: judged),
        ScreenScene(
            name: "print",
            play: { desk in
                open(&desk)
                desk.press("F8", "y", "p")
            }, fill: judged),
        ScreenScene(
            name: "question-message",
            play: { desk in
                open(&desk)
                desk.press("F8")
            }, fill: judged, office: SampleDesk.tellingOffice),
        ScreenScene(name: "ledger") { $0.press("d") },
        ScreenScene(
            name: "clocks-stopped",
            play: { desk in
                desk.press("S-Tab")
                open(&desk)
                desk.press("d", "PgDn")
            }, fill: stopped),
        ScreenScene(
            name: "entry",
            play: { desk in
                desk.press("S-Tab")
                open(&desk)
                desk.press("y", "Tab")
                desk.type("王副局长")
            }, fill: stopped),
        ScreenScene(name: "history") { $0.press("Down", "h") },
        ScreenScene(
            name: "question",
            play: { desk in
                open(&desk)
                desk.press("F8")
            }, fill: judged),
        ScreenScene(name: "eligibility", play: { $0.press("Enter", "z") }, fill: judged),
        ScreenScene(
            name: "eligibility-stops",
            play: { desk in
                desk.press("Enter", "z", "Tab")
                desk.type("2023-01-10")
                desk.press("Tab")
                desk.type("示市监罚〔2023〕7号")
                desk.press("F2", "F8")
            }, fill: judged),
        ScreenScene(
            name: "demand",
            play: { desk in
                desk.press("Enter", "m")
                desk.type("健康证")
                desk.press("Enter")
            }, fill: judged),
        ScreenScene(name: "guidance", play: { $0.press("Enter", "o") }, fill: renewal),
        ScreenScene(name: "picker") { desk in
            desk.press("F2")
            for _ in 0..<40 where desk.state.work?.form.focus != .items { desk.press("Tab") }
            desk.press("Enter", "Down", "Down", "Space")
        },
        ScreenScene(
            name: "conflict",
            play: { desk in
                open(&desk)
                guard let file = desk.file else { return }
                _ = try DeskCases.append(
                    [
                        .materialRecorded(record: DeskCases.judged(.policyIndex, in: file)),
                        .particularsChanged(particulars: DeskCases.restaurant("王记羊汤馆（总店）")),
                    ], to: file, on: "2026-11-20", in: desk.store, clerk: "limin")
                desk.press("1")
            }, fill: mixed),
    ]

    static let bundles = [
        ScreenScene(name: "bundle-picker") { $0.press("b", "Down") },
        ScreenScene(name: "bundle-form") { desk in
            desk.press("b")
            desk.type("小餐饮店")
            desk.press("Enter")
            desk.type("花间小馆")
        },
        ScreenScene(name: "bundle-case", play: open, fill: together),
        ScreenScene(
            name: "bundle-notice",
            play: { desk in
                open(&desk)
                desk.press("F8", "y")
            }, fill: together),
        ScreenScene(
            name: "bundle-question",
            play: { desk in
                open(&desk)
                desk.press("F8")
            }, fill: together),
    ]

    /// Two matters of one application: the shared paper is missing, and one of them lacks more.
    @Sendable private static func together(_ store: any DeskStoring) throws {
        let files = try BundleJourneyTests.family(store, agent: DeskCases.agent)
        for (file, missing) in zip(files, [[Material.businessLicence, .healthCertificates], [.businessLicence]]) {
            _ = try DeskCases.judgeAll(file, missing: Set(missing), on: "2026-11-20", in: store)
        }
    }

    @Sendable private static func open(_ desk: inout DeskDriver) { desk.press("Enter") }

    /// Cases from before the cut-over of the sample, some of them under rules that nobody has any more.
    @Sendable private static func leftBehind(_ store: any DeskStoring) throws {
        for (name, day) in [("老街面馆", "2025-09-04"), ("示例县福满楼酒店", "2025-08-20"), ("羊汤一绝", "2025-09-05")] {
            let particulars = DeskCases.restaurant(name, received: day)
            let gone = ChecklistReference(id: "food-operation-licence/new", version: "2023.9", digest: "sha256:00")
            let receipt = Receipt(
                application: Application(particulars: particulars), checklist: name == "老街面馆" ? nil : gone,
                window: "A02")
            _ = try store.receive(
                receipt, stamp: EventStamp(at: particulars.receivedAt, by: ClerkID("zhang")))
        }
    }

    /// One case with a line in every state there is.
    @Sendable private static func mixed(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(
            DeskCases.restaurant(agent: DeskCases.agent, tolerance: true), into: store)
        let records = [
            DeskCases.judged(.applicationForm, in: file),
            DeskCases.judged(.layoutPlan, in: file, failed: [.areaMarked, .flowMarked]),
            MaterialRecord(material: .processDescription, how: .missing),
            DeskCases.judged(.powerOfAttorney, in: file), MaterialRecord(material: .agentIdentity, how: .missing),
        ]
        _ = try DeskCases.append(
            records.map { .materialRecorded(record: $0) }, to: file, on: "2026-11-20", in: store)
    }

    /// One accepted case whose clock stands still for a hearing.
    @Sendable private static func stopped(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(DeskCases.restaurant(received: "2026-11-13"), into: store)
        let acceptance = Acceptance(on: DeskCases.date("2026-11-16"), gaps: [])
        let accepted = try DeskCases.append(
            [.accepted(acceptance: acceptance)], to: file, on: "2026-11-16", in: store)
        _ = try DeskCases.append(
            [.clockStopped(reason: .hearing, note: "利害关系人申请")], to: accepted, on: "2026-11-18", in: store)
    }

    /// A renewal that came in late.
    @Sendable private static func renewal(_ store: any DeskStoring) throws {
        _ = try DeskCases.receive(
            DeskCases.held(.renewal, expires: "2026-12-10", facts: [.paperLicenceHeld: false]), into: store)
    }

    /// One case that is judged to the last line and can't be accepted.
    @Sendable private static func judged(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(
            DeskCases.restaurant(agent: DeskCases.agent, tolerance: true), into: store)
        _ = try DeskCases.judgeAll(
            file, missing: [.processDescription, .agentIdentity],
            failed: [.layoutPlan: [.areaMarked, .flowMarked], .applicationForm: [.signed]], on: "2026-11-20", in: store)
    }
}

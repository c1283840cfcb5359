import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 练习: the lessons that ship, walked through as a new clerk would.
@Suite("Lessons")
struct TutorTests {
    static let lessons: [Lesson] = {
        do {
            return try LessonsFile.read(
                SampleDesk.library.folder.tutor + "/" + LessonsFile.name,
                hints: Set(DeskIntent.allCases.map(\.rawValue)))
        } catch {
            preconditionFailure("the lessons cannot be read: \(error)")
        }
    }()

    private static func desk(_ keymap: String = "standard", _ language: Language = .zh) -> Desk {
        var desk = SampleDesk.desk(language: language, keymap: keymap, isDemo: true)
        desk.lessons = lessons
        return desk
    }

    private static func start(
        lesson: Int = 1, size: Size = Size(rows: 24, columns: 80), desk: Desk = desk()
    ) throws -> DeskDriver {
        let store = SampleDesk.store()
        for name in ["示例县桥头羊杂汤", "示例县青柠奶茶店"] {
            _ = try DeskCases.receive(DeskCases.restaurant(name, received: "2026-11-19"), into: store)
        }
        return DeskDriver(
            desk, store: store, size: size,
            tutor: TutorState(lesson: lesson - 1, now: SampleDesk.morning))
    }

    private func place(_ desk: DeskDriver) -> String {
        guard let tutor = desk.state.tutor else { return "none" }
        return "\(tutor.lesson + 1).\(tutor.step + 1)"
    }

    @Test(
        "all lessons are walked by doing the main job",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 20, columns: 60)])
    func walk(size: Size) throws {
        var desk = try Self.start(size: size)
        var seen: [String] = []
        func reach(_ step: String, sourceLocation: SourceLocation = #_sourceLocation) {
            // A step that was done along the way is noticed at the next look.
            for _ in 0..<5 where place(desk) != step { desk.idle(seconds: 1) }
            #expect(place(desk) == step, sourceLocation: sourceLocation)
            seen.append(step)
        }
        reach("1.1")
        desk.press("Down")
        reach("1.2")
        desk.press("Tab")
        reach("1.3")
        desk.press("S-Tab")
        reach("2.1")
        desk.press("F3")
        desk.type("羊")
        reach("2.2")
        desk.press("Enter", "Enter")
        reach("2.3")
        desk.press("Esc", "Esc")
        reach("3.1")
        desk.press("F2")
        reach("3.2")
        desk.press("Esc")
        desk.takeIn("王记面馆")
        reach("4.1")
        #expect(desk.file != nil)
        desk.press("Home", "1")
        reach("4.2")
        desk.press("n", "2")
        reach("4.3")
        desk.press("n", "3", "3", "Left")
        reach("4.4")
        while case .checking? = desk.file?.phase, place(desk) == "4.4" { desk.press("n", "1") }
        reach("5.1")
        desk.press("?")
        reach("5.2")
        desk.press("Esc")
        reach("6.1")
        desk.press("F6")
        reach("6.2")
        desk.press("F8", "y")
        reach("6.3")
        desk.press("F6")
        reach("7.1")
        desk.press("t", "Enter", "y")
        reach("7.2")
        for _ in 0..<4 { desk.press("n", "1") }
        reach("7.3")
        desk.press("Home", "Enter", "3", "Left", "F8")
        reach("7.4")
        desk.press("Esc", "Home", "1")
        reach("8.1")
        desk.press("F7", "y")
        reach("9.1")
        desk.press("Esc", "Esc", "Home", "Enter")
        if place(desk) == "9.1" { desk.press("Esc", "Down", "Enter") }
        reach("9.2")
        desk.press("Home")
        for _ in 0..<8 where place(desk) == "9.2" { desk.press("5", "Down") }
        reach("9.3")
        desk.press("F10", "y")
        #expect(desk.state.isOver)
        // The form was filled in and saved at one go.
        #expect(seen.count + 1 == Self.lessons.reduce(0) { $0 + $1.steps.count })
    }

    @Test("the strip takes three rows, and the whole desk stands below it", arguments: [(24, 80), (20, 60)])
    func strip(rows: Int, columns: Int) throws {
        let desk = try Self.start(lesson: 3, size: Size(rows: rows, columns: columns))
        Golden.expect(desk.frame, named: "tutor-\(columns)x\(rows)")
        #expect(desk.screen.contains("F2"), "the footer is still there")
        var small = desk
        small.resize(rows: 19, columns: 60)
        #expect(small.screen.contains("至少要60列20行"))
    }

    @Test(
        "what to do always fits the strip, and why too where the screen has eighty columns",
        arguments: Language.allCases, [Size(rows: 20, columns: 60), Size(rows: 24, columns: 80)])
    func fits(language: Language, size: Size) throws {
        for (lesson, entry) in Self.lessons.enumerated() {
            for step in entry.steps {
                var desk = try Self.start(lesson: lesson + 1, size: size, desk: Self.desk("standard", language))
                for _ in 0..<entry.steps.count where desk.state.tutor?.current(Self.lessons) != step {
                    desk.press("A-.")
                }
                let strip = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)[1...2].joined()
                    .filter { $0 != " " }
                #expect(strip.contains(step.say.text(language).filter { $0 != " " }), "\(entry.id)")
                guard size.columns >= 80 else { continue }
                #expect(strip.contains(step.why.text(language).filter { $0 != " " }), "\(entry.id)")
            }
        }
    }

    @Test("a hint comes after twenty idle seconds, with the clerk's own key", arguments: ["standard", "vi"])
    func hint(keymap: String) throws {
        var desk = try Self.start(lesson: 3, desk: Self.desk(keymap))
        let key = try #require(desk.desk.keymap.label(for: .newCase, in: .queue))
        desk.idle(seconds: 19)
        #expect(!desk.screen.contains("提示：按"))
        desk.idle(seconds: 1)
        #expect(desk.screen.contains("提示：按 \(key)"))
        desk.press("Down")
        #expect(!desk.screen.contains("提示：按"))
    }

    @Test("steps can be skipped and gone back to; the first and the last say so")
    func turning() throws {
        var desk = try Self.start()
        desk.press("A-,")
        #expect(desk.status.contains("第一步"))
        desk.press("A-.", "A-.", "A-.")
        #expect(place(desk) == "2.1")
        desk.press("A-,")
        #expect(place(desk) == "1.3")
        for _ in 0..<40 { desk.press("A-.") }
        #expect(place(desk) == "9.3")
        #expect(desk.status.contains("最后一步"))
    }

    @Test("Esc in the queue leaves, after asking; a desk without lessons knows none of it")
    func leaving() throws {
        var desk = try Self.start()
        desk.press("Esc")
        #expect(desk.screen.contains("离开练习"))
        desk.press("y")
        #expect(desk.state.isOver)
        var other = DeskDriver()
        other.press("A-.")
        #expect(other.status.contains("不起作用"))
        other.press("F1")
        #expect(!other.screen.contains("练习"))
    }

    @Test("in lines the lesson is told with its command, and goes on by commands")
    func lines() throws {
        var plain = PlainDriver(try Self.start())
        plain.type(lines: "2", "back", "next-filter", "previous-filter", "/羊", "1", "back", "back", "new-case")
        #expect(place(plain.desk) == "3.2")
        Golden.expect(plain.transcript, at: "Plain/tutor.txt")
    }

    @Test("ten minutes are enough: what is to be read and typed, at a beginner's pace")
    func tenMinutes() {
        // Four characters a second to read, three seconds to find a key, thirty to fill the form in.
        let read = Self.lessons.flatMap(\.steps).reduce(0) { $0 + $1.say.chinese.count + $1.why.chinese.count }
        let steps = Self.lessons.reduce(0) { $0 + $1.steps.count }
        #expect(read / 4 + steps * 8 + 60 <= 600)
    }
}

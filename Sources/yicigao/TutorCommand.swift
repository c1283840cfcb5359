import ArgumentParser
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Foundation

/// `yicigao tutor`: the main job in ten minutes, inside the real screens, on cases that are thrown away.
struct TutorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tutor",
        abstract: "练习：十分钟走一遍收件、审查、一次告知、受理。Practice on sample cases; nothing is kept.",
        discussion: """
            例 Example:  yicigao tutor --lesson 4

            课文在数据文件夹的 Tutor/lessons.yaml；机关文件旁的 lessons.yaml 优先。
            The words stand in Tutor/lessons.yaml; a lessons.yaml beside the office file goes before it.
            """)

    @Option(help: ArgumentHelp("从第几课开始。Which lesson to begin with.", valueName: "n"))
    var lesson = 1

    @Flag(help: "列出各课。Lists the lessons.")
    var list = false

    @OptionGroup var data: DataOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let installation = try data.load()
        let lessons = try installation.lessons()
        guard !list else {
            return try CommandOutput.run { output in
                for (place, lesson) in lessons.enumerated() {
                    try output.line("\(place + 1) \(lesson.title.text(screen.lang))")
                }
                return .fine
            }
        }
        guard lessons.indices.contains(lesson - 1) else {
            throw CommandFailure(code: .usage, message: "--lesson: 应在 1 到 \(lessons.count) 之间")
        }
        var desk = try DeskMaker.desk(installation, screen, clerk: Account.clerk, isDemo: true)
        desk.lessons = lessons
        try DemoCommand.run(desk, installation, screen, lesson: lesson - 1)
    }
}

extension Installation {
    /// The lessons of the office, or those that ship.
    func lessons() throws -> [Lesson] {
        let own = officeFolder.map { "\($0)/\(LessonsFile.name)" }
        let path =
            own.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
            ?? "\(folder.tutor)/\(LessonsFile.name)"
        return try Installation.loading { () throws(DataLoadFailure) in
            try LessonsFile.read(path, hints: Set(DeskIntent.allCases.map(\.rawValue)))
        }
    }
}

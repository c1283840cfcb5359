import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ClerkDesk
import Dispatch
import Foundation
import SQLiteCaseStore

/// `yicigao demo`: a throw-away store with the cases of a county hall, opened at once.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", _superCommandName: YicigaoCommand.name,
        abstract: "用样例办件打开工作台，退出即丢弃。Opens the desk on sample cases; nothing is kept.")

    @OptionGroup var data: DataOptions
    @OptionGroup var screen: ScreenOptions

    @Option(help: ArgumentHelp("扮演人员名单里的一位，看各岗位能做什么。Plays somebody of the staff list.", valueName: "account"))
    var role: String?

    func run() throws {
        let installation = try data.load()
        let desk = try DeskMaker.desk(
            installation, screen, clerk: try role.map { try player($0, installation) } ?? Account.clerk, isDemo: true)
        try Self.run(desk, installation, screen)
    }

    /// Nothing of a demo lasts, so that there anybody may be anybody; on a lasting store the account says who it is.
    private func player(_ name: String, _ installation: Installation) throws -> ClerkID {
        let people = installation.office.staff.people
        guard let member = people.first(where: { $0.account.text == name || $0.name == name }) else {
            throw TermArgument.unknown(name, "--role", among: people.map(\.account.text))
        }
        return member.account
    }

    /// Runs a desk on a store that is gone with it.
    static func run(
        _ desk: Desk, _ installation: Installation, _ screen: ScreenOptions, lesson: Int? = nil
    ) throws {
        // The samples are judged on their way in, so the rules are read while the store is made.
        DispatchQueue.global(qos: .userInitiated).async { _ = desk.rules.book() }
        let folder = try temporaryFolder()
        defer { remove(folder) }
        let store: SQLiteCaseStore
        do throws(StoreError) {
            store = try SQLiteCaseStore(path: "\(folder)/desk.sqlite", projection: installation.projection)
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
        try DemoCases(desk: desk, folder: installation.folder.demo, projection: installation.projection)
            .fill(store, now: BusinessClock.system.now())
        try DemoTickets(office: installation.office, folder: installation.folder.demo)
            .fill(store, now: BusinessClock.system.now())
        let past = try DemoPast(installation, book: desk.rules.book, now: BusinessClock.system.now())
        try DeskMaker.run(desk, store: store, screen: screen, lesson: lesson) {
            // Whoever practises has the sample cases alone before him.
            guard lesson == nil else { return }
            do throws(StoreError) {
                try past.fill(store)
            } catch {
                // The boards of a demonstration are emptier then; nothing else depends on it.
                return
            }
        }
    }

    private static func temporaryFolder() throws -> String {
        // Memory where there is any to write to: the store is thrown away, and waiting for a disk is most of its making.
        let places = ["/dev/shm", NSTemporaryDirectory()]
        for place in places where FileManager.default.isWritableFile(atPath: place) {
            var name = Array("\(place)/yicigao-demo-XXXXXX".utf8CString)
            let made = name.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
            }
            if let made { return made }
        }
        throw CommandFailure(code: .system, message: "没有可写的临时文件夹；没有建立演示数据")
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            StandardError.write("演示数据留在 \(folder)，可以删除")
        }
    }
}

import TestSupport
import Testing

/// Habits of the sources that no compiler holds anybody to.
@Suite("Source rules")
struct SourceRuleTests {
    private static let code: [String: [(path: String, target: String, lines: [Substring])]] = {
        var code: [String: [(path: String, target: String, lines: [Substring])]] = [:]
        for folder in ["Sources", "Tests"] {
            code[folder] = (try? SourceFile.all(under: folder))?.map { ($0.path, $0.target, $0.code) }
        }
        return code
    }()

    /// Lines of code that hold a word, as `path:line`.
    private func places(
        of word: String, under folder: String = "Sources", except: Set<String> = [],
        where isMeant: (Substring) -> Bool = { _ in true }
    ) throws -> [String] {
        try #require(Self.code[folder]).filter { !except.contains($0.target) }.flatMap { file in
            file.lines.enumerated().filter { $0.element.holds(word) && isMeant($0.element) }.map {
                "\(file.path):\($0.offset + 1)"
            }
        }
    }

    @Test(
        "nothing is forced, swallowed or unchecked",
        arguments: [
            "try!", "try?", " as!", "fatalError(", "assertionFailure(", "@unchecked Sendable", "nonisolated(unsafe)",
            "@MainActor",
        ])
    func forced(word: String) throws {
        #expect(try places(of: word) == [])
    }

    @Test("no optional is unwrapped by force")
    func unwrapped() throws {
        let found = try places(of: "!") { $0.firstMatch(of: /[\w\)\]]!(?![=])/) != nil }
        #expect(found == [])
    }

    @Test(
        "nobody reads a clock but the program's edge",
        arguments: [
            "Date()", "Date.now", "Clock.now", "ContinuousClock", "SuspendingClock", "DispatchTime", "clock_gettime",
            "gettimeofday", " time(nil)", " .now", "(.now",
        ])
    func clocks(word: String) throws {
        #expect(try places(of: word, except: ["yicigao"]) == [])
    }

    /// A desk writes through `EffectInterpreter`, which asks `WriteGate`; what a command writes is asked about where it is
    /// written, or by the file that is named here for it.
    @Test("every command that writes asks who may")
    func gates() throws {
        let writes = [
            ".receive(", ".append([", ".append(events", ".takeOver(", ".perform(", ".erase(", ".take(step", ".enter(",
            ".endAbsence(", ".reset(", ".restore(", ".deliver(",
        ]
        let askedBy = ["ImportIntake.swift": "ImportCommand.swift"]
        let commands = try #require(Self.code["Sources"]).filter { $0.path.contains("yicigao/Commands/") }
        var writers: Set<String> = []
        for file in commands {
            let isWriter = file.lines.contains { line in
                ["store", "StoreCopy", "worker", "LockJob"].contains { owner in
                    writes.contains { line.holds(owner + $0) }
                }
            }
            guard isWriter else { continue }
            let name = String(file.path.split(separator: "/").last ?? "")
            writers.insert(name)
            let asking = askedBy[name] ?? name
            let asks = commands.contains { other in
                other.path.hasSuffix("/" + asking) && other.lines.contains { $0.holds("CommandAuthority(") }
            }
            #expect(asks, "\(name) writes, and \(asking) doesn't ask who may")
        }
        #expect(writers.count >= 9, "\(writers.sorted())")
    }

    @Test(
        "nobody throws dice without a seed",
        arguments: ["SystemRandomNumberGenerator", ".shuffled()", ".randomElement()", "UUID()"])
    func random(word: String) throws {
        // Sealing a case's papers needs a key that nobody can foretell.
        #expect(try places(of: word, except: ["SQLiteCaseStore"]) == [])
        #expect(try places(of: ".random(in:") { !$0.holds("using:") } == [])
    }

    @Test("tests wait for nothing by the clock")
    func sleepless() throws {
        #expect(try places(of: "sleep(", under: "Tests") == [])
    }

    @Test("only the composer and the stores make issued notices")
    func issuedNotices() throws {
        let makers: Set<String> = ["NoticeComposer", "SQLiteCaseStore", "CaseDomain"]
        #expect(try places(of: "IssuedNotice(", except: makers) == [])
        #expect(try places(of: "restoring:", except: makers) == [])
        #expect(try !places(of: "IssuedNotice(").isEmpty)
    }

    @Test("files are short and named after what they hold")
    func files() throws {
        for folder in ["Sources", "Tests"] {
            for ending in [".swift", ".c", ".cpp", ".h"] {
                for file in try SourceFile.all(under: folder, ending: ending) {
                    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
                    #expect(lines <= 400, "\(file) has \(lines) lines")
                    #expect(file.name.firstMatch(of: /Util|Helper|Manager|Types\./) == nil, "\(file)")
                }
            }
        }
        for word in ["Util", "Helper", "Manager"] {
            let declared = /\b(struct|class|enum|protocol|actor)\s+\w*(Util|Helper|Manager)/
            for folder in ["Sources", "Tests"] {
                #expect(try places(of: word, under: folder) { $0.firstMatch(of: declared) != nil } == [])
            }
        }
    }

    @Test("nothing is public, and no file says where it was made")
    func visibility() throws {
        #expect(try places(of: "public ") { !$0.holds("case ") } == [])
        for folder in ["Sources", "Tests", "Keymaps", "Fixtures"] {
            for path in SourceTree.files(under: folder) where !path.hasSuffix(".sqlite") {
                guard let text = try? SourceTree.text(path) else { continue }
                let machine = "/" + "work/"
                #expect(!text.holds(machine) && !text.holds("/" + "home/"), "\(path)")
            }
        }
    }

    @Test("every citation of the data names its law")
    func citations() throws {
        var count = 0
        for path in SourceTree.files(under: "Sources/ChecklistFiles", ending: ".yaml") {
            let text = try SourceTree.text(path)
            for match in text.matches(of: /citation:\s*(["']?)([^\n]*)/) {
                count += 1
                #expect(
                    match.output.2.firstMatch(of: /^《[^《》]+(?:〈[^〉]+〉[^《》]*)?》/) != nil, "\(path): \(match.output.2)")
            }
            let verified = text.matches(of: /verified:\s*(true|false)/).count
            // What ordered a cut-over is a circular or a report, and says `source`.
            #expect(text.matches(of: /(?:citation|basis: \{source):/).count == verified, "\(path)")
        }
        #expect(count > 50)
    }
}

@Suite("Repository")
struct RepositoryTests {
    @Test("the top level holds what it should and nothing else")
    func topLevel() throws {
        // What the package manager writes beside the package file is not checked in.
        let written: Set<String> = ["Package.resolved"]
        let names = try SourceTree.names().filter { !$0.hasPrefix(".") && !written.contains($0) }
        #expect(names == ["Fixtures", "Keymaps", "Package.swift", "README.md", "Sources", "Tests"])
    }

    @Test("every golden screen belongs to a test")
    func goldens() {
        let names = SourceTree.files(under: "Fixtures/Screens").map {
            $0.split(separator: "/").last.map(String.init) ?? ""
        }
        #expect(names.contains("bindings.txt"))
        #expect(names.allSatisfy { $0 == "bindings.txt" || $0.hasSuffix(".screen") })
    }
}

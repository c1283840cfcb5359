import TestSupport
import Testing

/// Who may import whom. The table is the design; the package file and the sources must both agree with it.
@Suite("Imports")
struct ImportTests {
    struct Rule: CustomTestStringConvertible, Sendable {
        let target: String
        let level: Int
        let modules: Set<String>
        /// Modules that aren't ours.
        let outside: Set<String>
        var testDescription: String { target }

        init(_ target: String, _ level: Int, _ modules: Set<String> = [], outside: Set<String> = []) {
            self.target = target
            self.level = level
            self.modules = modules
            self.outside = outside
        }
    }

    static let table = [
        Rule("CTerminalShim", 0), Rule("CJSONShim", 0), Rule("CPaperShim", 0), Rule("CSheetShim", 0),
        Rule("CTokenShim", 0),
        Rule("CaseDomain", 0),
        Rule("TextLayout", 0),
        Rule("ScreenKit", 1, ["TextLayout"]), Rule("ChecklistRules", 1, ["CaseDomain"]),
        Rule("SampleCases", 1, ["CaseDomain"]),
        Rule("CaseStore", 2, ["CaseDomain", "TextLayout"], outside: ["Synchronization"]),
        Rule("NoticeComposer", 2, ["CaseDomain", "ChecklistRules", "TextLayout"]), Rule("Outgoing", 2, ["CaseDomain"]),
        Rule("Reporting", 2, ["CaseDomain", "TextLayout"]),
        Rule(
            "ClerkDesk", 3,
            [
                "CaseDomain", "ChecklistRules", "NoticeComposer", "CaseStore", "Outgoing", "Reporting", "ScreenKit",
                "TextLayout",
            ]),
        Rule("CaseFormat", 3, ["CaseDomain", "TextLayout", "ChecklistRules", "CJSONShim"], outside: ["Glibc"]),
        Rule(
            "ChecklistFiles", 3, ["CaseDomain", "TextLayout", "ChecklistRules"],
            outside: ["Dispatch", "Foundation", "Synchronization", "Yams", "Crypto"]),
        Rule(
            "SQLiteCaseStore", 3, ["CaseDomain", "CaseStore", "TextLayout"],
            outside: ["Foundation", "GRDB", "GRDBSQLite", "Crypto", "Synchronization"]),
        Rule(
            "Dispatching", 3, ["CaseDomain", "CaseStore", "NoticeComposer", "Outgoing", "TextLayout"],
            outside: ["Glibc"]),
        Rule("TerminalIO", 3, ["TextLayout", "ScreenKit", "CTerminalShim"], outside: ["Synchronization", "Glibc"]),
        Rule("Spreadsheet", 3, ["CaseDomain", "TextLayout", "Reporting", "CSheetShim"]),
        Rule(
            "TokenSigning", 3, ["CaseDomain", "CTokenShim"],
            outside: ["Crypto", "CryptoExtras", "Foundation", "SwiftASN1", "X509"]),
        Rule("NoticePDF", 3, ["CaseDomain", "NoticeComposer", "TextLayout", "CPaperShim"]),
        Rule(
            "yicigao", 4,
            [
                "CaseDomain", "TextLayout", "ScreenKit", "ChecklistRules", "CaseStore", "NoticeComposer", "ClerkDesk",
                "CaseFormat", "ChecklistFiles", "Dispatching", "Outgoing", "SampleCases", "SQLiteCaseStore",
                "TerminalIO",
                "NoticePDF", "TokenSigning", "Reporting", "Spreadsheet",
            ],
            outside: ["ArgumentParser", "Crypto", "CryptoExtras", "Dispatch", "Foundation", "Glibc", "Synchronization"]),
    ]

    /// The parts that must say the same on every machine and day: no hidden clock, locale or calendar.
    static let core = [
        "CaseDomain", "TextLayout", "ScreenKit", "ChecklistRules", "NoticeComposer", "CaseStore", "ClerkDesk",
        "Outgoing", "Reporting", "SampleCases",
    ]

    @Test("every target of the package is in the table")
    func complete() throws {
        #expect(try SourceTree.names(in: "Sources").filter { !$0.hasPrefix(".") } == Self.table.map(\.target).sorted())
    }

    @Test("arrows point down, and targets of a level don't know each other")
    func levels() throws {
        for rule in Self.table {
            for module in rule.modules {
                let other = try #require(Self.table.first { $0.target == module })
                #expect(other.level < rule.level, "\(rule.target) -> \(module)")
            }
        }
    }

    @Test("sources import what the table allows, and nothing else", arguments: table)
    func sources(rule: Rule) throws {
        for file in try SourceFile.all(under: "Sources/\(rule.target)") {
            let forbidden = file.imports.subtracting(rule.modules).subtracting(rule.outside)
            #expect(forbidden.isEmpty, "\(file) imports \(forbidden.sorted().joined(separator: ", "))")
        }
    }

    @Test("the core knows no Foundation", arguments: core)
    func noFoundation(target: String) throws {
        let rule = try #require(Self.table.first { $0.target == target })
        #expect(rule.outside.isDisjoint(with: ["Foundation", "FoundationEssentials", "Dispatch", "Glibc"]))
    }

    @Test("the package file declares exactly what the sources import", arguments: table)
    func declared(rule: Rule) throws {
        let declared = try PackageFile().dependencies(of: rule.target)
        let imports = try SourceFile.all(under: "Sources/\(rule.target)").reduce(into: Set<String>()) {
            $0.formUnion($1.imports)
        }
        let system: Set<String> = ["Foundation", "Synchronization", "Glibc", "Dispatch"]
        #expect(declared == imports.subtracting(system))
    }

    @Test("tests import what they declare")
    func tests() throws {
        let package = try PackageFile()
        let ours = Set(Self.table.map(\.target) + ["TestSupport"])
        for file in try SourceFile.all(under: "Tests") {
            let target = file.target == "Support" ? "TestSupport" : file.target
            let missing = file.imports.intersection(ours).subtracting(package.dependencies(of: target))
            #expect(missing.isEmpty, "\(file) imports \(missing.sorted().joined(separator: ", "))")
        }
    }

    @Test("one shim knows curses")
    func curses() throws {
        for ending in [".c", ".h", ".cpp", ".modulemap", ".swift"] {
            for file in try SourceFile.all(under: "Sources", ending: ending) where file.target != "CTerminalShim" {
                #expect(file.text.firstMatch(of: /#\s*include\s*[<"](n?cursesw?|term)/) == nil, "\(file)")
                #expect(!file.imports.contains("CNCurses"), "\(file)")
            }
        }
    }

    @Test("nothing links what draws papers: the desk would load it at its start")
    func drawing() throws {
        #expect(try SourceTree.text("Package.swift").firstMatch(of: /linkedLibrary\("(?!ncursesw)|pkgConfig/) == nil)
        for ending in [".c", ".h", ".cpp", ".swift"] {
            for file in try SourceFile.all(under: "Sources", ending: ending) {
                #expect(
                    file.text.firstMatch(of: /#\s*include\s*[<"](cairo|pango|fontconfig|qrencode|glib)/) == nil,
                    "\(file)")
                #expect(
                    ["CPaperShim", "CTokenShim", "CSheetShim"].contains(file.target)
                        || file.text.firstMatch(of: /\bdlopen\b/) == nil,
                    "\(file)")
            }
        }
    }
}

/// What `Package.swift` says about targets.
struct PackageFile {
    private let text: String

    init() throws { text = try SourceTree.text("Package.swift") }

    /// The modules that a target may import by its declaration.
    func dependencies(of target: String) -> Set<String> {
        let products = [
            "grdb": "GRDB", "sqlite": "GRDBSQLite", "yams": "Yams", "crypto": "Crypto", "arguments": "ArgumentParser",
            "cryptoExtras": "CryptoExtras", "certificates": "X509", "asn1": "SwiftASN1",
        ]
        guard
            let start = text.firstRange(of: "(\"\(target)\"") ?? text.firstRange(of: "(\n            \"\(target)\"")
                ?? text.firstRange(of: "name: \"\(target)\",\n            dependencies:")
        else { return [] }
        let rest = text[start.upperBound...]
        guard let open = rest.first(where: { "[)".contains($0) }), open == "[",
            let first = rest.firstIndex(of: "["), let last = rest[first...].firstIndex(of: "]")
        else { return [] }
        let words = rest[first..<last].matches(of: /"(\w+)"|\b([a-z]\w+)\b/).compactMap {
            $0.output.1.map(String.init) ?? $0.output.2.flatMap { products[String($0)] }
        }
        return Set(words)
    }
}

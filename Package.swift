// swift-tools-version: 6.2
import PackageDescription

/// The settings every target of ours is built with: language mode 6 with the upcoming features the code is written
/// for, and no warnings.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

func core(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Relative relocations in a bitmap: the loader reads a twentieth of the bytes before the program begins. Swift's own
/// linker can pack them; the system's older ones can't. Nobody looks the program's own symbols up, so they aren't
/// exported: C libraries that ask where they lie would go through all of them.
let startsSooner = LinkerSetting.unsafeFlags([
    "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
])

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let certificates = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Yicigao",
    products: [.executable(name: "yicigao", targets: ["yicigao"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // Level 0: the domain, text metrics, the screen model, and the C shims.
        .target(name: "CTerminalShim", linkerSettings: [.linkedLibrary("ncursesw")]),
        .target(name: "CJSONShim"),
        .target(name: "CPaperShim"),
        .target(name: "CSheetShim"),
        .target(name: "CTokenShim"),
        core("CaseDomain"),
        core("TextLayout"),
        // Level 1
        core("ScreenKit", ["TextLayout"]),
        core("ChecklistRules", ["CaseDomain"]),
        core("SampleCases", ["CaseDomain"]),
        // Level 2
        core("CaseStore", ["CaseDomain", "TextLayout"]),
        core("NoticeComposer", ["CaseDomain", "ChecklistRules", "TextLayout"]),
        core("Outgoing", ["CaseDomain"]),
        core("Reporting", ["CaseDomain", "TextLayout"]),
        // Level 3: the desk, and the adapters, which never import each other.
        core(
            "ClerkDesk",
            [
                "CaseDomain", "ChecklistRules", "NoticeComposer", "CaseStore", "Outgoing", "Reporting", "ScreenKit",
                "TextLayout",
            ]),
        core("CaseFormat", ["CaseDomain", "TextLayout", "ChecklistRules", "CJSONShim"]),
        core(
            "ChecklistFiles", ["CaseDomain", "TextLayout", "ChecklistRules", yams, crypto],
            resources: [
                .copy("Checklists"), .copy("Calendars"), .copy("Offices"), .copy("Papers"),
                .copy("Tutor"), .copy("Mappings"), .copy("Figures"),
                .copy("../../Keymaps"), .copy("../../Fixtures/Demo"),
            ]),
        core("SQLiteCaseStore", ["CaseDomain", "CaseStore", "TextLayout", grdb, sqlite, crypto]),
        core("Dispatching", ["CaseDomain", "CaseStore", "NoticeComposer", "Outgoing", "TextLayout"]),
        core("TerminalIO", ["TextLayout", "ScreenKit", "CTerminalShim"]),
        core("NoticePDF", ["CaseDomain", "TextLayout", "NoticeComposer", "CPaperShim"]),
        core("Spreadsheet", ["CaseDomain", "TextLayout", "Reporting", "CSheetShim"]),
        core("TokenSigning", ["CaseDomain", "CTokenShim", crypto, cryptoExtras, certificates, asn1]),
        // Level 4: the composition root.
        .executableTarget(
            name: "yicigao",
            dependencies: [
                "CaseDomain", "TextLayout", "ScreenKit", "ChecklistRules", "CaseStore", "NoticeComposer", "ClerkDesk",
                "CaseFormat", "ChecklistFiles", "Dispatching", "Outgoing", "SampleCases", "SQLiteCaseStore",
                "TerminalIO", "NoticePDF", "TokenSigning", "Reporting", "Spreadsheet", arguments, crypto, cryptoExtras,
            ],
            swiftSettings: strict, linkerSettings: [startsSooner]),
        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "CaseDomain", "TextLayout", "ScreenKit", "ChecklistRules", "CaseStore", "NoticeComposer", "ClerkDesk",
                "ChecklistFiles", "Outgoing", "Reporting",
            ],
            path: "Tests/Support", swiftSettings: strict),
        tests("CaseDomainTests", ["CaseDomain", "TestSupport"]),
        tests("TextLayoutTests", ["TextLayout", "CTerminalShim", "TestSupport"]),
        tests("ScreenKitTests", ["ScreenKit", "TextLayout", "TestSupport"]),
        tests(
            "TerminalIOTests",
            ["TerminalIO", "ScreenKit", "TextLayout", "ClerkDesk", "CTerminalShim", "TestSupport"]),
        tests("ChecklistRulesTests", ["CaseDomain", "ChecklistRules", "TestSupport"]),
        tests("ChecklistFilesTests", ["CaseDomain", "ChecklistRules", "ChecklistFiles", "TestSupport"]),
        tests("CaseFormatTests", ["CaseDomain", "CaseFormat", "SampleCases", "ChecklistRules"]),
        tests("SampleCasesTests", ["CaseDomain", "SampleCases"]),
        tests("CaseStoreTests", ["CaseDomain", "CaseStore", "TestSupport"]),
        tests(
            "SQLiteCaseStoreTests", ["CaseDomain", "CaseStore", "SQLiteCaseStore", "TestSupport", "TextLayout", grdb]),
        tests(
            "NoticeComposerTests",
            ["CaseDomain", "TextLayout", "ChecklistRules", "ChecklistFiles", "NoticeComposer", "TestSupport"]),
        tests(
            "NoticePDFTests",
            [
                "CaseDomain", "TextLayout", "CaseFormat", "ChecklistRules", "NoticeComposer", "NoticePDF",
                "TestSupport",
            ]),
        tests(
            "ClerkDeskTests",
            [
                "CaseDomain", "TextLayout", "ScreenKit", "ChecklistRules", "CaseStore", "NoticeComposer", "ClerkDesk",
                "ChecklistFiles", "Outgoing", "Reporting", "TestSupport",
            ]),
        tests(
            "DispatchingTests",
            [
                "CaseDomain", "CaseStore", "ClerkDesk", "Dispatching", "NoticeComposer", "Outgoing", "SQLiteCaseStore",
                "TestSupport",
            ]),
        tests("TokenSigningTests", ["CaseDomain", "TokenSigning", "TestSupport"]),
        tests("ReportingTests", ["CaseDomain", "Reporting", "TextLayout"]),
        tests("SpreadsheetTests", ["CaseDomain", "Reporting", "Spreadsheet", "TestSupport"]),
        tests("ArchitectureTests", ["TestSupport"]),
        tests("CommandTests", ["yicigao", "CaseDomain", "CaseStore", "SQLiteCaseStore", grdb]),
        tests(
            "EndToEndTests",
            ["yicigao", "CaseDomain", "CaseStore", "SQLiteCaseStore", "ScreenKit", "ClerkDesk", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

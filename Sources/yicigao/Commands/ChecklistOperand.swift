import CaseDomain
import ChecklistFiles
import ChecklistRules
import Foundation
import TextLayout

/// One side of a comparison, as it was named on the command line.
struct ChecklistOperand {
    let checklists: [Checklist]
    let isFolder: Bool

    /// - Parameter written: a file, a folder, or the id of an installed checklist with `@version` or without.
    /// - Throws: where there is nothing by that name, or what there is can't be read.
    init(_ written: String, _ library: ChecklistLibrary, today: CivilDate) throws {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: written, isDirectory: &isDirectory)
        isFolder = exists && isDirectory.boolValue
        let isFolder = isFolder
        let found = try Installation.loading { () throws(DataLoadFailure) in
            if isFolder {
                return try ChecklistLibrary.checklists(
                    in: written, names: library.names(), wording: library.wording())
            }
            if exists { return [try ChecklistFile.read(written, names: library.names(), wording: library.wording())] }
            return try library.checklists()
        }
        checklists = exists ? found : [try Self.choose(written, among: found, today: today)]
    }

    private static func choose(_ written: String, among found: [Checklist], today: CivilDate) throws -> Checklist {
        let parts = written.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let versions = found.filter { $0.id == parts[0] }
        guard !versions.isEmpty else {
            throw TermArgument.unknown(written, "ID", among: Set(found.map(\.id)).sorted())
        }
        guard parts.count == 2 else {
            if let current = versions.first(where: { $0.isEffective(on: today) }) { return current }
            throw CommandFailure(code: .usage, message: "\(parts[0]) 在 \(today) 没有生效的版本，请写明 @版本")
        }
        guard let version = versions.first(where: { $0.version == parts[1] }) else {
            let known = versions.map(\.version).joined(separator: " ")
            throw CommandFailure(
                code: .usage, message: "\(parts[0]) 没有版本 \(SafeText.singleLine(parts[1]))（有：\(known)）")
        }
        return version
    }
}

/// Two versions that belong together.
struct ChecklistPair {
    /// Nil where the newer side has a checklist or a version that nothing comes before.
    let old: Checklist?
    let new: Checklist?
    let difference: ChecklistDifference?
    /// Whether `new` is a further version beside `old`, and doesn't take its place.
    let isFurther: Bool

    init(_ old: Checklist?, _ new: Checklist?, isFurther: Bool = false) {
        self.old = old
        self.new = new
        self.isFurther = isFurther
        difference = old.flatMap { old in new.map { ChecklistDifference(from: old, to: $0) } }
    }

    var id: String { new?.id ?? old?.id ?? "" }

    var isSame: Bool { difference?.isEmpty == true && !isFurther }

    /// Single checklists are compared whatever they are called; those of folders by id and version.
    static func pairs(_ old: [Checklist], _ new: [Checklist], areFolders: Bool) -> [ChecklistPair] {
        guard areFolders else { return [ChecklistPair(old.first, new.first)] }
        return Set((old + new).map(\.id)).sorted().flatMap { id in
            versions(of: id, old.filter { $0.id == id }, new.filter { $0.id == id })
        }
    }

    private static func versions(of id: String, _ old: [Checklist], _ new: [Checklist]) -> [ChecklistPair] {
        // A single version that was given another name is still the same checklist.
        if old.count == 1, new.count == 1 { return [ChecklistPair(old[0], new[0])] }
        var pairs: [ChecklistPair] = []
        for checklist in new.sorted(by: { $0.effectiveFrom < $1.effectiveFrom }) {
            if let former = old.first(where: { $0.version == checklist.version }) {
                pairs.append(ChecklistPair(former, checklist))
                continue
            }
            let earlier = new.filter { $0.effectiveFrom < checklist.effectiveFrom }
            let before = earlier.max { $0.effectiveFrom < $1.effectiveFrom }
            pairs.append(ChecklistPair(before, checklist, isFurther: true))
        }
        let gone = old.filter { checklist in !new.contains { $0.version == checklist.version } }
        return pairs + gone.map { ChecklistPair($0, nil) }
    }
}

import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// A look over all files before anything is written.
struct ImportSurvey {
    private(set) var good = 0
    private(set) var bad = 0
    /// Records whose number of the province a case, or an earlier record, has already, where that stops everything.
    private(set) var known = 0

    init(
        _ command: ImportCommand, _ sources: [ImportSource], _ installation: Installation, _ rejected: RejectFile?
    ) throws {
        let refuses = sources.contains { command.rule(for: $0) == .refuse }
        // Whoever skips what is bad hears of it on the way.
        guard command.dryRun || !command.skipBad || refuses else { return }
        let complains = !command.skipBad || command.dryRun
        let meter = ProgressMeter()
        let store = refuses ? try command.store.openExisting(installation) : nil
        // Sixteen bytes for each number would be too many; two numbers with one hash are one in ten to the thirteenth.
        var seen: Set<Int> = []
        for source in sources {
            let file = source.file
            let size = file.size
            let refuses = command.rule(for: source) == .refuse
            var numbers: [String] = []
            try Self.reading(file.path) {
                var records = try ImportRecords(file, encoding: source.encoding, mapping: source.mapping)
                var place = 0
                while let record = try records.next() {
                    place += 1
                    if place <= source.journal.records { continue }
                    if place % 1_000 == 0 { meter.show("检查", file.place, of: size) }
                    if let application = record.application {
                        good += 1
                        guard refuses, let number = application.particulars.externalNumber else { continue }
                        if !seen.insert(number.hashValue).inserted { known += 1 }
                        numbers.append(number)
                        if numbers.count == 500 { try look(&numbers, store) }
                        continue
                    }
                    bad += 1
                    guard complains else { continue }
                    meter.clear()
                    StandardError.write(record.complaint)
                    if !command.skipBad {
                        try rejected?.add(record.raw, heading: records.heading, remark: record.complaint)
                    }
                }
                try look(&numbers, store)
                try rejected?.flush()
            }
            file.rewind()
        }
    }

    /// Turns what is wrong with a file as a whole into the failure of the command.
    static func reading(_ path: String, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as CaseFileError {
            throw error.failure
        } catch let error as HeadingFault {
            throw CommandFailure(code: .usage, message: SafeText.singleLine("\(path): \(error)"))
        }
    }

    private mutating func look(_ numbers: inout [String], _ store: SQLiteCaseStore?) throws {
        defer { numbers.removeAll(keepingCapacity: true) }
        guard let store, !numbers.isEmpty else { return }
        do throws(StoreError) {
            known += try store.knownExternalNumbers(among: numbers).count
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
    }

    /// What the survey ends the import with; nil where it goes on.
    func verdict(_ command: ImportCommand, _ output: CommandOutput) throws -> Exit? {
        if bad > 0, !command.skipBad {
            StandardError.write("\(bad) 条记录不能读，没有导入任何办件（--skip-bad 导入其余 \(good) 件）")
            return .usage
        }
        if known > 0 {
            StandardError.write("\(known) 条的省系统编号已在数据里或重复，没有导入任何办件（--on-duplicate skip 跳过它们）")
            return .refused
        }
        guard command.dryRun else { return nil }
        try output.line("可以导入 \(good) 件，没有导入")
        return bad > 0 ? .usage : .fine
    }
}

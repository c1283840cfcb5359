import CaseDomain
import TextLayout

/// Ids and days as they are written on the command line.
enum TermArgument {
    /// - Throws: a failure that names the option, and the id that was probably meant.
    static func read<Term: Vocabulary>(_ written: String, _ option: String, as vocabulary: Term.Type) throws -> Term {
        guard let term = Term(rawValue: written) else {
            throw unknown(written, option, among: Term.allCases.map(\.id))
        }
        return term
    }

    static func read<Term: Vocabulary>(
        all written: [String], _ option: String, as vocabulary: Term.Type
    ) throws -> TermSet<Term> {
        // Commas as well as repeated options: both are what people try.
        let parts = written.flatMap { $0.split(separator: ",") }
        return TermSet(try parts.map { try read(String($0), option, as: vocabulary) })
    }

    /// - Returns: nil where none was written.
    /// - Throws: a failure that names the option.
    static func day(_ written: String?, _ option: String) throws -> CivilDate? {
        guard let written else { return nil }
        guard let date = CivilDate(written) else {
            throw CommandFailure(
                code: .usage, message: "\(option): \(SafeText.singleLine(written)) 不是日期，写作 2026-11-20")
        }
        return date
    }

    static func unknown(_ written: String, _ option: String, among known: [String]) -> CommandFailure {
        let nearest = nearest(to: written, among: known).map { "，是否应为 \($0)？" } ?? ""
        return CommandFailure(
            code: .usage,
            message: "\(option): 未知的代码 \"\(written)\"\(nearest)（可用：\(known.joined(separator: " "))）")
    }

    /// - Returns: nil where nothing is near enough to be a slip of the pen.
    private static func nearest(to written: String, among known: [String]) -> String? {
        let written = Array(written.lowercased().prefix(64))
        let scored = known.map { (id: $0, distance: distance(written, Array($0.lowercased()))) }
        return scored.filter { $0.distance <= max(2, $0.id.count / 3) }.min { $0.distance < $1.distance }?.id
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (line, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}

/// Dates as they are written on the command line.
enum DateArgument {
    static func read(_ written: String, _ option: String) throws -> CivilDate {
        guard let date = CivilDate(written) else {
            throw CommandFailure(code: .usage, message: "\(option): 应为日期（YYYY-MM-DD）")
        }
        return date
    }
}

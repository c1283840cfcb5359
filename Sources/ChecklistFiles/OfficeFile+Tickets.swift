import CaseDomain
import Yams

/// 叫号: which tickets an office gives out.
extension NodeReader {
    private typealias Ticketing = Office.Ticketing

    /// - Parameter regions: of the office's windows.
    mutating func ticketing(_ node: Node, regions: [String]) -> Office.Ticketing {
        guard
            let fields = mapping(
                node, "‘tickets’", required: ["kinds"], optional: ["series", "appointment-minutes", "return-behind"])
        else { return .none }
        var series: [String: String] = [:]
        for entry in fields["series"].map({ entries($0, "‘series’") }) ?? [] {
            if !regions.contains(entry.name) {
                report(
                    .badValue, "no window is there for ‘\(entry.name)’", at: entry.key,
                    hint: Hint.nearest(entry.name, among: regions) ?? "known: \(regions.joined(separator: ", "))")
            }
            series[entry.name] = letters(entry.value, "the series of ‘\(entry.name)’")
        }
        let lead = fields["appointment-minutes"] == nil ? nil : integer(fields, "appointment-minutes", atLeast: 0)
        let behind = fields["return-behind"] == nil ? nil : integer(fields, "return-behind", atLeast: 0)
        return Office.Ticketing(
            kinds: fields["kinds"].map { kinds($0) } ?? [], series: series,
            appointmentLead: lead ?? Ticketing.usualLead, returnBehind: behind ?? Ticketing.usualReturn)
    }

    private mutating func kinds(_ node: Node) -> [Office.Ticketing.Kind] {
        var kinds: [Office.Ticketing.Kind] = []
        for item in list(node, "‘kinds’") {
            guard
                let parts = mapping(
                    item, "a kind of ticket", required: ["id", "name", "english"],
                    optional: ["series", "first", "timed"]),
                let id = text(parts, "id"), let name = text(parts, "name"), let english = text(parts, "english")
            else { continue }
            if kinds.contains(where: { $0.id == id }) { report(.duplicateRow, "\(id) stands twice", at: item) }
            kinds.append(
                Office.Ticketing.Kind(
                    id: id, name: name, english: english,
                    series: parts["series"].map { letters($0, "the series of ‘\(id)’") } ?? "",
                    goesFirst: flag(parts, "first"), isTimed: flag(parts, "timed")))
        }
        if node.sequence?.isEmpty == true { report(.badValue, "no kind of ticket", at: node) }
        return kinds
    }

    /// Letters that can be called out and shown in big characters; none at all is fine.
    private mutating func letters(_ node: Node, _ what: String) -> String {
        let text = node.scalar?.string ?? ""
        let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if node.scalar == nil || !isPlain || text.utf8.count > 2 {
            report(.badValue, "\(what) is ‘\(text)’", at: node, hint: "up to two capital letters, A to Z")
        }
        return text
    }
}

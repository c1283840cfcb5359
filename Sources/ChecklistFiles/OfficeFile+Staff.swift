import CaseDomain
import Yams

/// 人员: who works at an office, and what each may do.
extension NodeReader {
    mutating func staff(_ node: Node, windows: [Office.Window]) -> Staff {
        guard let fields = mapping(node, "‘staff’", required: ["people"], optional: ["unlisted"]) else {
            return .everybody
        }
        let unlisted = fields["unlisted"].map { terms($0, Role.self, "‘unlisted’") } ?? []
        var people: [Staff.Member] = []
        for item in fields["people"].map({ list($0, "‘people’") }) ?? [] {
            guard let member = staffMember(item, windows) else { continue }
            if people.contains(where: { $0.account == member.account }) {
                report(.duplicateRow, "\(member.account.text) stands twice", at: item)
            }
            people.append(member)
        }
        for (item, member) in zip(fields["people"]?.sequence.map(Array.init) ?? [], people) {
            guard let cover = member.cover, !people.contains(where: { $0.account == cover }) else { continue }
            report(
                .badValue, "nobody has the account ‘\(cover.text)’", at: item,
                hint: Hint.nearest(cover.text, among: people.map(\.account.text)) ?? "‘cover’ names an account above")
        }
        return Staff(people: people, unlisted: unlisted)
    }

    private mutating func staffMember(_ node: Node, _ windows: [Office.Window]) -> Staff.Member? {
        guard
            let fields = mapping(
                node, "somebody", required: ["account", "name", "roles"],
                optional: [
                    "window", "regions", "level", "sole-approver", "certificate", "trained-until", "cover", "token",
                ]),
            let account = text(fields, "account"), let name = text(fields, "name")
        else { return nil }
        let roles = fields["roles"].map { terms($0, Role.self, "‘roles’") } ?? []
        let window = fields["window"] == nil ? "" : text(fields, "window") ?? ""
        if !window.isEmpty, !windows.contains(where: { $0.id == window }) {
            report(
                .badValue, "there is no window ‘\(window)’", at: fields["window"],
                hint: "known: \(windows.map(\.id).joined(separator: ", "))")
        }
        let regions = fields["regions"].map { list($0, "‘regions’") } ?? []
        let level = fields["level"] == nil ? 0 : integer(fields, "level", atLeast: 1) ?? 0
        let trained = fields["trained-until"].flatMap { date($0, "‘trained-until’") }
        let certificate = fields["certificate"].flatMap { self.certificate($0) }
        var member = Staff.Member(
            account: ClerkID(account), name: name, roles: roles, window: window,
            regions: regions.compactMap { scalar($0, "‘regions’") }, level: level,
            isSoleApprover: flag(fields, "sole-approver"), certificate: certificate, trainedUntil: trained,
            cover: fields["cover"] == nil ? nil : text(fields, "cover").map { ClerkID($0) })
        member.token = fields["token"] == nil ? nil : text(fields, "token")?.lowercased()
        return member
    }

    /// 执法证.
    private mutating func certificate(_ node: Node) -> Staff.Member.Certificate? {
        guard let fields = mapping(node, "‘certificate’", required: ["number", "valid-until"]) else { return nil }
        let day = fields["valid-until"].flatMap { date($0, "‘valid-until’") }
        guard let number = text(fields, "number"), let day else { return nil }
        return Staff.Member.Certificate(number: number, validUntil: day)
    }
}

package import CaseDomain
import Yams

/// 机关 as a YAML file: everything that one office has otherwise than the next.
package enum OfficeFile {
    private static let texts = [
        "name", "code", "county", "address", "hours", "phone", "supervision-phone", "online",
        "notice-number", "notice-title",
    ]

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    /// - Parameter papers: how papers are made out that the file says nothing about.
    package static func read(_ path: String, or papers: OfficePapers? = nil) throws(DataLoadFailure) -> Office {
        try decode(DataText.read(path), file: path, or: papers)
    }

    package static func decode(
        _ text: String, file: String, or papers: OfficePapers? = nil
    ) throws(DataLoadFailure) -> Office {
        var reader = NodeReader(file: file)
        let office = reader.parse(text).flatMap { reader.office($0, texts, or: papers) }
        return try reader.finish(office)
    }
}

extension NodeReader {
    fileprivate mutating func office(_ node: Node, _ keys: [String], or papers: OfficePapers?) -> Office? {
        guard
            let fields = mapping(
                node, "an office",
                required: ["format"] + keys + [
                    "windows", "correction-days", "tolerable", "local-demands", "promised-days", "ladder",
                ],
                optional: [
                    "township", "status-url", "papers", "appeals", "printing", "messages", "supervisors",
                    "reminder-days", "tickets", "staff", "approvals", "inspection", "delivery", "expiry", "ratings",
                    "feedback", "signed-filing", "retention", "escalation",
                ])
        else { return nil }
        check(format: "yicigao.office/1", fields)
        var texts: [String: String] = [:]
        for key in keys { texts[key] = text(fields, key) }
        check(county: texts["county"], fields)
        if let pattern = texts["notice-number"] { check(pattern: pattern, at: fields["notice-number"]) }
        let statusURL = text(fields, "status-url")
        check(statusURL: statusURL, fields)
        let windows = fields["windows"].map { self.windows($0) } ?? []
        let correctionDays = integer(fields, "correction-days", atLeast: 1)
        let tolerable = fields["tolerable"].map { terms($0, Material.self, "‘tolerable’") } ?? []
        let demands = fields["local-demands"].map { terms($0, Material.self, "‘local-demands’") } ?? []
        var promised: [Matter: Int] = [:]
        for entry in fields["promised-days"].map({ entries($0, "‘promised-days’") }) ?? [] {
            guard let matter = term(entry.key, Matter.self, "‘promised-days’"),
                let days = integer(entry.value, "‘promised-days’")
            else { continue }
            if days < 1 { report(.badNumber, "\(days) promised days", at: entry.value, hint: "at least 1") }
            promised[matter] = days
        }
        let ladder = fields["ladder"].flatMap { self.ladder($0) }
        let isTownship = flag(fields, "township")
        let printing = fields["printing"].map { self.printing($0) }
        let messaging = fields["messages"].map { self.messaging($0) }
        let ticketing = fields["tickets"].map { self.ticketing($0, regions: windows.map(\.region)) }
        let staff = fields["staff"].map { self.staff($0, windows: windows) }
        let escalation = fields["escalation"].map { self.escalation($0, staff: staff) }
        let retention = fields["retention"].map { self.retention($0) }
        let approvals = fields["approvals"].map { self.approvals($0) }
        let inspection = fields["inspection"].map { self.inspection($0) }
        let lock = fields["signed-filing"].flatMap { filingLock($0) }
        let aftercare = self.aftercare(fields)
        let papers = officePapers(fields, defaults: papers)
        let supervisors = fields["supervisors"].map { accounts($0, "‘supervisors’") } ?? []
        let reminderDays =
            fields["reminder-days"] == nil
            ? Office.usualReminderDays : integer(fields, "reminder-days", atLeast: 1) ?? Office.usualReminderDays
        guard diagnostics.isEmpty, let correctionDays, let ladder else { return nil }
        var office = Office(
            name: texts["name"] ?? "", code: texts["code"] ?? "", county: texts["county"] ?? "",
            address: texts["address"] ?? "", hours: texts["hours"] ?? "", phone: texts["phone"] ?? "",
            supervisionPhone: texts["supervision-phone"] ?? "", online: texts["online"] ?? "", windows: windows,
            correctionDays: correctionDays, tolerable: tolerable, localDemands: demands,
            noticeNumberPattern: texts["notice-number"] ?? "", noticeTitle: texts["notice-title"] ?? "",
            promisedDays: promised, ladder: ladder, isTownship: isTownship, statusURL: statusURL, papers: papers,
            supervisors: supervisors, reminderDays: reminderDays)
        if let printing { office.printing = printing }
        if let messaging { office.messaging = messaging }
        if let ticketing { office.ticketing = ticketing }
        if let staff { office.staff = staff }
        if let escalation { office.escalation = escalation }
        if let retention { office.retention = retention }
        if let approvals { office.approvals = approvals }
        if let inspection { office.inspection = inspection }
        office.filingLock = lock
        office.aftercare = aftercare
        return office
    }

    private mutating func check(county: String?, _ fields: Fields) {
        guard let county, county.utf8.count != 6 || Int(county) == nil else { return }
        report(.badNumber, "the county is ‘\(county)’", at: fields["county"], hint: "six digits, GB/T 2260")
    }

    /// Anything else than a web address with the number in it would send applicants nowhere.
    private mutating func check(statusURL: String?, _ fields: Fields) {
        guard let statusURL else { return }
        let isAddress = ["https://", "http://"].contains { statusURL.hasPrefix($0) }
        let isPlain = statusURL.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        if isAddress, isPlain, statusURL.contains("{case}"), statusURL.utf8.count <= 200 { return }
        report(
            .badValue, "‘status-url’ is not an address with a place for the case number", at: fields["status-url"],
            hint: "such as https://example.gov.cn/status?case={case}")
    }

    private mutating func accounts(_ node: Node, _ what: String) -> [ClerkID] {
        var accounts: [ClerkID] = []
        for item in list(node, what) {
            guard let name = scalar(item, "an account") else { continue }
            if accounts.contains(ClerkID(name)) { report(.duplicateRow, "\(name) stands twice", at: item) }
            accounts.append(ClerkID(name))
        }
        return accounts
    }

    private mutating func windows(_ node: Node) -> [Office.Window] {
        var windows: [Office.Window] = []
        for item in list(node, "‘windows’") {
            guard let parts = mapping(item, "a window", required: ["id", "region"]), let id = text(parts, "id"),
                let region = text(parts, "region")
            else { continue }
            if windows.contains(where: { $0.id == id }) {
                report(.duplicateRow, "the window \(id) stands twice", at: item)
            }
            windows.append(Office.Window(id: id, region: region))
        }
        if windows.isEmpty { report(.badValue, "an office without windows", at: node) }
        return windows
    }

    private mutating func ladder(_ node: Node) -> Office.RoundLadder? {
        guard let parts = mapping(node, "‘ladder’", required: ["offer-visit", "warn", "refuse"]) else { return nil }
        let visit = integer(parts, "offer-visit", atLeast: 2)
        let warn = integer(parts, "warn", atLeast: 2)
        let refuse = integer(parts, "refuse", atLeast: 2)
        guard let visit, let warn, let refuse else { return nil }
        if !(visit <= warn && warn < refuse) {
            report(.badValue, "the rungs aren't in order", at: node, hint: "offer-visit ≤ warn < refuse")
        }
        return Office.RoundLadder(offerVisit: visit, warn: warn, refuse: refuse)
    }
}

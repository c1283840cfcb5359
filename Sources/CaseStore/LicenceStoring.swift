package import CaseDomain
import Synchronization

/// 证照到期: the licences that a store knows, by their last days.
///
/// A licence that several cases name counts once, as the case that was taken in last knows it.
package protocol LicenceStoring: Sendable {
    /// Firms with a licence that the query means, by the first last day among these.
    ///
    /// - Parameter place: of the last firm that the caller has; nil for the first.
    /// - Returns: each firm with all its licences that run out by the end of the query, whatever else the query asks.
    func expiringFirms(
        _ query: ExpiryQuery, after place: LicencePlace?, limit: Int
    ) throws(StoreError) -> [FirmLicences]

    /// How many firms a query means. Off the key path.
    func countExpiringFirms(_ query: ExpiryQuery) throws(StoreError) -> Int
}

/// Which licences.
package struct ExpiryQuery: Hashable, Sendable {
    /// The last days looked at; nil for licences that are over as well.
    package var from: CivilDate?
    package var through: CivilDate
    /// Of the cases that know them; empty for all.
    package var windows: [String]
    package var contact: Contact

    package enum Contact: Hashable, Sendable {
        case any
        /// Nobody has told the holder.
        case none
        case channel(ExpiryContact.Channel)
        case answer(ExpiryContact.Answer)
        /// Nobody has, or what was said is so old that he is asked again.
        case due([ExpiryContact.Answer: CivilDate])
    }

    package init(
        from: CivilDate? = nil, through: CivilDate, windows: [String] = [], contact: Contact = .any
    ) {
        self.from = from
        self.through = through
        self.windows = windows
        self.contact = contact
    }

    package func admits(_ line: LicenceLine) -> Bool {
        guard line.expiresOn <= through, from.map({ $0 <= line.expiresOn }) ?? true,
            windows.isEmpty || windows.contains(line.window)
        else { return false }
        switch contact {
        case .any: return true
        case .none: return line.contact == nil
        case .channel(let channel): return line.contact?.channel == channel
        case .answer(let answer): return line.contact?.answer == answer
        case .due(let days):
            guard let contact = line.contact else { return true }
            return days[contact.answer].map { contact.on <= $0 } ?? false
        }
    }
}

/// Where a licence stands in the ledger: by its last day, then by its case.
package struct LicencePlace: Hashable, Sendable, Comparable {
    package let expiresOn: CivilDate
    package let key: Int64
    package let role: LicenceLine.Role

    package init(expiresOn: CivilDate, key: Int64, role: LicenceLine.Role) {
        self.expiresOn = expiresOn
        self.key = key
        self.role = role
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.expiresOn, left.key, left.role.rawValue) < (right.expiresOn, right.key, right.role.rawValue)
    }
}

/// A licence of the ledger with the case that knows it.
package struct LedgerLicence: Hashable, Sendable {
    /// The store's own key of the case.
    package let key: Int64
    /// Of the case, for whoever writes to it.
    package let revision: Revision
    package let line: LicenceLine

    package init(key: Int64, revision: Revision, line: LicenceLine) {
        self.key = key
        self.revision = revision
        self.line = line
    }

    package var place: LicencePlace { LicencePlace(expiresOn: line.expiresOn, key: key, role: line.role) }
}

/// A firm with its licences, in the order of their last days.
package struct FirmLicences: Hashable, Sendable {
    /// Names the firm: see `LicenceLine.firm`.
    package let firm: String
    package let licences: [LedgerLicence]
    /// Of the licence that the firm stands in the list for.
    package let place: LicencePlace

    package init(firm: String, licences: [LedgerLicence], place: LicencePlace) {
        self.firm = firm
        self.licences = licences
        self.place = place
    }

    /// As its latest case writes it.
    package var applicant: String { licences.max { $0.key < $1.key }?.line.applicant ?? "" }
    package var first: LedgerLicence? { licences.first }
    /// The last that the holder was told of any of them.
    package var contact: LicenceLine.Contact? { licences.compactMap(\.line.contact).max { $0.on < $1.on } }
    /// The cases to write to, each once.
    package var cases: [CaseVersion] {
        var cases: [CaseVersion] = []
        for licence in licences where !cases.contains(where: { $0.number == licence.line.number }) {
            cases.append(CaseVersion(number: licence.line.number, revision: licence.revision))
        }
        return cases
    }
}

extension InMemoryCaseStore: LicenceStoring {
    package func expiringFirms(
        _ query: ExpiryQuery, after place: LicencePlace?, limit: Int
    ) throws(StoreError) -> [FirmLicences] {
        let open = contents.withLock { InMemoryCaseStore.open($0.cases.map { ($0.row.key, $0.file) }) }
        let firms = InMemoryCaseStore.firms(query, among: open)
        return Array(firms.filter { firm in place.map { $0 < firm.place } ?? true }.prefix(limit))
    }

    package func countExpiringFirms(_ query: ExpiryQuery) throws(StoreError) -> Int {
        let open = contents.withLock { InMemoryCaseStore.open($0.cases.map { ($0.row.key, $0.file) }) }
        return InMemoryCaseStore.firms(query, among: open).count
    }

    /// The licences that run, each as the latest case knows it.
    private static func open(_ cases: [(key: Int64, file: CaseFile)]) -> [LedgerLicence] {
        var latest: [String: LedgerLicence] = [:]
        for (key, file) in cases {
            for line in LicenceLine.lines(of: file) {
                latest[line.folded] = LedgerLicence(key: key, revision: file.revision, line: line)
            }
        }
        return latest.values.filter { $0.line.standing == .open }.sorted { $0.place < $1.place }
    }

    private static func firms(_ query: ExpiryQuery, among licences: [LedgerLicence]) -> [FirmLicences] {
        var firms: [FirmLicences] = []
        for licence in licences where query.admits(licence.line) {
            let firm = licence.line.firm
            guard !firms.contains(where: { $0.firm == firm }) else { continue }
            let own = licences.filter { $0.line.firm == firm && $0.line.expiresOn <= query.through }
            firms.append(FirmLicences(firm: firm, licences: own, place: licence.place))
        }
        return firms
    }
}

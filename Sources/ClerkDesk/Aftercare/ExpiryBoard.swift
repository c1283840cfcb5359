package import CaseDomain
package import CaseStore

/// 到期台账: firms whose licences run out, as the screen has them.
package struct ExpiryBoard: Hashable, Sendable {
    package var view = ExpiryView.all
    package var firms: [FirmLicences] = []
    /// Whether there are more behind these.
    package var hasMore = false
    package var cursor = 0
    /// By the names of the firms.
    package var marks: Set<String> = []
    package var count: Int?
    package var reading: Reading?
    package var counting: Int?
    /// The reading of the whole list for a file.
    package var exporting: Int?

    package struct Reading: Hashable, Sendable {
        package let effect: Int
        /// Whether the rows go behind those that are there.
        package let isMore: Bool
    }

    package var current: FirmLicences? { firms.indices.contains(cursor) ? firms[cursor] : nil }

    /// The firms that a batch is for: those that are marked, else the one under the cursor.
    package var chosen: [FirmLicences] {
        marks.isEmpty ? [current].compactMap(\.self) : firms.filter { marks.contains($0.firm) }
    }

    package mutating func move(by step: Int) { cursor = min(max(0, cursor + step), max(0, firms.count - 1)) }

    /// Takes rows in; the cursor stays on its firm where that is still there.
    package mutating func take(_ read: [FirmLicences], isMore: Bool, limit: Int) {
        let under = current?.firm
        firms = isMore ? firms + read : read
        hasMore = read.count == limit
        cursor = firms.firstIndex { $0.firm == under } ?? min(cursor, max(0, firms.count - 1))
        marks.formIntersection(firms.map(\.firm))
    }
}

/// Which firms of the ledger are shown.
package enum ExpiryView: Hashable, Sendable {
    case all
    /// Nobody has told them.
    case untouched
    /// To be told, or to be asked again.
    case followUp
    /// A licence is over and nothing has come of it.
    case over
    case window(String)
    case region(String)
    case channel(ExpiryContact.Channel)
    case answer(ExpiryContact.Answer)

    /// What one turns through by key; the rest is chosen from the list.
    package static let turned: [ExpiryView] = [.all, .untouched, .followUp, .over]

    package static func all(at office: Office) -> [ExpiryView] {
        turned + office.windows.map { .window($0.id) } + office.regions.map { .region($0) }
            + ExpiryContact.Channel.allCases.map { .channel($0) } + ExpiryContact.Answer.allCases.map { .answer($0) }
    }

    package var id: String {
        switch self {
        case .all: "all"
        case .untouched: "untouched"
        case .followUp: "follow-up"
        case .over: "over"
        case .window(let id): "window/\(id)"
        case .region(let name): "region/\(name)"
        case .channel(let channel): "channel/\(channel.id)"
        case .answer(let answer): "answer/\(answer.id)"
        }
    }

    /// - Parameter last: the last day of the licences that are meant; nil for what the office file says.
    package func query(on today: CivilDate, at office: Office, through last: CivilDate? = nil) -> ExpiryQuery {
        let reminding = office.aftercare.reminding
        var query = ExpiryQuery(through: last ?? reminding.horizon(from: today))
        switch self {
        case .all: break
        case .untouched: query.contact = .none
        case .followUp: query.contact = .due(reminding.followedUp(on: today))
        case .over: query.through = today.adding(days: -1)
        case .window(let id): query.windows = [id]
        case .region(let name): query.windows = office.windows(in: name)
        case .channel(let channel): query.contact = .channel(channel)
        case .answer(let answer): query.contact = .answer(answer)
        }
        return query
    }
}

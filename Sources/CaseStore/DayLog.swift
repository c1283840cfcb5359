package import CaseDomain
import Synchronization

/// 台账: what was done over all cases in a stretch of days.
package protocol DayLogReading: Sendable {
    /// - Returns: the events that the query means, in the order in which they happened.
    func events(_ query: DayLogQuery) throws(StoreError) -> [LoggedEvent]
}

/// Whose events of which days.
package struct DayLogQuery: Hashable, Sendable {
    /// Nil for everybody's.
    package let clerk: ClerkID?
    package let from: CivilDate
    package let through: CivilDate
    /// The most events; of more, the latest. An import can put a million cases into one day.
    package let limit: Int

    package init(clerk: ClerkID?, from: CivilDate, through: CivilDate, limit: Int = 1000) {
        self.clerk = clerk
        self.from = from
        self.through = through
        self.limit = limit
    }

    /// The first moment of the days.
    package var begin: Moment { Moment(from) }
    /// The first moment behind them.
    package var end: Moment { Moment(through.adding(days: 1)) }
}

/// An event with the case that it happened to.
package struct LoggedEvent: Hashable, Sendable {
    package let number: CaseNumber
    /// As the queue has it now.
    package let applicant: String
    package let matter: Matter
    package let action: Action
    package let stamp: EventStamp
    /// Nil where the retention term of the case is over.
    package let payload: CaseEvent.Payload?

    package init(
        number: CaseNumber, applicant: String, matter: Matter, action: Action, stamp: EventStamp,
        payload: CaseEvent.Payload?
    ) {
        self.number = number
        self.applicant = applicant
        self.matter = matter
        self.action = action
        self.stamp = stamp
        self.payload = payload
    }
}

extension InMemoryCaseStore: DayLogReading {
    package func events(_ query: DayLogQuery) throws(StoreError) -> [LoggedEvent] {
        let found = contents.withLock { contents in
            contents.cases.flatMap { entry in
                entry.events.compactMap { event -> LoggedEvent? in
                    let stamp = event.stamp
                    guard query.begin <= stamp.at, stamp.at < query.end, query.clerk.map({ $0 == stamp.by }) ?? true
                    else { return nil }
                    return LoggedEvent(
                        number: entry.number, applicant: entry.row.applicant, matter: entry.row.matter,
                        action: entry.row.action, stamp: stamp, payload: event.payload)
                }
            }
        }
        // Events of one moment keep the order of their cases, which is all that this model knows of it.
        return found.enumerated().sorted { ($0.element.stamp.at, $0.offset) < ($1.element.stamp.at, $1.offset) }
            .suffix(query.limit).map(\.element)
    }
}

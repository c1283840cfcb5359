import CaseDomain
import CaseStore
import ClerkDesk
import Foundation

/// Puts the sample tickets into a store, taken so many minutes ago.
struct DemoTickets {
    let office: Office
    /// Holds `tickets.jsonl`.
    let folder: String

    private struct Line: Decodable {
        let kind: String
        let region: String
        /// How long ago the number was taken.
        let minutes: Int64
        /// When the appointment is, from now; none for those who just came.
        let appointment: Int64?
        let name: String?
        let phoneTail: String?
        let then: [Step]?

        struct Step: Decodable {
            let `do`: Deed
            let window: String
            /// Minutes after the taking.
            let after: Int64
        }

        enum Deed: String, Decodable { case called, begun, skipped, held, finished }
    }

    /// - Parameter now: nothing is later, and nothing is earlier than the beginning of this day.
    /// - Throws: a failure that names the file and line that can't be used.
    func fill(_ store: any TicketStoring, now: Moment) throws {
        let path = "\(folder)/tickets.jsonl"
        guard office.ticketing.isOn, let data = FileManager.default.contents(atPath: path) else { return }
        let decoder = JSONDecoder()
        for (place, text) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                try play(decoder.decode(Line.self, from: Data(text)), into: store, now: now)
            } catch let error as StoreError {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            } catch {
                throw CommandFailure(code: .system, message: "\(path):\(place + 1): 演示数据不能用（\(error)）")
            }
        }
    }

    private func play(_ line: Line, into store: any TicketStoring, now: Moment) throws(StoreError) {
        let clerk = ClerkID("取号机")
        let first = Moment(now.date)
        let taken = max(first, now.adding(seconds: -line.minutes * 60))
        let appointment = line.appointment.map {
            TicketTaking.Appointment(
                at: now.adding(seconds: $0 * 60), name: line.name, phoneTail: line.phoneTail)
        }
        let taking = TicketTaking(kind: line.kind, region: line.region, appointment: appointment)
        // Another office than the sample one may have no such kind or region; then it has no such ticket.
        guard
            case .success(let ticket) = try store.perform(
                .take(taking), at: office, stamp: EventStamp(at: taken, by: clerk))
        else { return }
        for step in line.then ?? [] {
            let deed: TicketDeed =
                switch step.do {
                case .called: .called
                case .begun: .begun
                case .skipped: .skipped
                case .held: .held
                case .finished: .finished
                }
            let at = min(now, taken.adding(seconds: step.after * 60))
            _ = try store.perform(
                .change(ticket.number, deed, window: step.window), at: office, stamp: EventStamp(at: at, by: clerk))
        }
    }
}

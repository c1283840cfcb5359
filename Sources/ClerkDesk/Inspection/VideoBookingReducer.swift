import CaseDomain
import ScreenKit

/// 视频核查预约: a time at which none of the inspectors has another one, and a code that the applicant reads out.
enum VideoBookingReducer {
    /// Seconds that an appointment keeps its inspectors from another one.
    private static let length: Int64 = 30 * 60

    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.book, file, state, desk) { return why }
        return InspectionTask(file)?.dispatch.mode == .video ? nil : Phrases.Inspection.notVideo
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let task = InspectionTask(file) else { return }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.bookTitle), lines: [desk.say(Phrases.Inspection.bookLine)],
                fields: [
                    EntrySheet.Field.date(desk.say(Phrases.Inspection.day), task.day, leaning: .future),
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.time),
                        .text(TextField(task.appointment?.at.clock ?? "", limit: 5))),
                ], purpose: .bookVideo))
    }

    static func book(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file, let task = InspectionTask(file) else { return [] }
        var entry = filled
        func sendBack(_ field: Int, _ problem: String) -> [Effect] {
            entry.refuse(field, problem)
            state.modal = .entry(entry)
            return []
        }
        guard let day = entry.day(0, today: stamp.at.date, desk) else {
            return sendBack(0, desk.say(Phrases.Form.badDate))
        }
        if day < stamp.at.date { return sendBack(0, desk.say(Phrases.Papers.dayPassed)) }
        if let problem = InspectionFitness.problem(task.dispatch.inspectors, on: day, desk) {
            return sendBack(0, problem)
        }
        guard let at = Moment(clock: entry.trimmed(1), on: day) else {
            return sendBack(1, desk.say(Phrases.Tickets.badTime))
        }
        if at < stamp.at { return sendBack(1, desk.say(Phrases.Inspection.timePassed)) }
        if let problem = overlap(at, task, state, desk) { return sendBack(1, problem) }
        state.modal = nil
        let appointment = VideoAppointment(at: at, code: code(file.number, at, file.revision))
        let payloads = [CaseEvent.Payload.life(event: .booked(appointment: appointment))]
        guard desk.office.messaging.isOn else {
            return CaseReducer.append(payloads, Phrases.Inspection.booked, inverse: nil, &state, stamp)
        }
        // Where the applicant can be told, the clerk sees it before it goes out.
        let line = desk.say(Phrases.Inspection.bookAsk, ["date": day.description, "time": at.clock])
        let question = Question(
            title: desk.say(Phrases.Inspection.bookTitle), lines: [line],
            answer: .append(payloads, Phrases.Inspection.booked))
        state.modal = .question(MessageReducer.offering(question, after: payloads, state, desk))
        return []
    }

    /// Whoever of the inspectors is elsewhere at that time. Cases of one visit share their appointment.
    private static func overlap(
        _ at: Moment, _ task: InspectionTask, _ state: DeskState, _ desk: Desk
    ) -> String? {
        for other in state.inspection.tasks where other.number != task.number && other.visit != task.visit {
            guard let taken = other.appointment?.at,
                abs(taken.secondsSince1970 - at.secondsSince1970) < length,
                let busy = task.dispatch.inspectors.first(where: other.dispatch.inspectors.contains)
            else { continue }
            return desk.say(
                Phrases.Inspection.timeTaken,
                ["name": desk.office.staff.name(of: busy), "time": taken.clock, "number": other.number.text])
        }
        return nil
    }

    /// Four digits, none of them twice in a row and none that is read as another: they are said aloud.
    private static func code(_ number: CaseNumber, _ at: Moment, _ revision: Revision) -> String {
        let seed = "\(number.text) \(at.secondsSince1970) \(revision.count)".utf8
        var rest = seed.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 as UInt64 } >> 8
        var digits: [Character] = []
        for _ in 0..<4 {
            let left = "23456789".filter { $0 != digits.last }
            digits.append(Array(left)[Int(rest % UInt64(left.count))])
            rest /= UInt64(left.count)
        }
        return String(digits)
    }
}

/// Whether inspectors may still go on a day.
enum InspectionFitness {
    /// - Returns: who may not and why, as the clerk reads it; nil where all may.
    static func problem(_ inspectors: [ClerkID], on day: CivilDate, _ desk: Desk) -> String? {
        for account in inspectors {
            let bar = desk.office.staff.member(account).map { InspectionRoster.unfit($0, on: day) } ?? .notInspector
            guard let bar else { continue }
            return desk.say(
                Phrases.Inspection.unfit,
                ["name": desk.office.staff.name(of: account), "why": desk.say(bar.phrase)])
        }
        return nil
    }
}

package import CaseDomain
package import CaseStore

/// Tickets for tests: an office with two windows east, one west, and three kinds.
package enum SampleHall {
    package static let rules = Office.Ticketing(
        kinds: [
            Office.Ticketing.Kind(id: "walk-in", name: "现场", english: "Walk-in", series: ""),
            Office.Ticketing.Kind(id: "booked", name: "预约", english: "Booked", series: "Y", isTimed: true),
            Office.Ticketing.Kind(id: "first", name: "优先", english: "First", series: "P", goesFirst: true),
        ], series: ["东": "A", "西": "B"], appointmentLead: 10, returnBehind: 2)

    package static let office: Office = {
        var office = Office(
            name: "局", code: "审", county: "371625", address: "", hours: "", phone: "", supervisionPhone: "",
            online: "",
            windows: [
                Office.Window(id: "A02", region: "东"), Office.Window(id: "A03", region: "东"),
                Office.Window(id: "B01", region: "西"),
            ], correctionDays: 20, tolerable: [], localDemands: [], noticeNumberPattern: "{sequence}",
            noticeTitle: "", promisedDays: [:], ladder: Office.RoundLadder(offerVisit: 2, warn: 3, refuse: 5))
        office.ticketing = rules
        return office
    }()

    /// - Parameter minutes: after nine o'clock.
    package static func stamp(_ minutes: Int, day: Int = 20_777, by clerk: String = "zhang") -> EventStamp {
        EventStamp(
            at: Moment(CivilDate(dayNumber: day), seconds: Int64(9 * 3600 + minutes * 60)), by: ClerkID(clerk))
    }

    package static func walkIn(_ region: String = "东") -> TicketAct {
        .take(TicketTaking(kind: "walk-in", region: region))
    }

    package static func first(_ region: String = "东") -> TicketAct {
        .take(TicketTaking(kind: "first", region: region))
    }

    package static func booked(_ minutes: Int, name: String? = nil, tail: String? = nil) -> TicketAct {
        let appointment = TicketTaking.Appointment(at: stamp(minutes).at, name: name, phoneTail: tail)
        return .take(TicketTaking(kind: "booked", region: "东", appointment: appointment))
    }

    package static func number(_ text: String) -> TicketNumber {
        guard let number = TicketNumber(text) else { preconditionFailure("no ticket is called \(text)") }
        return number
    }

    package static func change(_ number: String, _ deed: TicketDeed, at window: String = "A02") -> TicketAct {
        .change(self.number(number), deed, window: window)
    }

    /// Does things one after the other, a minute apart; each must be allowed.
    @discardableResult
    package static func play(_ acts: [TicketAct], in store: any TicketStoring) throws -> [Ticket] {
        try acts.enumerated().map { minute, act in
            try store.perform(act, at: office, stamp: stamp(minute)).get()
        }
    }
}

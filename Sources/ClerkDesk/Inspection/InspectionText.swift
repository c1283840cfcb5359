package import CaseDomain

/// Inspections in words, as screens and papers say them.
package enum InspectionText {
    package static func people(_ accounts: [ClerkID], _ office: Office) -> String {
        accounts.map { office.staff.name(of: $0) }.joined(separator: "、")
    }

    static func people(_ accounts: [ClerkID], _ desk: Desk) -> String { people(accounts, desk.office) }

    /// When they go: month and day, and the time of an appointment.
    package static func day(of task: InspectionTask) -> String {
        let day = String(task.day.description.dropFirst(5))
        return task.appointment.map { "\(day) \($0.at.clock)" } ?? day
    }

    /// The task of the open case, for its head; nil where none is out.
    static func mark(_ file: CaseFile?, _ desk: Desk) -> String? {
        guard let task = file.flatMap({ InspectionTask($0) }) else { return nil }
        let day = "\(desk.say(task.dispatch.mode.short)) \(day(of: task))"
        let said = desk.say(
            Phrases.Inspection.mark, ["people": people(task.dispatch.inspectors, desk), "day": day])
        let code = task.appointment.map { desk.say(Phrases.Inspection.markCode, ["code": $0.code]) }
        return [said, code].compactMap(\.self).joined(separator: " ")
    }
}

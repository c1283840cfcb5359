import CaseDomain
import ScreenKit

/// The entries that feedback is written down in.
enum FeedbackEntries {
    static func opening(_ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Feedback.openTitle), lines: [desk.say(Phrases.Feedback.openHint)],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Feedback.kind), .choice(FeedbackKind.allCases.map { desk.say($0.phrase) }, 0)),
                EntrySheet.Field(
                    desk.say(Phrases.Feedback.words), .text(TextField(limit: FeedbackReducer.longestWords))),
                EntrySheet.Field(desk.say(Phrases.Feedback.from), .text(TextField(limit: 40))),
                EntrySheet.Field(desk.say(Phrases.Feedback.caseNumber), .text(TextField(limit: 20))),
            ], purpose: .aftercare(.openFeedback), focus: 1)
    }

    /// To one of the supervisors of the office file; where it names none, to whoever the clerk names.
    static func passingUp(_ feedback: Feedback, _ desk: Desk) -> EntrySheet {
        let people = desk.office.staff.people(with: .supervisor).map(\.name)
        let to: EntrySheet.Editor = people.isEmpty ? .text(TextField(limit: 30)) : .choice(people, 0)
        return EntrySheet(
            title: desk.say(Phrases.Feedback.passUpTitle, ["number": feedback.number.text]),
            lines: [feedback.opening.words],
            fields: [
                EntrySheet.Field(desk.say(Phrases.Feedback.to), to),
                EntrySheet.Field(
                    desk.say(Phrases.Feedback.note), .text(TextField(limit: FeedbackReducer.longestWords))),
            ], purpose: .aftercare(.passUp(feedback.number, people)))
    }

    static func answering(_ feedback: Feedback, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Feedback.answerTitle, ["number": feedback.number.text]),
            lines: [feedback.opening.words],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Feedback.answer), .text(TextField(limit: FeedbackReducer.longestWords)))
            ], purpose: .aftercare(.answer(feedback.number)))
    }

    static func closing(_ feedback: Feedback, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Feedback.closeTitle, ["number": feedback.number.text]),
            lines: [feedback.opening.words],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Feedback.outcome), .text(TextField(limit: FeedbackReducer.longestWords)))
            ], purpose: .aftercare(.close(feedback.number)))
    }
}

import CaseDomain
import ScreenKit

/// 好差评: one rating a service, which the applicant may change until somebody has answered it; and what is done about a
/// bad one.
enum RatingReducer {
    static func whyNotRated(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.rate, file, state, desk) { return why }
        return file.progress.ratingAnswers.isEmpty ? nil : Phrases.Ratings.answered
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let levels = Rating.Level.allCases
        let before = file.progress.rating
        let again = before.map { desk.say(Phrases.Ratings.again, ["level": desk.say($0.level.phrase)]) }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Ratings.title), lines: again.map { [$0] } ?? [],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Ratings.level),
                        .choice(
                            levels.map { desk.say($0.phrase) },
                            before.flatMap { levels.firstIndex(of: $0.level) } ?? 0)),
                    EntrySheet.Field(
                        desk.say(Phrases.Ratings.words),
                        .text(TextField(before?.words ?? "", limit: EntrySheet.longestNote))),
                ], purpose: .aftercare(.rate)))
    }

    static func rate(
        _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let levels = Rating.Level.allCases
        guard levels.indices.contains(entry.choice(0)) else { return [] }
        let rating = Rating(level: levels[entry.choice(0)], words: entry.trimmed(1))
        state.modal = nil
        let due = desk.clocks.calendar.ledger(desk.office.aftercare.rating.days, from: stamp.at.date).result
        let done =
            rating.level.isBad
            ? Phrases.Ratings.ratedBad.filled(["date": due.description, "basis": basis(desk)]) : Phrases.Ratings.rated
        return CaseReducer.append([.life(event: .rated(rating: rating))], done, inverse: nil, &state, stamp)
    }

    /// On which basis bad ratings are put right, and whether anybody has looked it up.
    private static func basis(_ desk: Desk) -> String {
        desk.office.aftercare.rating.basis.map { $0.citation + ($0.verified ? "" : Phrases.Ratings.unverified.zh) }
            ?? ""
    }

    static func whyNotAnswered(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if file.progress.openBadRating == nil { return Phrases.Ratings.nothingBad }
        return LifeGate.why(.answerRating, file, state, desk)
    }

    static func askToAnswer(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let (rating, on) = file.progress.openBadRating else { return }
        let due = desk.clocks.calendar.ledger(desk.office.aftercare.rating.days, from: on).result
        let left = FeedbackText.left(due, state.today, desk)?.text ?? ""
        let line = desk.say(
            Phrases.Ratings.answerLine,
            ["level": desk.say(rating.level.phrase), "date": on.description, "due": due.description, "left": left])
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Ratings.answerTitle),
                lines: [line, rating.words].filter { !$0.isEmpty },
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Ratings.answer), .text(TextField(limit: EntrySheet.longestNote))),
                    EntrySheet.Field(
                        desk.say(Phrases.Ratings.settled),
                        .choice([Phrases.Ratings.lookedInto, Phrases.Ratings.putRight].map(desk.say), 0)),
                ], purpose: .aftercare(.answerRating)))
    }

    static func answer(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let answer = RatingAnswer(words: entry.trimmed(0), isSettled: entry.choice(1) == 1)
        return CaseReducer.append(
            [.life(event: .ratingAnswered(answer: answer))],
            answer.isSettled ? Phrases.Ratings.putRightDone : Phrases.Ratings.answerDone, inverse: nil, &state, stamp)
    }
}

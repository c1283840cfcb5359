/// 缺勤: somebody isn't there from a day until a day, and who stands in for him.
package struct Absence: Hashable, Sendable {
    /// Its place in the store's list; 0 before it is there.
    package let sequence: Int
    package let who: ClerkID
    package let from: CivilDate
    /// The last day of it.
    package let until: CivilDate
    /// AB岗: nil where nobody does.
    package let cover: ClerkID?
    /// Who entered it, and when.
    package let entered: EventStamp
    /// 销假: the first day on which he is there again, where that is earlier than was planned.
    package let endedOn: CivilDate?

    package init(
        sequence: Int = 0, who: ClerkID, from: CivilDate, until: CivilDate, cover: ClerkID?, entered: EventStamp,
        endedOn: CivilDate? = nil
    ) {
        self.sequence = sequence
        self.who = who
        self.from = from
        self.until = until
        self.cover = cover
        self.entered = entered
        self.endedOn = endedOn
    }

    /// Whether he is away on a day.
    package func holds(on day: CivilDate) -> Bool {
        from <= day && day <= until && endedOn.map { day < $0 } ?? true
    }

    /// Whether it is over by a day for good.
    package func isOver(by day: CivilDate) -> Bool { day > until || endedOn.map { $0 <= day } ?? false }

    /// The same, ended on a day.
    package func ended(on day: CivilDate) -> Absence {
        Absence(
            sequence: sequence, who: who, from: from, until: until, cover: cover, entered: entered, endedOn: day)
    }
}

extension [Absence] {
    /// Whom somebody stands in for on a day, each once, in the order in which they went.
    package func covered(by clerk: ClerkID, on day: CivilDate) -> [ClerkID] {
        var people: [ClerkID] = []
        for absence in self where absence.cover == clerk && absence.who != clerk && absence.holds(on: day) {
            if !people.contains(absence.who) { people.append(absence.who) }
        }
        return people
    }

    /// The absence of somebody on a day; nil where he is there.
    package func absence(of clerk: ClerkID, on day: CivilDate) -> Absence? {
        last { $0.who == clerk && $0.holds(on: day) }
    }
}

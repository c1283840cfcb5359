extension Office {
    /// 送达与后续: how licences reach their holders, and how the office looks after them and listens to them afterwards.
    package struct Aftercare: Hashable, Sendable {
        /// 送达方式 that the office offers, by matter, the usual one first.
        package var modes: [Matter: [DeliveryMode]]
        package var reminding: Reminding
        package var rating: RatingTerm
        /// 答复期限, in working days, by what was told.
        package var feedbackDays: [FeedbackKind: Int]

        /// 到期提醒.
        package struct Reminding: Hashable, Sendable {
            /// Months before its last day from which a licence stands in the ledger.
            package var months: Int
            /// Days after a contact until the holder is asked again, by what he said.
            package var followUpDays: [ExpiryContact.Answer: Int]
            /// Days in which a firm gets one message at most.
            package var messageDays: Int

            package init(
                months: Int = 6,
                followUpDays: [ExpiryContact.Answer: Int] = [.told: 30, .unreachable: 7, .closed: 15, .renewing: 30],
                messageDays: Int = 30
            ) {
                self.months = months
                self.followUpDays = followUpDays
                self.messageDays = messageDays
            }
        }

        /// 差评整改期限.
        package struct RatingTerm: Hashable, Sendable {
            /// Working days after a bad rating.
            package var days: Int
            /// Nil where the office names none.
            package var basis: LegalSource?

            package init(days: Int = 15, basis: LegalSource? = nil) {
                self.days = days
                self.basis = basis
            }
        }

        package static let usualFeedbackDays: [FeedbackKind: Int] = [
            .unsolved: 5, .system: 3, .window: 3, .request: 10,
        ]

        package init(
            modes: [Matter: [DeliveryMode]] = [:], reminding: Reminding = Reminding(),
            rating: RatingTerm = RatingTerm(), feedbackDays: [FeedbackKind: Int] = usualFeedbackDays
        ) {
            self.modes = modes
            self.reminding = reminding
            self.rating = rating
            self.feedbackDays = feedbackDays
        }

        /// What can be had for a matter; the window is always there.
        package func modes(for matter: Matter) -> [DeliveryMode] {
            let offered = modes[matter] ?? []
            return offered.isEmpty ? [.window] : offered
        }
    }
}

extension Office.Aftercare.Reminding {
    /// The last day of the licences that stand in the ledger on a day.
    package func horizon(from today: CivilDate) -> CivilDate { today.adding(months: months).date }

    /// Contacts on this day or before are old enough to be followed up, by what was said.
    package func followedUp(on today: CivilDate) -> [ExpiryContact.Answer: CivilDate] {
        var days: [ExpiryContact.Answer: CivilDate] = [:]
        for answer in ExpiryContact.Answer.allCases {
            days[answer] = today.adding(days: -(followUpDays[answer] ?? 0))
        }
        return days
    }
}

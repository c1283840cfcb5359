extension Office {
    /// 打印: how this office prints, where its office file says so.
    package struct Printing: Hashable, Sendable {
        /// The printer that is used if the clerk chose no other; nil for the print system's default.
        package var printer: String?
        /// How many copies; nil to go by what the paper itself says.
        package var copies: Int?
        /// A program with its arguments that prints what comes on its standard input, in the place of `lp`.
        package var command: [String]?

        package init(printer: String? = nil, copies: Int? = nil, command: [String]? = nil) {
            self.printer = printer
            self.copies = copies
            self.command = command
        }
    }

    /// 短信: whether and how this office sends messages.
    package struct Messaging: Hashable, Sendable {
        package var gateway: Gateway
        /// When messages may go out.
        package var hours: Hours
        /// Working days before the end of a correction term on which the applicant is reminded; 0 for never.
        package var reminderDays: Int
        /// How often a message is tried.
        package var tries: Int

        package enum Gateway: Hashable, Sendable {
            /// No messages.
            case none
            /// The folder above the `outbox`, `sent` and `error` folders of gammu-smsd.
            case gammu(spool: String)
            /// A program with its arguments; `{number}` and `{id}` stand for the message's.
            case command([String])
        }

        /// A stretch of every day, in minutes after midnight at the office; the last minute doesn't belong to it.
        package struct Hours: Hashable, Sendable {
            package let from: Int
            package let to: Int

            package init(from: Int, to: Int) {
                self.from = from
                self.to = to
            }

            package static let always = Hours(from: 0, to: 24 * 60)

            package func contains(_ moment: Moment) -> Bool {
                (from..<to).contains(moment.minuteOfDay)
            }
        }

        package init(gateway: Gateway = .none, hours: Hours = .always, reminderDays: Int = 3, tries: Int = 5) {
            self.gateway = gateway
            self.hours = hours
            self.reminderDays = reminderDays
            self.tries = tries
        }

        package var isOn: Bool { gateway != .none }
    }
}

extension Moment {
    /// Minutes after midnight at the office.
    fileprivate var minuteOfDay: Int { Int((secondsSince1970 + Moment.officeOffset) / 60) - date.dayNumber * 24 * 60 }

    package func adding(seconds: Int64) -> Moment { Moment(secondsSince1970: secondsSince1970 + seconds) }
}

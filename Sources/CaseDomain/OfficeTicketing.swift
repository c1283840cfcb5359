extension Office {
    /// 叫号: which tickets this office gives out, and how they come up.
    package struct Ticketing: Hashable, Sendable {
        /// In the order in which they are offered; none where the office gives out no tickets.
        package let kinds: [Kind]
        /// What the numbers of a region begin with, by region.
        package let series: [String: String]
        /// Minutes before its time from which an appointment goes ahead of those who came without one.
        package let appointmentLead: Int
        /// 过号: behind how many others somebody queues who comes back after he was passed over.
        package let returnBehind: Int

        package static let usualLead = 10
        package static let usualReturn = 3
        package static let none = Ticketing(kinds: [], series: [:])

        package init(
            kinds: [Kind], series: [String: String], appointmentLead: Int = Ticketing.usualLead,
            returnBehind: Int = Ticketing.usualReturn
        ) {
            self.kinds = kinds
            self.series = series
            self.appointmentLead = appointmentLead
            self.returnBehind = returnBehind
        }

        package var isOn: Bool { !kinds.isEmpty }

        package func kind(_ id: String) -> Kind? { kinds.first { $0.id == id } }

        /// What the numbers of a region's tickets of one kind begin with; they are counted together.
        package func series(of kind: Kind, in region: String) -> String { series[region, default: ""] + kind.series }

        package struct Kind: Hashable, Sendable {
            package let id: String
            package let name: String
            package let english: String
            package let series: String
            /// 优先: called before everybody else.
            package let goesFirst: Bool
            /// 预约: has a time.
            package let isTimed: Bool

            package init(
                id: String, name: String, english: String, series: String, goesFirst: Bool = false,
                isTimed: Bool = false
            ) {
                self.id = id
                self.name = name
                self.english = english
                self.series = series
                self.goesFirst = goesFirst
                self.isTimed = isTimed
            }
        }
    }

    /// The regions that windows are there for, each once, in the order of the windows.
    package var regions: [String] {
        windows.reduce(into: []) { regions, window in
            if !regions.contains(window.region) { regions.append(window.region) }
        }
    }

    package func region(of window: String) -> String? { windows.first { $0.id == window }?.region }

    package func windows(in region: String) -> [String] { windows.filter { $0.region == region }.map(\.id) }
}

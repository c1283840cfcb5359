/// 信息公示卡 of a food stall, as it was made out. A snapshot, like a notice.
///
/// Legal source: 《山东省食品小作坊小餐饮和食品摊点管理条例》第二十八条.
package struct StallCard: Hashable, Sendable, Codable {
    package let issuedAt: Moment
    /// Where the stall stands.
    package let place: String
    /// 经营时段.
    package let hours: String
    /// The whole card, line by line, as it printed.
    package let lines: [String]

    package init(issuedAt: Moment, place: String, hours: String, lines: [String]) {
        self.issuedAt = issuedAt
        self.place = place
        self.hours = hours
        self.lines = lines
    }

    /// The card as one text; every line ends with a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}

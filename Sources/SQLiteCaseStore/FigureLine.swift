import CaseDomain
import CaseStore
import Foundation

/// What one case counts for, as it is stored.
struct FigureLine: Hashable {
    let party: Int64
    let state: QueueState
    /// `DueColumn.none` where no clock runs.
    let due: Int
    /// The day on which the case was worked on last.
    let worked: Int
    /// In a fixed order, so that equal figures are stored alike.
    let marks: [Mark]

    /// A fact or a defect.
    struct Mark: Hashable, Comparable {
        /// `Tally.Kind.dailyFacts` or `.dailyDefects`.
        let kind: Int
        let term: Int
        let day: Int
        let value: Int

        var month: Int { CivilDate(dayNumber: day).month }

        static func < (left: Self, right: Self) -> Bool {
            (left.kind, left.term, left.day, left.value) < (right.kind, right.term, right.day, right.value)
        }
    }

    /// Every sum that the case is part of, with how often.
    func tallies() -> [Tally: Int] {
        var tallies: [Tally: Int] = [:]
        for mark in marks {
            let isFact = mark.kind == Tally.Kind.dailyFacts.rawValue
            let (daily, monthly): (Tally.Kind, Tally.Kind) =
                isFact ? (.dailyFacts, .monthlyFacts) : (.dailyDefects, .monthlyDefects)
            tallies[Tally(daily, mark.day, mark.term, mark.value, party), default: 0] += 1
            tallies[Tally(monthly, mark.month, mark.term, mark.value, party), default: 0] += 1
        }
        if state.isOnBoard {
            tallies[Tally(.due, due, state.rawValue, 0, party), default: 0] += 1
            tallies[Tally(.worked, worked, state.rawValue, 0, party), default: 0] += 1
        }
        return tallies
    }

    /// Where the case is found from a figure: one a term and day.
    struct Find: Hashable, Comparable {
        let kind: Int
        let term: Int
        let month: Int
        let key: Int64
        let day: Int
        let party: Int64

        static func < (left: Self, right: Self) -> Bool {
            (left.kind, left.term, left.month, left.key, left.day)
                < (right.kind, right.term, right.month, right.key, right.day)
        }
    }

    func finds(_ key: Int64) -> Set<Find> {
        Set(
            marks.map {
                Find(kind: $0.kind, term: $0.term, month: $0.month, key: key, day: $0.day, party: party)
            })
    }
}

/// Four numbers a mark, four bytes each, the least significant first.
extension [FigureLine.Mark] {
    var stored: Data {
        var data = Data(capacity: count * 16)
        for mark in self {
            for number in [mark.kind, mark.term, mark.day, mark.value] {
                Swift.withUnsafeBytes(of: Int32(clamping: number).littleEndian) { data.append(contentsOf: $0) }
            }
        }
        return data
    }

    /// - Returns: nil where the bytes aren't such marks.
    init?(stored data: Data) {
        guard data.count % 16 == 0 else { return nil }
        self = data.withUnsafeBytes { bytes in
            stride(from: 0, to: data.count, by: 16).map { place in
                func number(_ index: Int) -> Int {
                    Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + index * 4, as: Int32.self)))
                }
                return FigureLine.Mark(kind: number(0), term: number(1), day: number(2), value: number(3))
            }
        }
    }
}

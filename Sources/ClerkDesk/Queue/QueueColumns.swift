import CaseStore

/// How the columns of the queue share a row. Widths are fixed but for the applicant, who gets the rest.
struct QueueColumns {
    enum Kind: Hashable {
        case number, applicant, matter, state, round, days, window, clerk
    }

    struct Column {
        let kind: Kind
        let title: Phrase
        /// In terminal columns.
        let start: Int
        let width: Int
    }

    let all: [Column]

    /// Where the order shows, when the queue is sorted by it; nil for what has no column.
    static func kind(of sort: QueueSort) -> Kind? {
        switch sort {
        case .due: .days
        case .number: .number
        case .applicant: .applicant
        case .matter: .matter
        case .state: .state
        case .round: .round
        case .window: .window
        case .clerk: .clerk
        case .received: nil
        }
    }

    /// - Parameter columns: terminal columns of the row.
    init(columns: Int) {
        let wide = columns >= 100
        let medium = columns >= 78
        var plan: [(Kind, Phrase, Int)] = [
            (.number, Phrases.Queue.number, 11), (.applicant, Phrases.Queue.applicant, 0),
            (.matter, Phrases.Queue.matter, wide ? 28 : medium ? 16 : 12),
            (.state, Phrases.Queue.state, 8), (.round, Phrases.Queue.round, 3), (.days, Phrases.Queue.days, 8),
        ]
        if medium {
            plan.append((.window, Phrases.Queue.window, 4))
            plan.append((.clerk, Phrases.Queue.clerk, wide ? 8 : 6))
        }
        let fixed = plan.reduce(0) { $0 + $1.2 }
        let rest = max(6, columns - fixed - plan.count - 1)
        var start = 1
        var all: [Column] = []
        for (kind, title, width) in plan {
            let width = kind == .applicant ? rest : width
            all.append(Column(kind: kind, title: title, start: start, width: width))
            start += width + 1
        }
        self.all = all
    }
}

extension DeskState {
    /// Opens something that only looks or chooses, such as a help: what it stands over comes back when it closes.
    mutating func cover(with box: Modal) {
        if modal?.isCover != true { covered = modal }
        modal = box
    }

    /// Closes it.
    mutating func uncover() {
        modal = covered
        covered = nil
    }
}

extension Modal {
    /// Whether it stands over another box without answering it.
    var isCover: Bool {
        switch self {
        case .help, .messages: true
        case .picker(let picker): picker.purpose == .palette
        case .question, .reader, .clocks, .entry, .bulk, .comparison, .dayLog: false
        }
    }
}

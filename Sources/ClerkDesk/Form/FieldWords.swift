/// How a field's value reads, on every screen and in lines.
extension FormFieldID {
    /// The names of chosen options, in the order of the list.
    func names(of ids: Set<String>, _ desk: Desk) -> String {
        switch editor {
        case .one(let options), .many(let options):
            options.filter { ids.contains($0.id) }.map { desk.say($0.label) }.joined(separator: "、")
        case .text, .yesNo: ""
        }
    }
}

extension Phrases.Form {
    /// A yes-or-no answer; nil for one that nobody knows yet.
    static func words(for answer: Bool?) -> Phrase {
        switch answer {
        case true?: yes
        case false?: no
        case nil: unknown
        }
    }
}

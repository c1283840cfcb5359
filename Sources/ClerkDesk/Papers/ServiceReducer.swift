import CaseDomain
import NoticeComposer
import ScreenKit

/// 送达 of a paper: recorded, corrected by a later record, and printed as 送达回证.
enum ServiceReducer {
    /// The paper that is meant: the one on the screen, else the last one of which nobody has said how it was served.
    static func target(_ file: CaseFile, _ state: DeskState) -> CaseDocument? {
        state.paper?.shown
            ?? file.documents.last { document in
                guard let number = document.number else { return false }
                return file.record.service(of: number) == nil && !file.record.isWithdrawn(number)
            }
    }

    /// Why no paper can be served; nil where one can.
    static func why(_ file: CaseFile, _ state: DeskState) -> Phrase? {
        guard let document = target(file, state) else { return Phrases.Papers.nothingToServe }
        guard let number = document.number else { return Phrases.Papers.noNumber }
        return file.record.isWithdrawn(number) ? Phrases.Papers.withdrawn : nil
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let number = target(file, state)?.number else { return }
        let before = file.record.service(of: number)
        let manners = PaperService.Manner.allCases
        let again = before.map {
            desk.say(
                Phrases.Papers.serveAgain, ["manner": desk.say($0.manner.phrase), "date": $0.on.description])
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Papers.serveTitle, ["number": number.text]),
                lines: again.map { [$0] } ?? [],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.manner),
                        .choice(
                            manners.map { desk.say($0.phrase) },
                            before.flatMap { manners.firstIndex(of: $0.manner) } ?? 0)),
                    EntrySheet.Field.date(
                        desk.say(Phrases.Papers.servedDay), before?.on ?? state.today, leaning: .past),
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.signedBy), .text(TextField(before?.signedBy ?? "", limit: 30))),
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.unsigned),
                        .text(TextField(before?.refusal ?? "", limit: EntrySheet.longestNote))),
                ], purpose: .service(number)))
    }

    static func record(
        _ filled: EntrySheet, _ number: DocumentNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let manners = PaperService.Manner.allCases
        guard let document = state.work?.file?.document(number), manners.indices.contains(entry.choice(0)) else {
            return []
        }
        let manner = manners[entry.choice(0)]
        let (signedBy, refusal) = (entry.trimmed(2), SafeEntry.ended(entry.trimmed(3)))
        func sendBack(_ field: Int, _ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> [Effect] {
            entry.refuse(field, desk.say(phrase, values))
            state.modal = .entry(entry)
            return []
        }
        guard let day = entry.day(1, today: stamp.at.date, desk) else {
            return sendBack(1, Phrases.Form.badDate)
        }
        if day > stamp.at.date { return sendBack(1, Phrases.Form.dateInFuture) }
        let issued = document.issuedAt.date
        if day < issued { return sendBack(1, Phrases.Papers.beforeIssue, ["date": issued.description]) }
        switch manner {
        case .left where refusal.isEmpty: return sendBack(3, Phrases.Papers.whoSaw)
        case .handed where signedBy.isEmpty, .mailed where signedBy.isEmpty:
            return sendBack(2, Phrases.Papers.whoSigned)
        case .left where !signedBy.isEmpty: return sendBack(2, Phrases.Papers.eitherOr)
        case .handed where !refusal.isEmpty, .mailed where !refusal.isEmpty, .electronic where !refusal.isEmpty:
            return sendBack(3, Phrases.Papers.eitherOr)
        case .handed, .mailed, .electronic, .left: break
        }
        state.modal = nil
        let service = PaperService(document: number, manner: manner, on: day, signedBy: signedBy, refusal: refusal)
        return CaseReducer.append(
            [.served(service: service)], Phrases.Papers.served, inverse: nil, &state, stamp)
    }

    /// 送达回证 of a paper: filled in where it was served, else with lines to write on.
    static func record(of document: CaseDocument?, _ file: CaseFile, _ desk: Desk) -> PaperContent? {
        guard let document, let number = document.number else { return nil }
        let title =
            switch document {
            case .notice: desk.office.noticeTitle
            case .paper(let paper): desk.office.papers.rules[paper.kind]?.title ?? paper.kind.phrase.text(.zh)
            }
        return .serviceRecord(document: "\(title)（\(number.text)）", file.record.service(of: number))
    }
}

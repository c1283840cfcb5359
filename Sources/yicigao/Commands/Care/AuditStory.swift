import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TextLayout

/// A case as its log tells it.
struct AuditStory {
    let number: CaseNumber
    let heading: [String]
    let chapters: [Chapter]

    /// One event, with its sentence.
    struct Chapter {
        let event: SealedEvent
        let who: String
        let words: String

        var sentence: String {
            let at = event.stamp.at
            return "\(at.date.chinese)\(at.clock)，\(who)\(words)。"
        }

        var line: String {
            "\(sentence)  [第\(event.sequence)条 \(HexText.of(event.hash.prefix(4))) \(event.seal.words)]"
        }
    }

    /// - Parameter file: nil where the case was erased or can't be read.
    init(
        number: CaseNumber, file: CaseFile?, events: [SealedEvent], _ installation: Installation, isRevealed: Bool
    ) throws {
        self.number = number
        heading = file.map { Self.heading($0, isRevealed) } ?? [Self.lost(number, events)]
        let particulars = file?.particulars
        let book =
            try particulars.map { try installation.ruleBook(for: $0.matter, $0.action) }
            ?? installation.ruleBook()
        let checklist = particulars.flatMap { book.checklist(for: $0.matter, $0.action, on: $0.receivedAt.date) }
        let names = LifeNames(installation.office.staff, book.life, checklist)
        let people = installation.office.staff.people
        chapters = events.map { event in
            let person = people.first { $0.account == event.stamp.by }
            return Chapter(
                event: event, who: SafeText.singleLine(person?.name ?? event.stamp.by.text),
                words: SafeText.singleLine(AuditWords.words(for: event, names)))
        }
    }

    var lines: [String] { heading + chapters.map(\.line) }

    private static func lost(_ number: CaseNumber, _ events: [SealedEvent]) -> String {
        let isBroken = events.contains { $0.seal == .broken }
        return "\(number.text)  " + (isBroken ? "有记录与封印不符，读不出办件" : "保管期已满，个人内容已删除，只留办理记录")
    }

    private static func heading(_ file: CaseFile, _ isRevealed: Bool) -> [String] {
        func shown(_ id: String?) -> String {
            guard let id else { return "" }
            return "（证件号码 \(isRevealed ? id : ResidentID.masked(id))）"
        }
        let particulars = file.particulars
        let matter = "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))"
        var people = ["申请人\(particulars.applicant.name)"]
        if let principal = particulars.applicant.principal {
            people.append("负责人\(principal.name)\(shown(principal.idNumber))")
        }
        if let agent = particulars.agent { people.append("代理人\(agent.name)\(shown(agent.idNumber))") }
        let external = particulars.externalNumber.map { "（省系统 \($0)）" } ?? ""
        return ["\(file.number.text)\(external)  \(matter)", people.joined(separator: "，") + "。"]
    }
}

import CaseDomain
import ChecklistRules
import ScreenKit

/// What the applicant has been told of one paper before, round by round.
enum PaperRounds {
    static func parts(_ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk) -> [(Phrase, String, StyleRole)] {
        guard let file = work.file, let material = sheet.line(at: work.line)?.material?.material else { return [] }
        var told = file.notices.flatMap { notice in
            notice.items.filter { $0.material == material }.map { item in
                desk.say(
                    Phrases.Look.told,
                    [
                        "round": String(notice.round), "date": notice.issuedAt.date.description,
                        "problems": item.problems.joined(),
                    ])
            }
        }
        told += file.record.spotCorrections.filter { $0.material == material }.map { correction in
            "\(correction.on) \(desk.say(Phrases.Look.spotted))"
        }
        guard !told.isEmpty else { return [] }
        return [(Phrases.Look.rounds, told.joined(separator: desk.language == .zh ? "；" : "; "), .dim)]
    }
}

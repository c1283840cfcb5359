import CaseDomain
import ClerkDesk
import NoticeComposer

/// What has become of the last notice, what was put right at the window and what is owed, in plain lines.
enum RoundWords {
    static func lines(_ view: CaseFileView) -> [String] { comparison(view) + corrections(view) + gaps(view) }

    private static func comparison(_ view: CaseFileView) -> [String] {
        let rounds = CaseRounds(view.file, view.sheet, view.checklist)
        guard let last = rounds.comparisons.last else { return [] }
        let review = rounds.reviews.last.flatMap(\.self).map {
            "（再次告知\($0.count(.repeated))处，新缺陷\($0.count(.newInReturned))处，漏告知\($0.count(.late))处）"
        }
        return ["第\(last.round)次告知以后\(review ?? "")"]
            + last.lines.map { line in
                let now = line.now.isEmpty ? "" : "：\(line.now.joined(separator: "；"))"
                return "  \(line.state.phrase.text(.zh))  \(line.told.name)\(now)"
            } + last.found.map { "  \($0.kind.phrase.text(.zh))  \($0.name)：\($0.problem)" }
    }

    private static func corrections(_ view: CaseFileView) -> [String] {
        let corrections = view.file.record.spotCorrections
        guard !corrections.isEmpty else { return [] }
        return ["当场更正"]
            + corrections.map { correction in
                let name = correction.material.map { FindingWords(checklist: view.checklist).name(of: $0) } ?? "申请事项"
                return "  \(correction.on)  \(name)：\(correction.change)（\(correction.signedBy)签字）"
            }
    }

    private static func gaps(_ view: CaseFileView) -> [String] {
        guard let promise = view.file.record.promise else { return [] }
        return ["容缺（\(promise.promisedBy)承诺补交到\(promise.place)）"]
            + promise.gaps.map { gap in
                let isOpen = view.file.openGaps.contains(gap.material)
                let state = !isOpen ? "已补齐" : gap.dueOn < view.today ? "逾期未补" : "未补"
                return "  \(gap.dueOn)前  \(gap.name)  \(state)"
            }
    }
}

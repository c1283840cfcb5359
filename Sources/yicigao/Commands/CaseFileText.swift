import CaseDomain
import ChecklistRules
import ClerkDesk

/// A case in plain lines.
enum CaseFileText {
    static func lines(_ view: CaseFileView) -> [String] {
        heading(view) + particulars(view) + bundle(view) + clock(view) + sheet(view) + findings(view) + notices(view)
            + ["办理过程"]
            + view.history.map { event in
                "  \(event.stamp.at.date) \(event.stamp.at.clock)  \(event.stamp.by.text)  "
                    + HistoryWords.words(for: event.payload, view.checklist)
            }
    }

    private static func heading(_ view: CaseFileView) -> [String] {
        let round = view.file.round > 0 ? "  第\(view.file.round)次补正" : ""
        let name = view.application.particulars.applicant.name
        return ["\(view.file.number.text)  \(name)  \(view.state.phrase.text(.zh))\(round)"]
    }

    private static func particulars(_ view: CaseFileView) -> [String] {
        let particulars = view.application.particulars
        let applicant = particulars.applicant
        var lines: [String] = []
        func add(_ label: String, _ parts: [String?]) {
            let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
            if !text.isEmpty { lines.append("  \(label)：\(text)") }
        }
        add("省系统编号", [particulars.externalNumber])
        add(
            "事项",
            [
                "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))", view.subtype?.chinese,
                particulars.subject?.phrase.text(.zh),
            ])
        add("标注", [particulars.marks.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")])
        add("经营项目", [particulars.items.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")])
        add("申请人", [applicant.name, applicant.kind.phrase.text(.zh), applicant.uscc, applicant.phone])
        add("负责人", [applicant.principal?.name, applicant.principal?.idNumber])
        add("代理人", [particulars.agent?.name, particulars.agent?.idNumber, particulars.agent?.phone])
        add(
            "经营场所",
            [particulars.premises.address, particulars.premises.county, particulars.premises.area.map(squareMetres)])
        if let licence = particulars.licence {
            add("原许可", [licence.number, licence.expiresOn.map { "有效期至 \($0)" }])
        }
        let received = particulars.receivedAt
        add(
            "收件",
            [
                "\(received.date) \(received.clock)", particulars.channel.phrase.text(.zh),
                view.file.window.isEmpty ? nil : "窗口\(view.file.window)", view.file.clerk.text,
            ])
        return lines
    }

    private static func bundle(_ view: CaseFileView) -> [String] {
        guard let bundle = view.bundle else { return [] }
        return ["  一件事：\(bundle.name)"]
            + bundle.sisters.map { sister in
                let matter = "\(sister.matter.phrase.text(.zh))·\(sister.action.phrase.text(.zh))"
                return "    同办 \(sister.number.text)  \(matter)  \(sister.state.phrase.text(.zh))"
            }
    }

    private static func squareMetres(_ area: Double) -> String {
        area == area.rounded() ? "\(Int(area))㎡" : "\(area)㎡"
    }

    private static func clock(_ view: CaseFileView) -> [String] {
        guard let clock = view.clock else { return [] }
        let days = view.calendar.daysLeft(until: clock.due, on: view.today)
        let left = days < 0 ? "已超\(-days)个工作日" : days == 0 ? "今日到期" : "剩\(days)个工作日"
        let doubt = clock.ledger.isCertain ? "" : "（放假安排未全载入，不能作准）"
        return ["  \(clock.kind.words)：\(clock.due)  \(left)\(doubt)（\(clock.basis.words)）"]
    }

    private static func sheet(_ view: CaseFileView) -> [String] {
        guard let checklist = view.checklist, !view.sheet.lines.isEmpty else { return [] }
        let needed = view.sheet.lines.filter { $0.state != .notNeeded }
        return ["材料（\(checklist.name)，\(checklist.version)）"]
            + needed.flatMap { line in
                let rule = checklist.requirements[line.requirement]
                return ["  \(rule.row)  \(line.state.words)  \(rule.name)（\(rule.copies)）"]
                    + line.checks.filter { line.record?.how == .handedIn && $0.judgement.verdict != .pass }.map {
                        "      \($0.judgement.verdict.words)：\(rule.checks[$0.place].label)"
                    }
            }
    }

    private static func findings(_ view: CaseFileView) -> [String] {
        let evaluation = view.sheet.evaluation
        guard view.checklist != nil || evaluation.route != nil else {
            return [NoChecklistWords.text(for: view.file.particulars)]
        }
        return ["审查结论：\(evaluation.outcome.words)"]
            + FindingWords(checklist: view.checklist).lines(evaluation, of: view.application).map { "  \($0)" }
    }

    private static func notices(_ view: CaseFileView) -> [String] {
        guard !view.file.notices.isEmpty else { return [] }
        return ["告知书"]
            + view.file.notices.map { notice in
                let deadline = notice.deadline.map { "补正至 \($0)" } ?? "补正期限 \(notice.correctionDays) 个工作日"
                return
                    "  \(notice.number.text)  第\(notice.round)次  \(notice.issuedAt.date)  \(notice.items.count)项  \(deadline)"
            }
    }
}

/// What happened to a case, in words.
enum HistoryWords {
    static func words(for payload: CaseEvent.Payload, _ checklist: Checklist?) -> String {
        func name(_ material: Material) -> String { FindingWords(checklist: checklist).name(of: material) }
        switch payload {
        case .received(let receipt): return "收件（窗口\(receipt.window)）"
        case .particularsChanged: return "修改申请信息"
        case .materialRecorded(let record):
            let failed = record.checks.failed.count
            return "\(name(record.material))：\(record.how.words)" + (failed > 0 ? "，\(failed)处有误" : "")
        case .materialCleared(let material): return "\(name(material))：退回未审"
        case .noticeIssued(let notice):
            return "发出补正告知书 \(notice.number.text)（第\(notice.round)次，\(notice.items.count)项）"
        case .correctionReceived(let materials): return "补正材料收件（\(materials.count)项）"
        case .accepted(let acceptance): return "受理，受理日 \(acceptance.on)"
        case .routed(let route): return "引导至 \(route.to)"
        case .withdrawn(let reason): return "撤回（\(reason)）"
        case .identityRevealed: return "查看了证件号码"
        case .bundled(let membership):
            return "一件事收件：\(membership.members.map(\.number.text).joined(separator: "、"))"
        }
    }
}

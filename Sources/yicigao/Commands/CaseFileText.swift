import CaseDomain
import ChecklistRules
import ClerkDesk

/// A case in plain lines.
enum CaseFileText {
    static func lines(_ view: CaseFileView) -> [String] {
        heading(view) + particulars(view) + bundle(view) + rules(view) + eligibility(view) + clock(view) + clocks(view)
            + sheet(view) + findings(view) + notices(view) + papers(view) + messages(view)
            + ProgressWords.lines(view) + RoundWords.lines(view)
            + ["办理过程"]
            + view.history.map { event in
                "  \(event.stamp.at.date) \(event.stamp.at.clock)  \(view.name(of: event.stamp.by))  "
                    + HistoryWords.words(for: event.payload, view.names)
            }
    }

    private static func heading(_ view: CaseFileView) -> [String] {
        let round = view.file.round > 0 ? "  第\(view.file.round)次补正" : ""
        let name = view.application.particulars.applicant.name
        let barred = view.file.barInForce == nil ? "" : "  资格受限"
        return ["\(view.file.number.text)  \(name)  \(view.state.phrase.text(.zh))\(round)\(barred)"]
    }

    private static func eligibility(_ view: CaseFileView) -> [String] {
        let day = view.file.particulars.receivedAt.date
        return view.file.ineligibilities.map { record in
            let standing =
                record.bars(on: day) ? "资格受限，不能受理，不发补正告知书" : record.until < day ? "收件前已届满，不影响" : "决定在收件之后，不影响"
            return "  资格：\(record.name)（\(record.document)，\(record.decidedOn) 作出，至 \(record.until)）："
                + "\(standing)（\(record.basis.words)）"
        }
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
                view.file.window.isEmpty ? nil : "窗口\(view.file.window)", view.name(of: view.file.firstAsked),
            ])
        if view.file.clerk != view.file.firstAsked {
            add("经办", ["首问 \(view.name(of: view.file.firstAsked))", "现由 \(view.name(of: view.file.clerk)) 办理"])
        }
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

    /// Under which rules, where that isn't a matter of course.
    private static func rules(_ view: CaseFileView) -> [String] {
        var lines: [String] = []
        if let regime = view.regime {
            lines.append(
                "  旧规则：\(regime.regime)（\(regime.date)前收件的沿旧办结）  经办人 \(regime.owner.name) \(regime.owner.phone)"
                    + "（\(regime.basis.words)）")
        }
        if let lacking = view.lacking {
            let standsIn = view.checklist.map { "，现按收件日的 \($0.version) 版审查，请核对" } ?? "，收件日也没有别的版本"
            lines.append("  提醒：收件时的清单 \(lacking.id) \(lacking.version) 已不在数据里\(standsIn)（\(lacking.digest)）")
        }
        return lines
    }

    private static func clock(_ view: CaseFileView) -> [String] {
        guard let clock = view.clock else { return [] }
        let name = (clock.clock.promised == nil ? "" : "承诺") + clock.clock.rule.name
        guard let due = clock.due else { return ["  \(name)：已中止计时（\(clock.basis.words)）"] }
        let days = view.calendar.daysLeft(until: due, on: view.today)
        let left = days < 0 ? "已超\(-days)个工作日" : days == 0 ? "今日到期" : "剩\(days)个工作日"
        let doubt = clock.clock.isCertain ? "" : "（放假安排未全载入，不能作准）"
        return ["  \(name)：\(due)  \(left)\(doubt)（\(clock.basis.words)）"]
    }

    private static func clocks(_ view: CaseFileView) -> [String] {
        guard !view.clocks.isEmpty else { return [] }
        return ["期限"] + view.clocks.map { "  \($0.words(view.calendar, view.today))" }
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

    private static func papers(_ view: CaseFileView) -> [String] {
        view.file.documents.isEmpty ? [] : ["文书"] + PaperWords.lines(of: view.file).map { "  \($0)" }
    }

    private static func notices(_ view: CaseFileView) -> [String] {
        guard !view.file.notices.isEmpty else { return [] }
        return ["告知书"]
            + view.file.notices.map { notice in
                let deadline = notice.deadline.map { "补正至 \($0)" } ?? "补正期限 \(notice.correctionDays) 个工作日"
                let mark = view.file.record.isWithdrawn(notice.number) ? "  已撤回" : ""
                return
                    "  \(notice.number.text)\(mark)  第\(notice.round)次  \(notice.issuedAt.date)  \(notice.items.count)项  \(deadline)"
            }
    }
}

extension CaseFileText {
    fileprivate static func messages(_ view: CaseFileView) -> [String] {
        let messages = view.file.record.messages
        return messages.isEmpty ? [] : ["短信"] + messages.map { "  \(OutboxWords.line($0))" }
    }
}

extension LifeNames {
    /// As commands name them, whose words are Chinese.
    init(_ staff: Staff, _ life: LifeCycle, _ checklist: Checklist?) {
        self.init(.zh, staff, life) { FindingWords(checklist: checklist).name(of: $0) }
    }
}

/// What happened to a case, in words.
enum HistoryWords {
    static func words(for payload: CaseEvent.Payload, _ names: LifeNames) -> String {
        let name = names.material
        switch payload {
        case .received(let receipt):
            return "收件（窗口\(receipt.window)）" + (receipt.signature.map { "，UKey签名 \($0.holder)" } ?? "")
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
        case .clockStopped(let reason, let note): return "中止计时：\(reason.phrase.text(.zh))（\(note)）"
        case .clockResumed(let note): return "恢复计时（\(note)）"
        case .termExtended(let granted):
            return "延长期限\(granted.days)个工作日（\(granted.approvedBy)批准：\(granted.reason)）"
        case .ineligible(let record): return "资格受限：\(record.name)，至 \(record.until)（\(record.document)）"
        case .eligibilityRestored: return "撤回资格受限的登记"
        case .cardIssued: return "制发信息公示卡"
        case .bundled(let membership):
            return "一件事收件：\(membership.members.map(\.number.text).joined(separator: "、"))"
        case .gapsSettled(let materials):
            return "容缺补齐：\(materials.map(name).joined(separator: "、"))"
        case .spotCorrected(let correction):
            let what = correction.material.map(name) ?? "申请事项"
            return "当场更正 \(what)：\(correction.change)（\(correction.signedBy)签字）"
        case .paperIssued, .noticeWithdrawn, .served, .correctionExtended, .abandoned, .refused, .lateFindingRecorded,
            .released, .visitAnswered, .gapsPromised, .messageQueued, .messageSettled:
            return PaperHistoryWords.words(for: payload)
        case .life(let event): return LifeHistoryText.words(for: event, names)
        }
    }
}

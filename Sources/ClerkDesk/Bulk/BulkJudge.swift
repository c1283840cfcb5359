import CaseDomain
import CaseStore
import NoticeComposer

/// Says what will be done with each case of a batch, or why nothing: by the same rules as for one case alone.
enum BulkJudge {
    /// - Parameter run: the cases judged before stand in it; what they bring along for this one isn't done twice.
    static func standing(
        _ file: CaseFile?, _ sisters: [CaseFile], in run: BulkRun, _ state: DeskState, _ desk: Desk
    ) -> BulkRun.Standing {
        let today = state.today
        guard let file else { return .skipped(desk.say(Phrases.Bulk.gone)) }
        switch run.action {
        case .remind: return reminder(file, sisters, on: today, desk)
        case .abandon: return abandonment(file, sisters, in: run, on: today, desk)
        case .printNotices:
            guard let notice = file.notices.last else { return .skipped(desk.say(Phrases.Rounds.noNotice)) }
            return .ready(
                .print(PrintedPaper(.notice(notice), of: file)),
                desk.say(Phrases.Bulk.printText, ["number": notice.number.text]))
        case .export: return .ready(.list, desk.say(Phrases.Bulk.exportText))
        case .reassign: return ReassignReducer.standing(file, run, state, desk)
        case .recallVisit, .concludeVisit, .remindFirms:
            return run.visit?.standing(of: file, today: today, desk) ?? .skipped(desk.say(Phrases.Inspection.noTask))
        }
    }

    private static func reminder(
        _ file: CaseFile, _ sisters: [CaseFile], on today: CivilDate, _ desk: Desk
    ) -> BulkRun.Standing {
        let reminder = CorrectionReminder(
            of: file, sisters: sisters, setting: desk.messages, clocks: desk.clocks, on: today
        ) { MessageReducer.procedure($0, desk) }
        switch reminder {
        case .ready(let message):
            let values: KeyValuePairs = [
                "number": MobileNumber(message.recipient)?.masked ?? "",
                "parts": String(MessageParts.count(message.text)),
            ]
            return .ready(
                .write([CaseAppend([.messageQueued(message: message)], to: CaseVersion(file))]),
                desk.say(Phrases.Bulk.remindText, values))
        case .barred(let obstacle): return .skipped(desk.say(obstacle.phrase))
        }
    }

    private static func abandonment(
        _ file: CaseFile, _ sisters: [CaseFile], in run: BulkRun, on today: CivilDate, _ desk: Desk
    ) -> BulkRun.Standing {
        if let leader = run.writer(of: file.number) {
            return .skipped(desk.say(Phrases.Bulk.together, ["number": leader.text]))
        }
        if let why = CorrectionTermReducer.whyNotAbandoned(file, today, desk) { return .skipped(desk.say(why)) }
        guard let abandonment = CorrectionTermReducer.abandonment(file, words: run.words, desk) else {
            return .skipped(desk.say(Phrases.Rounds.noNotice))
        }
        let payloads = [CaseEvent.Payload.abandoned(abandonment: abandonment)]
        let shares = sisters.compactMap { sister in
            JointWrite.share(of: payloads, for: sister, in: file).map {
                CaseAppend($0.payloads, to: CaseVersion(sister))
            }
        }
        let values: KeyValuePairs = [
            "number": abandonment.number.text, "date": abandonment.deadline?.description ?? "-",
        ]
        return .ready(
            .write([CaseAppend(payloads, to: CaseVersion(file))] + shares),
            desk.say(Phrases.Bulk.abandonText, values))
    }
}

extension BulkRun {
    /// The case whose step writes to another one as well.
    fileprivate func writer(of number: CaseNumber) -> CaseNumber? {
        for item in items {
            guard case .ready(.write(let changes), _) = item.standing, changes.count > 1 else { continue }
            if changes.contains(where: { $0.version.number == number }) { return item.row?.number }
        }
        return nil
    }
}

extension CorrectionReminder.Obstacle {
    var phrase: Phrase {
        switch self {
        case .off: Phrases.Messages.off
        case .noTemplate: Phrases.Reminder.noTemplate
        case .notAwaiting: Phrases.Reminder.notAwaiting
        case .noDeadline: Phrases.Reminder.noDeadline
        case .isOver(let due): Phrases.Reminder.isOver.filled(["date": due.description])
        case .noPhone: Phrases.Messages.noPhone
        case .landline: Phrases.Messages.landline
        case .sent: Phrases.Reminder.sent
        case .spokenFor(let number): Phrases.Reminder.spokenFor.filled(["number": number.text])
        }
    }
}

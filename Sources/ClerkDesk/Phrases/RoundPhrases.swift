import CaseDomain
import NoticeComposer

extension Phrases {
    /// 补正轮次: what has to be settled before a further notice, and what came back.
    package enum Rounds {
        static let reminderTab = Phrase("催办", "Reminders")
        static let supervisedTab = Phrase("需督办", "Supervise")

        // The gate
        static let wordingTitle = Phrase("不能发出：用语不合要求", "Cannot issue: the wording lacks something")
        static let wordingLine = Phrase("第{line}项 {name}：{lack}", "Line {line} {name}: {lack}")
        static let wordingHint = Phrase(
            "没有取号。请按材料清单的数据文件改正用语（checklist lint 会指出行号）。",
            "No number was taken. Put the wording right in the data files (see checklist lint).")
        static let warned = Phrase(
            "注意：这是第{round}次补正告知，已列入“需督办”，请先核对前次告知。", "Mind: this is notice {round}; supervisors see the case.")
        static let compared = Phrase(
            "其中再次告知{repeated}处，新缺陷{new}处，漏告知{late}处。",
            "Told again {repeated}, new in returned papers {new}, late {late}.")
        static let sisterFirst = Phrase(
            "同办的 {number} 还有一步没有做（{what}）；按 {key} 转过去再发", "{number} lacks a step ({what}); {key} turns to it")

        // 上门指导
        static let visitTitle = Phrase("上门指导", "Guidance visit")
        static let visitLine = Phrase(
            "第{round}次补正告知以前，应当向申请人提出上门指导。", "Before notice {round} the applicant is offered a visit.")
        static let visitAnswer = Phrase("申请人", "Applicant")
        static let visitWanted = Phrase("约定上门", "books a visit")
        static let visitDeclined = Phrase("谢绝", "declines")
        static let visitDay = Phrase("日期", "Day")
        static let visitor = Phrase("上门人员", "Who comes")
        static let visitNote = Phrase("说明", "Note")
        static let visitNeeded = Phrase("先登记上门指导，再按 {key} 发出", "Book the visit or its refusal first, then {key}")
        static let visitPast = Phrase("不能早于今天", "not before today")
        static let visitDone = Phrase("上门指导已登记", "The visit is on record")
        static let visitNotYet = Phrase("第{round}次告知起才提出上门指导", "offered from notice {round} on")

        // 漏告知
        static let lateTitle = Phrase("漏告知登记", "Late findings")
        static let lateLine = Phrase(
            "以下{count}处上次告知时就能看出，却没有告知。登记原因和责任人，再由督办人放行：",
            "These {count} were there to be seen last time. Say why and whose; then a supervisor releases it:")
        static let lateReason = Phrase("原因", "Reason")
        static let lateWords = Phrase("说明", "In words")
        static let lateOwner = Phrase("责任人", "Owner")
        static let lateNeeded = Phrase(
            "有{count}处漏告知：登记、放行以后才能发出", "{count} late findings: record and release them first")
        static let lateDone = Phrase("漏告知已登记；请督办人放行", "On record; a supervisor has to release it")
        static let noneLate = Phrase("没有漏告知", "nothing is late")

        // 放行
        static let releaseTitle = Phrase("放行", "Release")
        static let releaseLate = Phrase(
            "第{round}次告知有漏告知{count}处（{reason}，责任人{owner}：{words}），须督办人书面放行。",
            "Notice {round} tells {count} late ({reason}, owner {owner}: {words}); release it in writing.")
        static let releaseRound = Phrase(
            "第{round}次补正告知：没有督办人书面放行，不得发出。", "Notice {round} may not leave without a supervisor's written release.")
        static let releaseBy = Phrase("放行人", "Released by")
        static let releaseWords = Phrase("放行意见", "Written words")
        static let releaseNeeded = Phrase("等待督办人放行，放行后再按 {key} 发出", "Waits for a supervisor's release, then {key}")
        static let releaseSelf = Phrase("不能由经办人自己放行", "not by the clerk who issues it")
        static let releaseUnknown = Phrase("不是督办人；机关文件列有：{names}", "no supervisor; the office file names {names}")
        static let releaseDone = Phrase("已放行", "Released")
        static let nothingToRelease = Phrase("没有等待放行的告知", "nothing waits for a release")

        // 补正收件
        static let returnPick = Phrase("收到哪些补正材料", "Which papers came back")
        static let returnLine = Phrase("{number}．{name}：{problem}", "{number}. {name}: {problem}")
        static let returnNothing = Phrase("一项也没有勾选，没有收件", "Nothing was ticked; nothing was booked in")
        static let returnAsk = Phrase("收到补正材料，以下{count}项重新审查：", "Papers came back; these {count} open again:")
        static let returnRest = Phrase(
            "未交回（{count}项，保持原来的结论）：{names}", "Not returned ({count}, their verdicts stand): {names}")

        // 各轮对照
        static let compareTitle = Phrase("各轮对照", "Rounds compared")
        static let roundHead = Phrase(
            "第{round}次告知 {number}（{date}）{mark}", "Notice {round}, {number} ({date}){mark}")
        static let told = Phrase("  上次告知：{problems}", "  told: {problems}")
        static let now = Phrase("  现在：{state}{problems}", "  now: {state}{problems}")
        static let found = Phrase("新发现：", "Found since:")
        static let foundLine = Phrase("  {problem}（{kind}）", "  {problem} ({kind})")
        static let corrected = Phrase("已补正", "put right")
        static let stillWrong = Phrase("仍有问题", "still wrong")
        static let notReturned = Phrase("未交回", "not returned")
        static let unjudged = Phrase("已交回，待审", "came back, not judged")
        static let repeated = Phrase("再次告知", "told again")
        static let newDefect = Phrase("新缺陷", "new in returned papers")
        static let late = Phrase("漏告知", "late finding")
        static let noNotice = Phrase("还没有发过告知书", "no notice was issued yet")

        // Said when a case is opened
        static let lastDay = Phrase(
            "今天是告知期限最后一天：不发告知书、不受理，明天起视为受理", "Last day to notify: unless it is done today, it counts as accepted")
        static let dayBefore = Phrase("告知期限只剩1个工作日（{date}），到期不告知即视为受理", "One working day left to notify: {date}")
        static let correctionOver = Phrase(
            "补正期限 {date} 已过：按 {key} 选“延长补正期限”或“视为放弃”",
            "The correction was due on {date}: {key} gives more time or abandons")
        static let notServed = Phrase("{number} 还没有登记送达", "Nobody has recorded that {number} was served")
        static let taken = Phrase(
            "已撤回 {number}（第{round}次，{date}），原文保留", "Taken back: {number} (round {round}, {date}), kept as it was")
    }
}

extension WordingGate.Lack {
    package var phrase: Phrase {
        switch self {
        case .name: Phrase("没有写明是什么材料", "doesn't say which paper")
        case .form: Phrase("没有写明原件、复印件还是电子件", "doesn't say in which form")
        case .count: Phrase("没有写明几份", "doesn't say how many")
        case .problem: Phrase("没有写明问题", "doesn't say what is wrong")
        case .remedy: Phrase("没有写明怎样补正", "doesn't say how to put it right")
        case .place: Phrase("没有写明提交到哪里", "doesn't say where to hand it in")
        case .basis: Phrase("没有写明依据", "doesn't say on what basis")
        case .vague(let words): Phrase("用语含糊（\(words)）", "is vague (\(words))")
        }
    }
}

extension RoundComparison.State {
    package var phrase: Phrase {
        switch self {
        case .corrected: Phrases.Rounds.corrected
        case .stillWrong: Phrases.Rounds.stillWrong
        case .notReturned: Phrases.Rounds.notReturned
        case .unjudged: Phrases.Rounds.unjudged
        }
    }
}

extension RoundReview.Kind {
    package var phrase: Phrase {
        switch self {
        case .repeated: Phrases.Rounds.repeated
        case .newInReturned: Phrases.Rounds.newDefect
        case .late: Phrases.Rounds.late
        }
    }
}

extension Phrases {
    package enum Case {
        static let newTitle = Phrase("新收件", "New case")
        static let received = Phrase("已收件，编号 {number}；逐项审查材料", "Case {number} taken in; now judge each material")
        static let saved = Phrase("已保存", "Saved")
        static let nothingToSave = Phrase("没有要保存的修改", "Nothing to save")
        static let saveFirst = Phrase("先按 {key} 保存表单", "Save the form first ({key})")
        static let formReset = Phrase("表单已恢复原样", "The form is back to what was saved")
        static let undone = Phrase("已撤销上一步", "Undone")
        static let nothingToUndo = Phrase("没有可撤销的步骤（发文、受理等不能撤销）", "Nothing to undo (issued papers cannot be)")
        static let revealed = Phrase("已显示完整证件号码，此次查看已记录", "Identity numbers shown; this was logged")
        static let discardTitle = Phrase("放弃修改", "Discard changes")
        static let discard = Phrase("表单里有没保存的内容，离开就丢了。放弃它们？", "The form has unsaved changes. Discard them?")
        static let allJudged = Phrase("所有材料都已审", "Everything is judged")
        static let noClock = Phrase("此案现在没有在走的期限", "No clock runs for this case")
        static let noChecks = Phrase("这一行没有审查项", "This line has no checks")
        static let noChecklist = Phrase("此事项的材料清单尚未载入，不能审查", "No checklist is loaded for this matter")
        static let badData = Phrase("清单数据有错，不能审查：{fault}", "The checklists can't be used: {fault}")
        static let notAMaterial = Phrase("这一行不是材料；回车到表单修改", "Not a material; Enter goes to the form")
        static let spared = Phrase("能网上核验的材料依法免提交，不需要审", "Spared by law: the office verifies it itself")
        static let notRetrievable = Phrase("这份材料不能由系统核验取得", "This material cannot be retrieved")
        static let notTolerable = Phrase("本机关公布的容缺清单里没有这份材料", "Not on the office's published list of tolerable gaps")
        static let alreadyUnjudged = Phrase("本来就是未审", "It is unjudged already")
        static let machineJudged = Phrase(
            "这一项由材料上的内容核对得出；材料已当场更正的，回清单按 {key} 退回未审再判",
            "Computed from what the paper says; if the paper was put right, take it back with {key} and judge anew")
        static let machineFails = Phrase(
            "其余符合；机核不符的仍算有误，材料已当场更正的，按 {key} 退回未审再判",
            "The rest is in order; what was computed still fails. If the paper was put right, {key} and judge anew")
        static let markedInOrder = Phrase("在：符合", "In order")
        static let markedMissing = Phrase("缺：未提交", "Missing")
        static let markedRetrieved = Phrase("免提交：已由系统核验", "Retrieved by the office")
        static let markedTolerated = Phrase("容缺：申请人要求先受理后补", "Tolerated gap")
        static let cleared = Phrase("退回未审", "Back to unjudged")
        static let chooseDefect = Phrase("有误：移到不符合的一项按 {key}", "Defective: go to what is wrong and press {key}")
        static let chooseDefectSaved = Phrase("已记为收到，请指出哪一项有误", "Handed in; now say what is wrong")
        static let checkPassed = Phrase("符合", "Passed")
        static let checkFailed = Phrase("不符合", "Failed")
        static let acceptTitle = Phrase("受理", "Accept")
        static let acceptComplete = Phrase("材料齐全、符合法定形式。今天受理？", "Everything is in order. Accept today?")
        static let acceptFiling = Phrase(
            "材料齐全。今天备案（不另作许可决定）？", "Everything is in order. Put it on file today? Nothing is decided.")
        static let acceptNote = Phrase(
            "材料齐全。今天接收报告、登记存档（不另作决定）？", "Everything is in order. Note the report today? Nothing is decided.")
        static let acceptDeemed = Phrase(
            "告知期限已过，此案依法自收件之日（{date}）起即为受理。按此记录？", "The notice term is over: accepted as of {date} by law. Record it?")
        static let accepted = Phrase("已受理", "Accepted")
        static let mustCorrect = Phrase(
            "有需补正的内容，不能受理；按 {key} 看告知书", "Something must be corrected; {key} shows the notice")
        static let stillOpen = Phrase("还有 {count} 行未审，光标已到第一处", "{count} lines are unjudged; here is the first")
        static let notChecking = Phrase("此案不在审查中", "This case is not being checked")
        static let notOpen = Phrase("此案已了结", "This case is closed")
        static let notAwaiting = Phrase("此案没有等待补正的告知书", "No notice awaits correction here")
        static let returnTitle = Phrase("补正材料收件", "Corrected papers")
        static let returned = Phrase("已收补正材料，告知期限重新起算", "Papers taken in; the notice term starts anew")
        static let routeTitle = Phrase("引导", "Route")
        static let isRouted = Phrase("此案不由本窗口办理，看上方引导去向", "This case belongs elsewhere; see above")
        static let notRouted = Phrase("此案由本窗口办理，没有引导去向", "This case belongs here")
        static let routed = Phrase("已引导，了结", "Routed")
        static let withdrawTitle = Phrase("撤回申请", "Withdraw")
        static let withdrawAsk = Phrase("申请人要求撤回此申请？撤回后不能恢复。", "Does the applicant withdraw? This cannot be undone.")
        static let withdrawReason = Phrase("申请人撤回", "withdrawn by the applicant")
        static let withdrawn = Phrase("已撤回", "Withdrawn")
        static let closedAwaiting = Phrase(
            "告知书已发出，等待补正；材料送来后按 {key} 收件", "A notice is out; {key} books returned papers in")
        static let closedAccepted = Phrase("此案已受理，材料不能再改判", "The case is accepted; verdicts are final")
        static let closedDecided = Phrase("此案已作决定，材料不能再改判", "The case is decided; verdicts are final")
        static let closedRouted = Phrase("此案已引导到别处", "The case was routed elsewhere")
        static let closedWithdrawn = Phrase("此案已撤回", "The case was withdrawn")
        static let closedAbandoned = Phrase("此案逾期未补正，视为放弃", "The case counts as abandoned")
        static let closedRefused = Phrase("此案不予受理", "The case was refused")
        static let conflictTitle = Phrase("别的窗口先改了此案", "Somebody was first")
        static let conflictAsk = Phrase(
            "您刚才的操作没有保存，下面是别人做的。在此之上照做您的？", "Yours was not saved. This is what was done; do yours on top?")
        static let conflictLook = Phrase(
            "您刚才的操作没有保存。请看别人做了什么，核对后再定。", "Yours was not saved. See what was done, then decide.")

        // Labels of the screen
        static let inOrder = Phrase("在", "in order")
        static let missing = Phrase("缺", "missing")
        static let defective = Phrase("有误", "defect")
        static let unjudged = Phrase("未审", "open")
        static let sparedState = Phrase("免提交", "spared")
        static let replacedState = Phrase("已替代", "Replaced")
        static let offeredState = Phrase("可替代", "Instead")
        static let tolerated = Phrase("容缺", "gap")
        static let pass = Phrase("符合", "pass")
        static let fail = Phrase("不符", "fail")
        static let byMachine = Phrase("机核", "machine")
        static let application = Phrase("申请事项", "Application")
        static let question = Phrase("需先明确：{fact}", "To be settled: {fact}")
        static let checklist = Phrase("材料清单", "Checklist")
        static let checks = Phrase("审查项", "Checks")
        static let because = Phrase("为什么要", "Why needed")
        static let basis = Phrase("依据", "Basis")
        static let copies = Phrase("份数", "Copies")
        static let fulfil = Phrase("应符合", "Must fulfil")
        static let problem = Phrase("问题", "Problem")
        static let tally = Phrase(
            "共{all}项 在{ok} 缺{missing} 有误{bad} 未审{open} 免{spared} 容缺{tolerated}",
            "{all} lines: {ok} ok {missing} missing {bad} bad {open} open {spared} spared {tolerated} tolerated")
        static let notNeeded = Phrase("不需要：{names}", "Not needed: {names}")
        static let routeLine = Phrase("不由本窗口办理：{text}", "Not for this window: {text}")
        static let oldRegime = Phrase("旧规则·经办人 {name} {phone}", "Old rules, owner {name} {phone}")
        static let rulesReplaced = Phrase("原清单{old}已不在，按{new}审查", "Checklist {old} is gone, judged by {new}")
        static let rulesGone = Phrase("原清单{old}已不在，收件日没有别的版本", "Checklist {old} is gone, and no other for that day")
        static let verdictAccept = Phrase("可以受理", "can be accepted")
        static let verdictGaps = Phrase("可以容缺受理", "can be accepted with gaps")
        static let verdictCorrect = Phrase("需补正", "needs correction")
        static let verdictOpen = Phrase("未审完", "not all judged")
        static let verdictRoute = Phrase("应引导", "to be routed")
        static let round = Phrase("第{round}次补正", "round {round}")
    }

    package enum Notice {
        static let title = Phrase("补正告知书", "Correction notice")
        static let draft = Phrase("待发稿：已审完，可以发出", "Draft, complete: can be issued")
        static let slip = Phrase("一次性告知单：给咨询的人，没有收件", "Guidance slip for somebody who asks; nothing was taken in")
        static let unfinished = Phrase("草稿：还有 {count} 行未审，不能发出", "Draft: {count} lines unjudged, cannot be issued")
        static let issuedAs = Phrase(
            "已发出 {number}（第{round}次，{date}，{served}），不可更改",
            "Issued {number} (round {round}, {date}, {served}), final")
        static let numberWhenIssued = Phrase("（编号于发出时生成）", "(numbered when issued)")
        static let notReceived = Phrase("还没有收件", "Not taken in yet")
        static let nothingToCorrect = Phrase("没有需补正的内容，可以受理", "Nothing to correct; the case can be accepted")
        static let noOther = Phrase("没有别的文书", "There is no other paper")
        static let alreadyOut = Phrase("这批材料已发过告知书，依法只能告知一次", "These papers have their one notice already")
        static let tooLate = Phrase(
            "五个工作日已过，依法自收件之日起视为受理，不能再要求补正；按 {key} 记为受理",
            "The five days are over: the case counts as accepted; {key} records it")
        static let issueTitle = Phrase("发出补正告知书", "Issue the notice")
        static let issueAsk = Phrase(
            "第{round}次补正告知，共{count}项，补正期限至 {deadline}。", "Round {round}, {count} items, deadline {deadline}.")
        static let issueFinal = Phrase("发出后取得编号，内容不能再改。发出？", "It gets its number and cannot be changed. Issue?")
        static let issued = Phrase("已发出 {number}", "Issued {number}")
        static let noDate = Phrase("（跨年放假安排未载入，只写工作日数）", "(holidays not loaded: days only)")
        static let stillOpen = Phrase(
            "不能发出：还有 {count} 行未审，光标已到第一处", "Cannot issue: {count} lines unjudged; here is the first")
        static let printDraft = Phrase("发出以后才能打印", "Issue it first, then print")
        static let printing = Phrase("正在送打印机", "Sending to the printer")
        static let printed = Phrase("已送打印机：{job}", "Sent to the printer: {job}")
        static let lines = Phrase("第{from}-{to}行，共{all}行", "lines {from}-{to} of {all}")
    }
}

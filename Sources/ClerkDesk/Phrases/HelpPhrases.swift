extension Phrases {
    enum Help {
        static let here = Phrase("== 这里的键 ==", "== Keys of this screen ==")
        static let moving = Phrase("== 移动 ==", "== Moving ==")
        static let typing = Phrase("== 打字 ==", "== Typing ==")
        static let everywhere = Phrase("== 任何地方 ==", "== Everywhere ==")
        static let subject = Phrase("== 光标所在 ==", "== Under the cursor ==")
    }
}

extension DeskPlace {
    /// What the place is for, in two lines.
    var purpose: [Phrase] {
        switch self {
        case .global: []
        case .queue:
            [
                Phrase("各窗口的办件，按期限排列；选中一件回车打开。", "The cases by their terms; Enter opens one."),
                Phrase("换视图看超期、今日到期、等待补正等。", "Views narrow them: overdue, due today, waiting for papers."),
            ]
        case .search:
            [
                Phrase("打字就找：名称、编号、电话、信用代码的任何一段。", "Any part of a name, number, phone or credit code."),
                Phrase("回车留在结果里，Esc 清掉查找。", "Enter stays in the results, Esc clears the search."),
            ]
        case .checklist:
            [
                Phrase("逐份材料判断：在、缺、有误；全部判完才能一次告知。", "Judge every paper; then all is told at once."),
                Phrase("每一步都可撤销；发出告知书以后不再改。", "Each step can be undone, until the notice is out."),
            ]
        case .checks:
            [
                Phrase("这份材料的审查项：逐项判符合或不符。", "The checks of this paper: each passes or fails."),
                Phrase("机核的项由内容算出，不能直接改判。", "What a machine computed can't be judged by hand."),
            ]
        case .form:
            [
                Phrase("收件表单：按申请书填写，右边或下边的材料随填随变。", "The intake form; the checklist follows what is typed."),
                Phrase("填完保存；光标停在出错的栏。", "Save when done; the cursor stops at what is wrong."),
            ]
        case .notice:
            [
                Phrase("这一件的文书：告知书草稿或已发的文书，左右翻看。", "The papers of this case: the draft, or what was issued."),
                Phrase("发出的告知书不能再改，可打印、登记送达。", "What is issued can't be changed, only printed and served."),
            ]
        case .picker:
            [
                Phrase("从列表里选；打字筛选。", "Choose from the list; typing narrows it."),
                Phrase("灰色的现在不能选，旁边写着为什么。", "What is grey can't be chosen now, and says why."),
            ]
        case .tickets:
            [
                Phrase("今天的号：先叫预约和优先，再按取号先后；本窗口的在上面。", "Today's tickets; those of this window come first."),
                Phrase("叫号、过号、挂起、转窗口都记下来；办的号可开新件或咨询。", "Every call is recorded; a ticket opens a case."),
            ]
        case .inspections:
            [
                Phrase("在外的核查任务，按承诺日期排列；换人员看各人的任务和待分派。", "Tasks that are out, by the promise; lists by inspector."),
                Phrase("回车打开那一件，在“更多”里分派、预约、登记结论。", "Enter opens the case; its actions give and end tasks."),
                Phrase("这里的“更多”对同一次勘验的办件一起登记结论或撤回。", "More: the outcome or recall of a whole visit at once."),
            ]
        case .expiry:
            [
                Phrase("几个月内到期的证照，一家一行；联系一次，登记一次。", "Licences that run out, by firm; contacts are recorded."),
                Phrase("短信一家一条，列出全部证照；延续、注销后自动销账。", "One message a firm; renewed ones leave by themselves."),
            ]
        case .feedback:
            [
                Phrase("办不成的事、系统问题、企业诉求：登记、上报、答复、办结。", "What can't be done goes up, is answered and closed."),
                Phrase("答复回到登记的人；差评在另一页，按时限整改。", "Answers come back to who wrote it; bad ratings beside."),
            ]
        case .dayLog:
            [
                Phrase("台账：这一天我做的每一件事；左右换日子，打字筛选。", "The log of a day; Left and Right turn the days."),
                Phrase("回车打开那一件；可导出表格或文本。", "Enter opens the case; the list can be exported."),
            ]
        case .board:
            [
                Phrase("督办台：今天各窗口、各人手上的件；左右换列，回车看那一格的办件。", "Who has what in hand; Enter opens the cases of a figure."),
                Phrase("红灯有超期，黄灯有今日到期或停滞；底行写明归谁督办。", "Red is overdue, yellow due or idle; below is whom it goes to."),
                Phrase("屏上的数字可导出为文本、CSV、XLSX 或 PDF。", "What is shown exports as text, CSV, XLSX or PDF."),
            ]
        case .figures:
            [
                Phrase("考核指标：数值、目标、近十二个月；右移到条形图，回车看办件。", "Figures against targets; Right goes to the bars."),
                Phrase("按人、按窗口的数字只给督办岗看。", "Figures by clerk and window are the supervisor's alone."),
                Phrase("屏上的数字可导出为文本、CSV、XLSX 或 PDF。", "What is shown exports as text, CSV, XLSX or PDF."),
            ]
        case .caseList:
            [
                Phrase("一个数字后面的办件；回车打开，看完返回这里。", "The cases behind a figure; Enter opens one."),
                Phrase("标记几件可一起转办，首问人不变。", "Marked cases can be reassigned together."),
            ]
        case .reader: [Phrase("只是看，不改任何东西。", "Only to read; nothing changes.")]
        case .confirm:
            [
                Phrase("要你确定的事：看清再答。", "Something that needs your word: read it first."),
                Phrase("提前按下的回车不算回答。", "An Enter typed ahead is no answer."),
            ]
        case .clocks:
            [
                Phrase("此案的各个期限：到哪天、怎么算的。", "The terms of this case and how they are counted."),
                Phrase("依法可中止、恢复、延长的在这里做。", "Stop, resume and extend them where the law allows."),
            ]
        case .entry:
            [
                Phrase("填几栏再完成；取消不留痕迹。", "Fill in a few fields; leaving records nothing."),
                Phrase("有选项的栏用左右键换。", "Left and Right change a choice."),
            ]
        case .messages:
            [
                Phrase("本次登录以来状态行说过的话，新的在前。", "What the status line said, the latest first."),
                Phrase("回车看全文，复制后可以粘贴给同事或技术支持。", "Enter shows all of it; copy it for a colleague."),
            ]
        }
    }
}

extension FormFieldID {
    /// What to enter, with an example.
    var help: Phrase {
        switch self {
        case .receivedOn: Phrase("收到申请的日期，如 1120、2026-11-20、今天", "the day of receipt, such as 1120 or today")
        case .externalNumber: Phrase("省平台或政务系统的编号，没有就空着", "the number of another system; may stay empty")
        case .window: Phrase("收件窗口，如 A02", "the window, such as A02")
        case .name: Phrase("营业执照上的名称，如 博兴县王记羊汤馆", "the name on the business licence")
        case .uscc: Phrase("18位，最后一位是校验码，如 92130528MA0A5XB46Q", "18 characters; the last one checks the others")
        case .phone, .agentPhone: Phrase("手机或座机，7至15位数字，如 13800000000", "7 to 15 digits")
        case .principalName, .agentName: Phrase("身份证上的姓名", "the name on the identity card")
        case .principalID, .agentID: Phrase("18位居民身份证号，最后一位可为 X", "18 characters; the last may be X")
        case .address: Phrase("实际经营地址，到门牌号", "the address of the premises, with its number")
        case .county: Phrase("6位行政区划代码，如 130528", "six digits, such as 130528")
        case .area: Phrase("平方米，如 80 或 80.5", "square metres, such as 80 or 80.5")
        case .staff: Phrase("人数，如 6", "how many people, such as 6")
        case .equipmentCount: Phrase("自动设备台数，如 1", "how many machines, such as 1")
        case .licenceNumber: Phrase("原许可证编号，以 JY 开头", "the number of the licence held, beginning with JY")
        case .licenceExpires: Phrase("原证到期日，如 2026-12-31", "the licence's last day, such as 2026-12-31")
        case .verifiable, .tolerance, .premisesMoved, .addressRenamed, .conditionsUnchanged, .paperHeld, .paperLost,
            .damaged, .terminated:
            Phrase("是、否或未知：左右键换；未知的会留作待问", "yes, no or unknown: Left and Right change it")
        case .marks, .items, .products, .changed: Phrase("可选多项：回车打开列表，空格勾选", "several: Enter lists them")
        case .matter, .action, .channel, .kind, .subject:
            Phrase("选一项：左右键换，回车打开列表", "one of a list: Left, Right or Enter")
        }
    }
}

extension DeskIntent {
    /// What an intent is called in footers and in the help.
    package var phrase: Phrase {
        switch self {
        case .help: Phrase("帮助", "Help")
        case .back: Phrase("返回", "Back")
        case .quit: Phrase("退出", "Quit")
        case .redraw: Phrase("重画屏幕", "Redraw")
        case .up: Phrase("上移", "Up")
        case .down: Phrase("下移", "Down")
        case .pageUp: Phrase("上一页", "Page up")
        case .pageDown: Phrase("下一页", "Page down")
        case .first: Phrase("到开头", "First")
        case .last: Phrase("到末尾", "Last")
        case .left: Phrase("左", "Left")
        case .right: Phrase("右", "Right")
        case .open: Phrase("打开", "Open")
        case .newCase: Phrase("新收件", "New")
        case .bundle: Phrase("一件事", "Bundle")
        case .search: Phrase("查找", "Search")
        case .nextFilter: Phrase("换视图", "View")
        case .previousFilter: Phrase("上个视图", "Previous view")
        case .nextSort: Phrase("换排序", "Sort")
        case .reverseSort: Phrase("倒序", "Reverse")
        case .refresh: Phrase("刷新", "Refresh")
        case .inOrder: Phrase("在/符合", "In order")
        case .missing: Phrase("缺", "Missing")
        case .defective: Phrase("有误/不符", "Defect")
        case .retrieved: Phrase("免提交", "Retrieved")
        case .tolerate: Phrase("容缺", "Tolerate")
        case .unjudge: Phrase("未审", "Unjudge")
        case .nextOpen: Phrase("下个未审", "Next open")
        case .checks: Phrase("审查项", "Checks")
        case .edit: Phrase("表单", "Form")
        case .save: Phrase("保存", "Save")
        case .reveal: Phrase("看证件号", "Reveal IDs")
        case .ledger: Phrase("期限", "Terms")
        case .history: Phrase("过程", "History")
        case .why: Phrase("为什么", "Why")
        case .accept: Phrase("受理", "Accept")
        case .route: Phrase("引导", "Route")
        case .withdraw: Phrase("撤回", "Withdraw")
        case .returnPapers: Phrase("补正收件", "Papers back")
        case .stopClock: Phrase("中止", "Stop clock")
        case .resumeClock: Phrase("恢复", "Resume clock")
        case .extendTerm: Phrase("延长", "Extend")
        case .guidance: Phrase("要点", "Guidance")
        case .eligibility: Phrase("资格", "Eligibility")
        case .demand: Phrase("能不能要", "May I ask")
        case .actions: Phrase("更多", "More")
        case .undo: Phrase("撤销", "Undo")
        case .sister: Phrase("同办事项", "Next matter")
        case .notice: Phrase("告知书", "Notice")
        case .issue: Phrase("发出", "Issue")
        case .print: Phrase("打印", "Print")
        case .nextField: Phrase("下一项", "Next field")
        case .previousField: Phrase("上一项", "Previous field")
        case .choose: Phrase("选择", "Choose")
        case .toggle: Phrase("勾选", "Toggle")
        case .yes: Phrase("确定", "Yes")
        case .no: Phrase("不", "No")
        case .myDay: Phrase("台账", "My day")
        case .skipLesson: Phrase("下一步（练习）", "Next step (practice)")
        case .lessonBack: Phrase("上一步（练习）", "Step back (practice)")
        }
    }
}

extension DeskIntent {
    /// What an intent is called at a place, where its general name says too little.
    package func phrase(at place: DeskPlace) -> Phrase {
        switch (self, place) {
        case (.left, .notice): Phrase("上一份", "Previous paper")
        case (.right, .notice): Phrase("下一份", "Next paper")
        case (.save, .entry): Phrase("完成", "Done")
        case (.left, .checks): Phrase("回清单", "Checklist")
        case (.choose, .entry): Phrase("下一步", "Next")
        case (.toggle, .entry): Phrase("换一个", "Change")
        case (.left, .dayLog): Phrase("前一天", "Day before")
        case (.right, .dayLog): Phrase("后一天", "Day after")
        case (.open, .dayLog): Phrase("打开办件", "Open case")
        case (.save, .dayLog): Phrase("导出表格", "Export table")
        case (.print, .dayLog): Phrase("存为文本", "Save as text")
        default: phrase
        }
    }
}

extension DeskPlace {
    package var phrase: Phrase {
        switch self {
        case .global: Phrase("任何地方", "Everywhere")
        case .queue: Phrase("队列", "Queue")
        case .search: Phrase("查找", "Search")
        case .checklist: Phrase("材料清单", "Checklist")
        case .checks: Phrase("审查项", "Checks")
        case .form: Phrase("收件表单", "Form")
        case .notice: Phrase("告知书", "Notice")
        case .picker: Phrase("选择列表", "Picker")
        case .reader: Phrase("阅读", "Reader")
        case .confirm: Phrase("确认", "Question")
        case .clocks: Phrase("期限", "Terms")
        case .entry: Phrase("填写", "Entry")
        case .dayLog: Phrase("台账", "Day log")
        }
    }
}

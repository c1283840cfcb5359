extension Phrases {
    package enum Keys {
        static let atStart = Phrase("已经到头了", "At the beginning already")
        static let atEnd = Phrase("已经到底了", "At the end already")
        static let onlyIn = Phrase(
            "“{name}”在这里不能做；能做的地方：{places}", "\"{name}\" can't be done here; it works in: {places}")
        static let justType = Phrase("这一栏直接打字，不用勾选", "Just type into this field; there is nothing to tick")
        static let onlyOpen = Phrase("没有别的未审项了，只剩这一行", "This is the only line left to judge")
        static let noLine = Phrase("这里没有可审的材料", "There are no materials to judge here")
        static let noSuchChord = Phrase("{keys} 没有指定动作；能接的键：{next}", "{keys} is not bound; what can follow: {next}")
        static let cancelled = Phrase("取消", "Cancel")
        static let follows = Phrase("{keys} 之后：", "After {keys}:")
        static let typedAhead = Phrase(
            "回车是在这个问题出现之前按的，没有当作回答；看清后按 {yes} 或再按回车",
            "That Enter came before the question could be read and was no answer; press {yes}, or Enter again")
        static let mouseAhead = Phrase("这个问题刚出现，请看清后再点", "The question has only just come up; read it, then click")
        static let openCaseFirst = Phrase("先打开一个办件", "Open a case first")
        static let atHome = Phrase("这里就是队列；退出按 {key}", "This is the queue; {key} quits")
        static let closeFirst = Phrase("先按 {key} 关掉这个框，再做“{name}”", "Close this box first ({key}), then \"{name}\"")
        static let undoIssued = Phrase(
            "已发出的告知书不能撤销；发错了用 {key} 里的“撤回告知书”", "An issued notice can't be undone; take it back through {key}")
        static let undoDecided = Phrase(
            "已作出的{state}不能撤销，只能依法另行处理", "What was decided ({state}) can't be undone; the law has other ways")
    }

    package enum Palette {
        static let title = Phrase("命令", "Commands")
        static let hint = Phrase("打字：中文、拼音、首字母、英文", "type: Chinese, pinyin, initials, English")
        static let none = Phrase("没有这样的命令", "No such command")
        static let view = Phrase("视图：{name}", "View: {name}")
        static let viewElsewhere = Phrase("回到队列后换视图", "Go back to the queue to change the view")
        static let closeBox = Phrase("先关掉打开的框", "Close the open box first")
        static let mouseOn = Phrase("打开鼠标（点选、滚轮；复制文字时按住 Shift 拖选）", "Mouse on (Shift-drag still selects text)")
        static let mouseOff = Phrase("关闭鼠标（鼠标拖选复制文字）", "Mouse off (drag selects text again)")
        static let mouseIsOn = Phrase("鼠标已打开；按住 Shift 拖动仍能选中文字", "The mouse is on; Shift and drag still selects text")
        static let mouseIsOff = Phrase("鼠标已关闭", "The mouse is off")
    }

    package enum Status {
        static let title = Phrase("消息记录", "Messages")
        static let none = Phrase("还没有消息", "No messages yet")
        static let info = Phrase("提示", "note")
        static let success = Phrase("完成", "done")
        static let warning = Phrase("注意", "warning")
        static let failure = Phrase("失败", "failure")
        static let copied = Phrase(
            "已送往终端剪贴板（有的终端不支持）；也可直接选中上面的文字，按任意键返回",
            "Sent to the terminal's clipboard (some ignore it); or select the text above. Any key goes back")
    }
}

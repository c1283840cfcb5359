import ScreenKit

extension Phrases {
    package enum Plain {
        package static let welcome = Phrase(
            "一次告 行模式。? 列出这里能做的，. 重复本处，q 离开。", "Yicigao in lines. ? says what can be done here, . repeats, q leaves.")
        package static let demo = Phrase("演示数据，退出即丢弃", "Demo data: nothing is kept")
        static let laterCases = Phrase("后面还有办件，输入 m 看下一页", "There are more cases: m turns the page")
        static let more = Phrase("还有 {count} 行，输入 m 继续", "{count} more lines: m goes on")
        static let unchanged = Phrase("没有变化", "Nothing changed")
        static let lineAt = Phrase("当前 {place}：{line}", "Now at {place}: {line}")
        static let checksOf = Phrase("第{place}项的审查项：{line}", "Checks of {place}: {line}")
        static let problem = Phrase("（{words}）", " ({words})")
        static let chosen = Phrase("{label} 已选", "{label}, chosen")
        static let formHint = Phrase(
            "填写：字段=值，或 序号=值；fill 逐项填；save 保存", "Type field=value or number=value; fill asks field by field; save saves")
        static let entryHint = Phrase(
            "填写：序号=值；fill 逐项填；save 完成；back 放弃",
            "Type number=value; fill asks field by field; save finishes; back gives up")
        static let pickOne = Phrase("输入序号选择；back 返回", "A number chooses; back goes back")
        static let pickMany = Phrase(
            "输入序号勾选或取消，可以几个一起；choose 完成；back 返回", "Numbers tick and untick; choose finishes; back goes back")
        static let yesOrNo = Phrase("回答 y 确定，n 返回", "Answer y for yes, n for no")
        static let answerFirst = Phrase("请先回答 y 或 n", "Answer y or n first")
        static let noLine = Phrase("没有第 {number} 行", "There is no line {number}")
        static let noField = Phrase("没有叫“{name}”的字段", "No field is called '{name}'")
        static let noOption = Phrase("“{name}”不是可选的：{options}", "'{name}' is not one of: {options}")
        static let unknown = Phrase("不懂“{text}”；? 列出这里能做的", "'{text}' means nothing here; ? says what can be done")
        static let whichOne = Phrase("“{text}”可以是：{names}", "'{text}' could be: {names}")
        static let ask = Phrase("{name}（空行不改，. 停止）", "{name} (an empty line leaves it, . stops)")
        static let filled = Phrase("已到最后一项", "That was the last field")
        static let canDo = Phrase("这里能做：", "What can be done here:")
        static let action = Phrase("{name}  {intent}  {key}", "{name}  {intent}  {key}")
        static let cannot = Phrase("{name}  {intent}  现在不能：{why}", "{name}  {intent}  not now: {why}")
        static let alwaysThere = Phrase(
            "序号 选行；序号 动作 选行并做；m 继续；. 重复；key 键名 按一个键；q 离开",
            "NUMBER chooses a line, NUMBER ACTION acts there; m goes on; . repeats; key NAME presses a key; q leaves")
        static let lostForm = Phrase("表单没有保存，已丢弃：{name}", "The form was not saved and is dropped: {name}")
        static let lostEntry = Phrase("填写没有完成，已丢弃：{name}", "The entry was not finished and is dropped: {name}")
        package static let left = Phrase("已离开", "Left")
        package static let cancelled = Phrase("已取消", "Cancelled")
        static let issueNotice = Phrase("发告知", "issue notice")
        static let fill = Phrase("逐项", "fill")
    }
}

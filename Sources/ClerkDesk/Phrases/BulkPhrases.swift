extension Phrases {
    /// 成批办理: one step for many cases, each by its own check.
    enum Bulk {
        static let title = Phrase("成批办理（{count}件）", "For {count} cases")
        static let marked = Phrase("已标{count}件", "{count} marked")
        static let markedAll = Phrase("已标{count}件", "Marked {count} cases")
        static let markedMost = Phrase("已标前{count}件，一次不能再多", "Marked the first {count}; no more at once")
        static let markedFull = Phrase("一次最多标{count}件", "No more than {count} at once")
        static let unmarked = Phrase("已取消{count}个标记", "Unmarked {count} cases")

        static let pick = Phrase("成批办理", "Bulk actions")
        static let remind = Phrase("催办短信", "Remind by message")
        static let abandon = Phrase("视为放弃", "Record abandonment")
        static let printNotices = Phrase("打印补正告知书", "Print the notices")
        static let export = Phrase("导出清单（CSV）", "Export the list (CSV)")
        static let reassign = Phrase("转办", "Reassign")

        static let looking = Phrase("正在逐件核对 {done}/{count}", "Checking {done} of {count}")
        static let ask = Phrase("{ready}件办，{skipped}件跳过。逐件办理？", "{ready} will be done, {skipped} skipped. Go on?")
        static let askTogether = Phrase(
            "{ready}件一起写入，{skipped}件跳过。写入？", "{ready} in one write, {skipped} skipped. Go on?")
        static let nothingToDo = Phrase("没有一件能办，原因如下", "None of them can be done; this is why")
        static let running = Phrase(
            "正在办理 {done}/{count}，按 {key} 办完手上这件就停", "Case {done} of {count}; {key} stops after it")
        static let stopping = Phrase("办完手上这件就停 {done}/{count}", "Stopping after this one, {done} of {count}")
        static let finished = Phrase(
            "办了{done}件，跳过{skipped}件，失败{failed}件", "Done {done}, skipped {skipped}, failed {failed}")
        static let stopped = Phrase(
            "已停：办了{done}件，跳过{skipped}件，失败{failed}件，没办{left}件",
            "Stopped: done {done}, skipped {skipped}, failed {failed}, not begun {left}")

        static let willDo = Phrase("要办", "to do")
        static let waiting = Phrase("待核对", "unchecked")
        static let skipped = Phrase("跳过", "skipped")
        static let failed = Phrase("失败", "failed")
        static let done = Phrase("已办", "done")
        static let notBegun = Phrase("没办", "not begun")

        static let remindText = Phrase("短信发到 {number}，{parts}条", "message to {number} in {parts} parts")
        static let abandonText = Phrase(
            "记为视为放弃，{number}的补正期限{date}止", "abandoned; the term of {number} ended on {date}")
        static let printText = Phrase("打印 {number}", "print {number}")
        static let exportText = Phrase("写进清单", "goes into the list")
        static let abandonReason = Phrase("同一条说明记到每一件上", "The same words go into every case")

        static let together = Phrase("随 {number} 一并办", "done together with {number}")
        static let gone = Phrase("办件已不在数据里", "the case is not in the store any more")
        static let changed = Phrase("别人刚改过，没有办；请单独打开办", "somebody changed it meanwhile; nothing was done, open it")
        static let keptBack = Phrase("{number} 刚有人改过，整批都没有写", "{number} was changed meanwhile; none was written")
        static let exported = Phrase("已导出到 {path}", "Exported to {path}")
        static let cantExport = Phrase("这里不能写文件", "no file can be written here")
        static let exportFailed = Phrase("没有写成：{reason}", "not written: {reason}")
        static let isBusy = Phrase("上一批还没办完", "The batch before is still under way")
    }

    /// 催办短信: why a case can't be reminded.
    enum Reminder {
        static let notAwaiting = Phrase("没有等着补正", "isn't waiting for a correction")
        static let noDeadline = Phrase("补正期限没有在走", "no correction term is running")
        static let isOver = Phrase("补正期限{date}已过", "the correction term ended on {date}")
        static let sent = Phrase("这份告知书已催过", "was reminded of this notice before")
        static let spokenFor = Phrase("同一告知书由 {number} 催", "{number} is reminded of the same notice")
        static let noTemplate = Phrase("没有催办短信的模板", "there is no wording for it")
    }
}

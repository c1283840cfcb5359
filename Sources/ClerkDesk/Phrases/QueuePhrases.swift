extension Phrases {
    /// 视图: what the tabs and the list of views say.
    enum Views {
        static let title = Phrase("视图", "Views")
        static let mine = Phrase("我的", "Mine")
        static let window = Phrase("窗口{window}", "Window {window}")

        static let openMeans = Phrase("待审查和等补正的，含视为受理的", "to be checked or corrected, those deemed accepted among them")
        static let waitingMeans = Phrase("我经办、轮到窗口动手的", "taken in by me, and the desk is to act")
        static let mineMeans = Phrase("我经办、还没办结的", "taken in by me and not decided yet")
        static let dueTodayMeans = Phrase("期限今天到，含已受理在办的", "the term ends today, cases in progress among them")
        static let overdueMeans = Phrase("期限已经过了，含已受理在办的", "the term is over, cases in progress among them")
        static let returnedMeans = Phrase("补正材料交回来了，等再次审查", "corrected papers came in and wait to be checked")
        static let reminderMeans = Phrase("补正期限快到或已过", "the correction term is nearly or quite over")
        static let supervisedMeans = Phrase("补正轮次多，要督办", "so many rounds that a supervisor looks at it")
        static let gapsMeans = Phrase("容缺受理了，承诺的材料还没补齐", "accepted with papers still to follow")
        static let inProgressMeans = Phrase("已受理、还没作决定，先看快到期的", "accepted and to be decided, the nearest due day first")
        static let afterDecisionMeans = Phrase("准予许可，证件还没送到申请人手里", "approved, the licence isn't with the applicant yet")
        static let runOutMeans = Phrase("按旧规则办到底的", "left under rules that have gone")
        static let stateMeans = Phrase("状态是这个的", "in this state")
        static let windowMeans = Phrase("这个窗口收的，还没办结", "taken in at this window, not decided yet")
        static let regionMeans = Phrase("这个片区的窗口收的，还没办结", "taken in at the windows of this region, not decided yet")
        static let savedMeans = Phrase("自己存的", "saved by you")
        static let allMeans = Phrase("办结的也在内", "every case, decided ones too")

        static let option = Phrase("{name}  {meaning}", "{name}  {meaning}")
        static let counted = Phrase("{name} {count}件  {meaning}", "{name} ({count})  {meaning}")
        static let manyCounted = Phrase("{count}万+", "{count}0k+")
        static let save = Phrase("存下现在的视图…", "Save this view...")
        static let rename = Phrase("改名：{name}", "Rename: {name}")
        static let delete = Phrase("删除：{name}", "Delete: {name}")
        static let saveTitle = Phrase("存为自己的视图", "Save as a view of your own")
        static let saveHint = Phrase("存下筛选、查找的字、排序；以后按视图键切换", "Keeps the filter, the search and the order")
        static let renameTitle = Phrase("视图改名", "Rename a view")
        static let name = Phrase("名称", "Name")
        static let saved = Phrase("已存为视图「{name}」", "Saved as the view {name}")
        static let renamed = Phrase("视图已改名为「{name}」", "The view is called {name} now")
        static let deleted = Phrase("视图「{name}」已删除", "The view {name} is deleted")
        static let nameTaken = Phrase("已有叫这个名字的视图", "there is a view of that name already")
        static let deleteTitle = Phrase("删除视图", "Delete a view")
        static let deleteAsk = Phrase("删除自己存的视图「{name}」？办件不受影响。", "Delete your view {name}? No case is touched.")
        static let tooMany = Phrase("自己的视图最多{count}个，先删一个", "No more than {count} views of your own; delete one first")
        static let turned = Phrase("视图：{name}，{meaning}", "View: {name}, {meaning}")
        static let more = Phrase("..", "..")

        static let rounds = Phrase("补正轮次", "rounds")
        static let sortTitle = Phrase("排序", "Sort by")
        static let sortOption = Phrase("{column} {order}", "{column} {order}")
        static let sorted = Phrase("按{column}排序（{order}）", "Sorted by {column}, {order}")

        static let recentTitle = Phrase("最近查找", "Recent searches")
        static let noRecent = Phrase("还没有查找过", "Nothing was searched for yet")
        static let forgotten = Phrase("已从最近查找里去掉", "Taken off the recent searches")
        static let forget = Phrase("去掉", "Forget")

        static let phone = Phrase("电话", "phone")
        static let creditCode = Phrase("信用代码", "credit code")
        static let externalNumber = Phrase("外部编号", "external no")
    }

    /// 顺办: going from case to case inside a view.
    enum Steps {
        static let atEnd = Phrase("已是本视图最后一件", "That was the last case of the view")
        static let atStart = Phrase("已是本视图第一件", "That was the first case of the view")
        static let none = Phrase("本视图没有等窗口办、也没人在办的件了", "Nothing in this view waits for the desk and is free")
        static let leaveTitle = Phrase("有没保存的内容", "Unsaved changes")
        static let leave = Phrase(
            "表单里有没保存的内容，去别的办件就丢了。仍要去？", "The form has unsaved changes, which would be lost. Go on?")
    }

    /// 预览 beside the list.
    enum Preview {
        static let external = Phrase("外部编号", "External")
        static let matter = Phrase("事项", "Matter")
        static let state = Phrase("状态", "State")
        static let clock = Phrase("期限", "Term")
        static let round = Phrase("补正", "Rounds")
        static let roundText = Phrase("第{round}次", "round {round}")
        static let noRound = Phrase("未补正过", "none")
        static let window = Phrase("窗口", "Window")
        static let received = Phrase("收件", "Received")
        static let phone = Phrase("电话", "Phone")
        static let noPhone = Phrase("没有电话", "none")
        static let events = Phrase("办理过程", "History")
    }
}

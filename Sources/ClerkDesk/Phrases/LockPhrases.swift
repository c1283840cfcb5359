extension Phrases {
    /// 锁屏.
    package enum Lock {
        static let title = Phrase("已锁定", "Locked")
        static let pin = Phrase("口令", "PIN")
        static let ask = Phrase("输入您的口令，按回车解锁", "Type your PIN and press Enter")
        static let choose = Phrase(
            "您还没有锁屏口令：请设 {fewest} 至 {most} 位数字（Esc 不锁）",
            "You have no PIN yet: choose {fewest} to {most} digits (Esc: stay open)")
        static let noneYet = Phrase(
            "您还没有锁屏口令，久不操作会锁住且只能退出：请按 {key} 设口令",
            "You have no PIN: an idle desk locks and can only be left. Press {key} to set one")
        static let notLocked = Phrase("没有锁定", "Not locked")
        static let shut = Phrase(
            "没有锁屏口令，只能退出：请按回车", "Without a PIN it can only be left: press Enter")
        static let shutLater = Phrase(
            "没保存的草稿已留下；再打开后请先设口令", "Drafts are kept. Set a PIN when you open it again")
        static let again = Phrase("请再输一次", "The same once more")
        static let working = Phrase("正在核对…", "Checking...")
        static let waits = Phrase("口令连续不对，{seconds} 秒后再试", "Wrong too often; try again in {seconds} s")
        static let wrong = Phrase("口令不对", "Wrong PIN")
        static let differs = Phrase("两次不一样，请重新设", "They differ; choose again")
        static let kept = Phrase("口令已设好，请输入以解锁", "Your PIN is set; type it to unlock")
        static let trouble = Phrase("数据文件暂时读写不了，请再试", "The store can't be read now; try again")
        package static let length = Phrase("要 {fewest} 至 {most} 位", "{fewest} to {most} digits")
        package static let notDigits = Phrase("只能用数字", "digits only")
        package static let tooSimple = Phrase("太简单：不要同一个数字或连号", "too simple: not all the same, not in sequence")
        static let unavailable = Phrase("这里不能保存口令，没有锁定", "No PIN can be kept here: not locked")
    }
}

extension PINRule.Fault {
    package var phrase: Phrase {
        switch self {
        case .length: Phrases.Lock.length
        case .notDigits: Phrases.Lock.notDigits
        case .tooSimple: Phrases.Lock.tooSimple
        }
    }
}

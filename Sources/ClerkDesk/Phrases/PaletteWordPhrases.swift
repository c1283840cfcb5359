extension Phrases {
    /// Words to find commands by, parted by blanks: what people say who don't know what the button says.
    enum PaletteWords {
        static let newCase = "新建 登记 收件 接件 add create intake"
        static let save = "存盘 提交 write store"
        static let issue = "签发 发文 一次性告知 send"
        static let print = "打印 出纸 printer paper"
        static let returnPapers = "补正 收补正 corrected"
        static let history = "记录 日志 log"
        static let ledger = "时限 计时 到期 deadline clock"
        static let search = "查询 搜索 find"
        static let undo = "反悔 回退 revert"
        static let quit = "关闭 下班 exit close"
        static let messages = "提示 报错 通知 log errors"
        static let help = "说明 怎么用 按键 keys"
        static let refresh = "重新读取 reload"
        static let why = "依据 理由 法条 basis law"
        static let reveal = "身份证 identity"
        static let edit = "修改 更改 申请信息 change"
        static let message = "短信 通知 sms text"
    }
}

extension Phrases {
    package enum Messages {
        static let title = Phrase("短信", "Messages")
        static let offer = Phrase(
            "同时发短信到 {number}，{parts}条（{key} 不发）", "A message goes to {number}, parts: {parts} ({key} leaves it out)")
        static let leftOut = Phrase("不发短信（{key} 改为发）", "No message goes out ({key} sends one)")
        static let noPhone = Phrase("没有联系电话，不发短信", "No phone number: no message goes out")
        static let landline = Phrase("联系电话不是手机号，不发短信", "The phone takes no messages: none goes out")
        static let off = Phrase("本机关没有开通短信", "this office sends no messages")
        static let none = Phrase("没有发过短信", "no message was put out")
        static let nothingFailed = Phrase("没有未送出的短信", "no message has failed")
        static let waiting = Phrase("待发", "waiting")
        static let line = Phrase(
            "{occasion}  {number}  {parts}条  {state}", "{occasion}  {number}  parts: {parts}  {state}")
        static let againTitle = Phrase("重发短信", "Send a message again")
        static let againAsk = Phrase(
            "{occasion}短信{outcome}。再发到 {number}，{parts}条？",
            "The message ({occasion}) is {outcome}. Send it to {number} again, parts: {parts}?")
        static let againDoubt = Phrase("上次也许已经发出，申请人可能收到两条。", "The last one may have gone out: there may be two.")
        static let againDone = Phrase("已登记重发", "Put out again")
        static let troubled = Phrase(
            "{count}条短信未送出：{numbers}（打开该案，在更多操作里看短信）",
            "{count} messages unsent: {numbers} (open the case, more actions)")
        static let obstacle = Phrase("短信网关不能用：{words}", "The message gateway does not work: {words}")
        static let caseTrouble = Phrase("短信未送出", "message not sent")
    }
}

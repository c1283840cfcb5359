extension Phrases {
    /// 送达.
    enum Delivery {
        static let planTitle = Phrase("送达方式", "How to deliver")
        static let planHint = Phrase(
            "按申请人的意愿登记，送达前可以改。", "As the applicant wants it; it can change until it is delivered.")
        static let mode = Phrase("方式", "Way")
        static let window = Phrase("领取窗口", "Window")
        static let address = Phrase("邮寄地址", "Address")
        static let needsAddress = Phrase("邮寄要写地址", "mailing needs an address")
        static let planned = Phrase("已登记送达方式", "Way of delivery noted")
        static let title = Phrase("证照送达", "Deliver the licence")
        static let how = Phrase("申请人选的方式：{mode}", "As the applicant wants it: {mode}")
        static let electronic = Phrase(
            "有电子证照：没有纸质的可以不填领取人和邮件号。", "There is an e-licence: without paper nobody need take it.")
        static let electronicAlone = Phrase("电子证照", "e-licence")
        static let receiver = Phrase("领取人", "Taken by")
        static let tracking = Phrase("邮件号", "Mail number")
        static let badTracking = Phrase("邮件号是8至20位字母数字", "a mail number has 8 to 20 letters and digits")
        static let beforeLicence = Phrase("早于发证日期 {date}", "before the licence of {date}")
        static let whoTook = Phrase("写明谁领走的", "say who took it")
        static let needsTracking = Phrase("邮寄要写邮件号", "mailing needs its number")
        static let ask = Phrase(
            "{number}，{mode}，{date}，{how}。登记后不能再改。", "{number}, {mode}, {date}, {how}. It can't be changed after.")
        static let done = Phrase("已登记送达", "Delivery recorded")
        static let noLicence = Phrase("还没有发证", "no licence is made out yet")
        static let document = Phrase("{procedure}证照（{number}）", "{procedure} licence ({number})")
    }

    /// 好差评.
    enum Ratings {
        static let title = Phrase("登记评价", "Record a rating")
        static let again = Phrase(
            "已评为{level}；没有答复之前申请人可以改。", "Rated {level}; the applicant may change it until it is answered.")
        static let level = Phrase("评价", "Level")
        static let words = Phrase("评价内容", "Words")
        static let day = Phrase("评价日", "Rated")
        static let rated = Phrase("已登记评价", "Rating recorded")
        static let ratedBad = Phrase("已登记差评，{date}前整改{basis}", "Bad rating recorded, to be put right by {date} {basis}")
        static let unverified = Phrase("（待核）", "(unverified)")
        static let answered = Phrase("差评已答复，评价不再改", "it was answered: the rating stands")
        static let nothingBad = Phrase("没有待整改的差评", "no bad rating to answer")
        static let noneOpen = Phrase("没有待整改的差评", "No bad rating to answer")
        static let answerTitle = Phrase("差评整改", "Follow a bad rating up")
        static let answerLine = Phrase(
            "{date} {level}，{due}前整改，{left}", "{level} on {date}, to be put right by {due}, {left}")
        static let answer = Phrase("情况", "Findings")
        static let settled = Phrase("结果", "Outcome")
        static let lookedInto = Phrase("已回访，继续整改", "looked into")
        static let putRight = Phrase("整改完成", "put right")
        static let answerDone = Phrase("已登记回访", "Follow-up recorded")
        static let putRightDone = Phrase("已登记整改完成", "Put right")
    }
}

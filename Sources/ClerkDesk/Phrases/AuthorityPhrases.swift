package import CaseDomain

extension Phrases {
    /// Who may do what, and who is away.
    package enum Authority {
        package static let unlisted = Phrase(
            "本账号没有列入人员名单，只能查看", "this account isn't on the staff list: read only")
        static let role = Phrase("须由{roles}办理", "only for {roles}")
        static let township = Phrase(
            "审批权在县级：乡镇窗口只帮办、指导、收件、发证", "the county decides; the township helps, takes in and hands out")
        static let unreviewed = Phrase("须先由另一人审核（不是独任审批）", "somebody else has to review it first")
        static let ownReview = Phrase("本人审核的不能由本人决定", "who reviewed it can't decide it")
        static let ownWork = Phrase("本人收件或审查过的不能由本人决定", "who took it in or judged it can't decide it")
        static let level = Phrase("须由{needed}级审批人办理，您是{own}级", "needs approval level {needed}; yours is {own}")
        static let notSole = Phrase(
            "不在独任审批事项内，须审核、决定两人办理", "not among what one hand may decide: it takes two")
        static let notAbsent = Phrase("{name}在岗时不能代办", "only while {name} is away")
        package static let readOnly = Phrase(
            "账号{account}没有岗位，工作台只能查看；请管理员在机关文件的人员名单里列入",
            "Account {account} has no role: this desk is read only until the staff list names it")
        static let notWritten = Phrase("无权办理，没有保存：{why}", "Not allowed, nothing was saved: {why}")
        static let releaseElsewhere = Phrase(
            "须督办在自己的工作台放行（更多 - 放行）", "a supervisor has to release it at his own desk (actions)")
        static let releaseOwnName = Phrase("请写本人姓名", "your own name")
        static let covered = Phrase("代{name}办理：{step}", "done for {name}: {step}")
        static let firstAsked = Phrase("首问{first} · 经办{clerk}", "first asked {first}, now with {clerk}")
        static let away = Phrase("{name}缺勤，{cover}代", "{name} is away, {cover} stands in")
        static let awayAlone = Phrase("{name}缺勤", "{name} is away")
        static let coverTab = Phrase("代{name}", "For {name}")
        static let coverMeans = Phrase("缺勤同事的待办", "open cases of a colleague who is away")
    }

    enum Absences {
        static let title = Phrase("缺勤与代岗", "Absences and covers")
        static let enter = Phrase("登记缺勤", "Enter an absence")
        static let line = Phrase("{name}  {from} 至 {until}  {cover}", "{name}  {from} to {until}  {cover}")
        static let covers = Phrase("{name}代", "{name} stands in")
        static let nobody = Phrase("无人代", "nobody stands in")
        static let usual = Phrase("按岗位表（AB岗）", "as the staff list says")
        static let who = Phrase("缺勤人", "Who")
        static let from = Phrase("自", "From")
        static let until = Phrase("至（含）", "Until")
        static let cover = Phrase("代岗人", "Cover")
        static let endTitle = Phrase("销假", "Back again")
        static let endAsk = Phrase("{name}今天起在岗，代岗到此为止？", "{name} is back from today on, and the cover ends?")
        static let ended = Phrase("已销假", "The absence is over")
        static let entered = Phrase(
            "已登记缺勤：{name} {from} 至 {until}，{cover}", "Entered: {name}, {from} to {until}, {cover}")
        static let notADay = Phrase("不是日期", "not a day")
        static let order = Phrase("止日在起日之前", "it ends before it begins")
        static let past = Phrase("已经过去", "that is over")
        static let selfCover = Phrase("不能自己代自己", "nobody stands in for himself")
        static let overlaps = Phrase("这几天已登记过缺勤", "already entered for these days")
        static let coverAway = Phrase("代岗人这几天也缺勤", "the cover is away himself then")
        static let notYours = Phrase("只有督办、管理员和本人可以销假", "only a supervisor or the person himself")
        static let nobodyListed = Phrase("机关文件没有人员名单", "the office file lists nobody")
    }
}

extension AuthorityRefusal {
    /// In words; people by their names at the office.
    package func phrase(_ office: Office) -> Phrase { phrase { office.staff.name(of: $0) } }

    /// What a write that was refused says where people are known by their accounts only.
    var told: Phrase {
        let why = phrase(\.text)
        return Phrase.init(
            Phrases.Authority.notWritten.text(.zh, ["why": why.zh]),
            Phrases.Authority.notWritten.text(.en, ["why": why.en]))
    }

    private func phrase(_ name: (ClerkID) -> String) -> Phrase {
        typealias Words = Phrases.Authority
        switch self {
        case .unlisted: return Words.unlisted
        case .role(let roles):
            let phrases = roles.terms.map(\.phrase)
            return Phrase.init(
                Words.role.text(.zh, ["roles": phrases.map(\.zh).joined(separator: "、")]),
                Words.role.text(.en, ["roles": phrases.map(\.en).joined(separator: ", ")]))
        case .township: return Words.township
        case .unreviewed: return Words.unreviewed
        case .ownReview: return Words.ownReview
        case .ownWork: return Words.ownWork
        case .level(let needed, let own): return Words.level.filled(["needed": String(needed), "own": String(own)])
        case .notSole: return Words.notSole
        case .notAbsent(let colleague): return Words.notAbsent.filled(["name": name(colleague)])
        }
    }
}

/// 机关: everything local, from the office file.
package struct Office: Hashable, Sendable {
    /// 示例县行政审批服务局.
    package let name: String
    /// 机关代字, for document numbers: 示审.
    package let code: String
    /// Six digits of the county whose premises this office may license.
    package let county: String
    package let address: String
    /// Opening hours as printed on papers.
    package let hours: String
    /// 咨询电话.
    package let phone: String
    /// 监督电话.
    package let supervisionPhone: String
    /// 网上提交地址 or the name of the app.
    package let online: String
    package let windows: [Window]
    /// 补正期限, in working days from the notice.
    package let correctionDays: Int
    /// 容缺受理清单: what this office has published as tolerable.
    package let tolerable: TermSet<Material>
    /// Materials asked for only where this office's rules say so.
    package let localDemands: TermSet<Material>
    /// 文书编号 of the correction notice, with `{code}`, `{year}` and `{sequence}`.
    package let noticeNumberPattern: String
    /// 文书标题 of the correction notice.
    package let noticeTitle: String
    /// Working days promised for the decision, by matter.
    package let promisedDays: [Matter: Int]
    /// 补正轮次阶梯.
    package let ladder: RoundLadder
    /// 乡镇（街道）窗口: where 食品摊点 are put on file and get their card.
    package let isTownship: Bool
    /// 进度查询地址 with `{case}`, for the code on papers; nil where there is none and the code has the number alone.
    package let statusURL: String?
    /// The papers besides the correction notice.
    package let papers: OfficePapers
    package var printing = Printing()
    package var messaging = Messaging()
    package var ticketing = Ticketing.none
    package var aftercare = Aftercare()
    /// 人员 and their roles.
    package var staff = Staff.everybody
    package var escalation = Escalation()
    /// 保管期限; a matter that isn't there is kept for good.
    package var retention: [Matter: RetentionTerm] = [:]
    /// 审批授权.
    package var approvals = Approvals.none
    /// 核查: who is sent where.
    package var inspection = InspectionRules.none
    /// 无营业执照申报; nil where the office asks for no signature.
    package var filingLock: FilingLock?
    /// The accounts of those who may let something go (放行); empty where the office doesn't say.
    package let supervisors: [ClerkID]
    /// 催办: working days before the end of a correction term from which the clerk is reminded.
    package let reminderDays: Int

    package static let usualReminderDays = 3

    /// 催办: a correction term that ends on this day or before is one to be reminded of.
    package func reminderDay(from today: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
        calendar.ledger(reminderDays, from: today).result
    }

    package struct Window: Hashable, Sendable {
        package let id: String
        package let region: String

        package init(id: String, region: String) {
            self.id = id
            self.region = region
        }
    }

    /// From which notice on something happens.
    package struct RoundLadder: Hashable, Sendable {
        package let offerVisit: Int
        package let warn: Int
        /// Refused without a supervisor's written release.
        package let refuse: Int

        /// From so many notices on a supervisor looks at the case: the next one would be warned about.
        package var supervised: Int { warn - 1 }

        package init(offerVisit: Int, warn: Int, refuse: Int) {
            self.offerVisit = offerVisit
            self.warn = warn
            self.refuse = refuse
        }
    }

    package init(
        name: String, code: String, county: String, address: String, hours: String, phone: String,
        supervisionPhone: String, online: String, windows: [Window], correctionDays: Int,
        tolerable: TermSet<Material>, localDemands: TermSet<Material>, noticeNumberPattern: String,
        noticeTitle: String, promisedDays: [Matter: Int], ladder: RoundLadder, isTownship: Bool = false,
        statusURL: String? = nil, papers: OfficePapers = .none, supervisors: [ClerkID] = [],
        reminderDays: Int = Office.usualReminderDays
    ) {
        self.name = name
        self.code = code
        self.county = county
        self.address = address
        self.hours = hours
        self.phone = phone
        self.supervisionPhone = supervisionPhone
        self.online = online
        self.windows = windows
        self.correctionDays = correctionDays
        self.tolerable = tolerable
        self.localDemands = localDemands
        self.noticeNumberPattern = noticeNumberPattern
        self.noticeTitle = noticeTitle
        self.promisedDays = promisedDays
        self.ladder = ladder
        self.isTownship = isTownship
        self.statusURL = statusURL
        self.papers = papers
        self.supervisors = supervisors
        self.reminderDays = reminderDays
    }

    /// What the QR code on a paper says about a case.
    ///
    /// - Parameter caseNumber: as the paper names the case; every byte that an address can't hold is escaped.
    package func code(for caseNumber: String) -> String {
        guard let statusURL else { return caseNumber }
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let digits = Array("0123456789ABCDEF")
        let escaped = caseNumber.utf8.map { byte in
            plain.contains(byte)
                ? String(decoding: [byte], as: UTF8.self)
                : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return statusURL.replacing("{case}", with: escaped.joined())
    }

    /// What the running numbers of correction notices count.
    package var noticeSeries: String { series(of: noticeNumberPattern) }

    /// The number that the next correction notice of a year would carry.
    package func noticeNumber(year: Int, sequence: Int) -> DocumentNumber {
        number(noticeNumberPattern, year: year, sequence: sequence)
    }

    /// What the running numbers of a pattern count: the pattern with all but the number filled in.
    func series(of pattern: String) -> String { pattern.replacing("{code}", with: code) }

    func number(_ pattern: String, year: Int, sequence: Int) -> DocumentNumber {
        var text = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "code": text += code
            case "year": text += String(year)
            case "sequence": text += String(sequence)
            default: text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return DocumentNumber(text + rest)
    }
}

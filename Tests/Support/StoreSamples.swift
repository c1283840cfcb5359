package import CaseDomain
package import CaseStore

/// Cases made up for the store contract.
package enum StoreSamples {
    /// 2026-11-20.
    package static let today = CivilDate(dayNumber: 20_777)

    /// Due days that touch every kind there is: in the past, today, later, none, and guessed ones.
    package static let projection = QueueProjection(
        fingerprint: "samples/1",
        due: { file in
            switch file.phase {
            case .checking:
                let days = file.particulars.premises.area.map { Int($0) } ?? 5
                return days == 99 ? (nil, true) : (file.submittedOn.adding(days: days), days != 7)
            case .awaitingCorrection: return (file.notices.last?.deadline, true)
            case .accepted(let acceptance): return (acceptance.on.adding(days: 20), true)
            case .decided, .routed, .withdrawn, .abandoned, .refused: return (nil, true)
            }
        }, clocks: { clocks })

    /// Terms like those of the law, on a calendar without holidays.
    package static let clocks: CaseClocks = {
        let basis = LegalSource(citation: "《行政许可法》", verified: true)
        let notice = ClockRule(
            id: "T1", name: "T1", english: "T1", matters: TermSet(Matter.allCases), actions: TermSet(Action.allCases),
            whose: .office, from: .receipt, until: .answer, term: ClockRule.Term(5), basis: basis)
        let decision = ClockRule(
            id: "T7", name: "T7", english: "T7", matters: TermSet(Matter.allCases), actions: TermSet(Action.allCases),
            whose: .office, from: .acceptance, until: .decision, term: ClockRule.Term(10), isPromised: true,
            stops: ClockRule.Stops(reasons: TermSet(StopReason.allCases), basis: basis), basis: basis)
        return CaseClocks(
            calendar: WorkingCalendar(days: [], years: []), notice: notice, rules: [notice, decision],
            promisedDays: [.foodOperationLicence: 5])
    }()

    package static func query(
        filter: QueueFilter = .all, scope: QueueScope = .everything, search: String = "", sort: QueueSort = .due,
        descending: Bool = false
    ) -> QueueQuery {
        QueueQuery(
            filter: filter, scope: scope, search: search, sort: sort, descending: descending, today: today)
    }

    /// - Parameter step: minutes after nine in the morning of `today`.
    package static func stamp(_ step: Int, by clerk: String = "zhang") -> EventStamp {
        EventStamp(at: Moment(today, seconds: 9 * 3600 + Int64(step) * 60), by: ClerkID(clerk))
    }

    package static func notice(_ sequence: Int, round: Int, prefix: String = "示审补", days: Int = 10) -> IssuedNotice {
        let basis = LegalSource(citation: "《行政许可法》第三十二条第一款第(四)项", verified: true)
        return IssuedNotice(
            restoring: DocumentNumber("\(prefix)\(sequence)号"), round: round, issuedAt: stamp(round).at,
            correctionDays: days, deadline: today.adding(days: days),
            checklist: ChecklistReference(id: "food-operation-licence/new", version: "1", digest: "sha256:00"),
            program: "0.1",
            items: [
                NoticeItem(
                    material: .layoutPlan, name: "平面图", row: "X3", problems: ["未标明面积"], remedies: ["补标"],
                    mustFulfil: "", basis: basis, copies: "原件1份")
            ], lines: ["申请材料补正告知书", "", "　　一、平面图"])
    }

    package static func particulars(
        name: String, phone: String? = "13812345678", uscc: String? = "92510504MA6abcde1X", external: String? = nil,
        matter: Matter = .foodOperationLicence, at moment: Moment = stamp(0).at, area: Double? = 5
    ) -> Particulars {
        Particulars(
            externalNumber: external, matter: matter, action: .new, receivedAt: moment, channel: .window,
            applicant: Applicant(
                name: name, kind: .individual, uscc: uscc, phone: phone, principal: Principal(name: "王五")),
            premises: Premises(address: "示例县人民路1号/2楼", county: "510504", area: area), subject: .catering,
            marks: [.wholesale], items: [.hotDishes, .coldDishes], facts: Facts([.paperLost: false], staff: 3))
    }

    package static func receipt(
        name: String, phone: String? = "13812345678", uscc: String? = "92510504MA6abcde1X", external: String? = nil,
        matter: Matter = .foodOperationLicence, at moment: Moment = stamp(0).at, area: Double? = 5,
        window: String = "A01"
    ) -> Receipt {
        Receipt(
            application: Application(
                particulars: particulars(
                    name: name, phone: phone, uscc: uscc, external: external, matter: matter, at: moment, area: area),
                materials: [
                    MaterialRecord(
                        material: .layoutPlan, how: .handedIn, copies: 1,
                        checks: CheckVerdicts(passed: [.legible], failed: [.areaMarked]),
                        fields: MaterialFields(date: today, validUntil: .permanent))
                ]),
            checklist: ChecklistReference(id: "food-operation-licence/new", version: "1", digest: "sha256:00"),
            window: window)
    }

    /// One of each kind of event after the receipt, in an order that a case may take.
    package static let everyPayload: [CaseEvent.Payload] =
        [
            .particularsChanged(particulars: particulars(name: "老王羊汤馆（总店）", phone: nil)),
            .materialRecorded(record: MaterialRecord(material: .businessLicence, how: .retrieved)),
            .materialCleared(material: .businessLicence),
            .identityRevealed,
            .bundled(
                membership: BundleMembership(
                    bundle: "b", shared: [.businessLicence, .agentIdentity],
                    members: [
                        BundleMembership.Member(
                            number: CaseNumber("2026-000001"), matter: .foodOperationLicence, action: .new),
                        BundleMembership.Member(
                            number: CaseNumber("2026-000002"), matter: .prepackagedFiling, action: .new),
                    ])),
            .noticeIssued(notice: notice(1, round: 1)),
            .correctionReceived(materials: [.layoutPlan]),
            .accepted(acceptance: Acceptance(on: today, gaps: [.layoutPlan])),
            .clockStopped(reason: .expertReview, note: "请\u{201C}专家\u{201D}"), .clockResumed(note: "评审完"),
            .termExtended(extension: TermExtension(days: 5, approvedBy: "王局", reason: "需复核")),
            .routed(
                route: RouteTaken(to: "township", basis: LegalSource(citation: "《食品安全法》第三十六条", verified: false))),
            .withdrawn(reason: "“改期”"),
            .ineligible(
                record: Ineligibility(
                    bar: "licence-revoked", name: "被吊销许可证", decidedOn: today, until: today.adding(months: 60).date,
                    document: "示市监罚〔2026〕1号",
                    basis: LegalSource(citation: "《食品安全法》第一百三十五条", verified: true))),
            .eligibilityRestored(bar: "licence-revoked"),
            .cardIssued(
                card: StallCard(
                    issuedAt: stamp(0).at, place: "菜市口", hours: "早6时至“9时”", lines: ["食品摊点信息公示卡", ""])),
        ] + paperPayloads

    /// What can happen to the papers of a case.
    package static let paperPayloads: [CaseEvent.Payload] = [
        .paperIssued(
            paper: CasePaper(
                kind: .acceptance, number: DocumentNumber("示审食受〔2026〕1号"), issuedAt: stamp(0).at,
                lines: ["受理通知书", "“老王”"], program: "1.0")),
        .paperIssued(
            paper: CasePaper(kind: .referral, number: nil, issuedAt: stamp(0).at, lines: ["引导单"], program: "1.0")),
        .spotCorrected(
            correction: SpotCorrection(
                material: .applicationForm, defect: "signed", change: "补“签名”", signedBy: "王二", on: today)),
        .served(
            service: PaperService(
                document: DocumentNumber("示审食补〔2026〕1号"), manner: .left, on: today, signedBy: "",
                refusal: "拒签，李四在场")),
        .correctionExtended(
            grant: CorrectionGrant(
                number: DocumentNumber("示审食补〔2026〕1号"), until: today.adding(days: 40), reason: "住院")),
        .noticeWithdrawn(
            withdrawal: NoticeWithdrawal(number: DocumentNumber("示审食补〔2026〕1号"), reason: "发错")),
        .lateFindingRecorded(
            finding: LateFinding(
                round: 2, items: [LateFinding.Item(material: .policyIndex, defect: "signed")], reason: .overlooked,
                words: "没看背面", owner: "c1")),
        .released(release: Release(scope: .lateFinding, round: 2, by: "王科", words: "同意")),
        .visitAnswered(visit: GuidanceVisit(round: 2, on: today.adding(days: 2), visitor: "李四", note: "带图纸")),
        .visitAnswered(visit: GuidanceVisit(round: 2, on: nil, visitor: "", note: "自行补正")),
        .gapsPromised(
            promise: GapPromise(
                gaps: [GapPromise.Gap(material: .policyIndex, name: "制度目录", dueOn: today.adding(days: 9))],
                place: "A02窗口", promisedBy: "王二")),
        .gapsSettled(materials: [.policyIndex]),
        .messageQueued(
            message: OutboxMessage(
                id: "m-1", occasion: .noticeIssued, document: DocumentNumber("示审食补〔2026〕1号"),
                recipient: "13800000000", text: "请“补正”")),
        .messageSettled(settlement: MessageSettlement(id: "m-1", outcome: .sent, detail: "spool")),
        .abandoned(
            abandonment: Abandonment(
                number: DocumentNumber("示审食补〔2026〕1号"), deadline: today, words: "电话未接")),
        .refused(
            refusal: Refusal(
                ground: .notCompetent, reason: "不属本机关", basis: LegalSource(citation: "《行政许可法》第三十二条", verified: true))),
    ]

    /// Names as they come, and some that nobody should have.
    package static let names = [
        "老王羊汤馆", "羊汤一绝", "王记羊羊羊餐馆", "示例县羊汤馆餐饮有限公司", "O'Brien 100% \"饭\"*店", "a*b_c OR NEAR(x y)",
        "小吃👨‍👩‍👧‍👦店", "cafe\u{301}", "café", "\u{0}\u{7}\u{1B}[2J控制\u{1F}符", "换\n行\t店", "𠮷野家", "", " ", "ＡＢＣ１２３超市",
        "abc123超市", "𝒜𝒷", "羊", "%", "\\", "\u{202E}倒", "ﬃ\u{FFFD}", String(repeating: "长名字", count: 700),
    ]
}

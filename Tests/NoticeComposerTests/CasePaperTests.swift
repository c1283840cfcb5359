import CaseDomain
import ChecklistRules
import NoticeComposer
import TestSupport
import Testing
import TextLayout

/// Every kind of paper, each read by a person.
@Suite("Papers besides the notice")
struct CasePaperTests {
    static let promise = GapPromise(
        gaps: [
            GapPromise.Gap(material: .policyIndex, name: "食品安全规章制度目录清单", dueOn: DeskCases.date("2026-12-04")),
            GapPromise.Gap(material: .agentIdentity, name: "代理人身份证明", dueOn: DeskCases.date("2026-11-27")),
        ], place: "A02窗口", promisedBy: "王德胜")

    static let refusal = Refusal(
        ground: .notCompetent, reason: "经营场所不在本县区，申请事项依法不属于本机关职权范围",
        basis: LegalSource(citation: "《中华人民共和国行政许可法》第三十二条第一款第(二)项", verified: true))

    private static let handed = PaperService(
        document: DocumentNumber("示审食受〔2026〕3号"), manner: .handed, on: SampleDesk.today, signedBy: "王德胜", refusal: "")
    private static let left = PaperService(
        document: DocumentNumber("示审食受〔2026〕3号"), manner: .left, on: SampleDesk.today, signedBy: "",
        refusal: "受送达人拒绝签收，居委会工作人员李四在场见证")

    struct Sample: CustomTestStringConvertible, Sendable {
        let name: String
        let content: PaperContent
        var testDescription: String { name }

        init(_ name: String, _ content: PaperContent) {
            self.name = name
            self.content = content
        }
    }

    private static let gaps = Acceptance(on: SampleDesk.today, gaps: [.policyIndex])
    private static let whole = Acceptance(on: SampleDesk.today, gaps: [])
    private static let forms: [Material: String] = [.policyIndex: "原件1份", .agentIdentity: "复印件1份，核对原件"]
    private static let route = LegalSource(citation: "《食品经营许可和备案管理办法》第二十九条", verified: false)

    static let samples = [
        Sample("guidance-slip", .guidance(guidance)),
        Sample(
            "receipt",
            .receipt([
                ReceivedMaterial(name: "食品经营许可申请书", form: "原件1份", count: 1),
                ReceivedMaterial(name: "主要设备设施和经营布局平面图", form: "原件1份", count: nil),
                ReceivedMaterial(name: "食品加工操作流程", form: "", count: 2),
            ])),
        Sample("acceptance", .acceptance(whole, gaps: [], isDeemed: false)),
        Sample("acceptance-gaps", .acceptance(gaps, gaps: ["食品安全规章制度目录清单"], isDeemed: false)),
        Sample("acceptance-deemed", .acceptance(whole, gaps: [], isDeemed: true)),
        Sample("refusal", .refusal(refusal, elsewhere: "到经营场所所在地县区的食品经营许可窗口提出申请")),
        Sample(
            "gap-promise",
            .gaps(GapPaper(isPromise: true, promise: promise, forms: forms, acceptedOn: SampleDesk.today))),
        Sample(
            "gap-notice",
            .gaps(GapPaper(isPromise: false, promise: promise, forms: forms, acceptedOn: SampleDesk.today))),
        Sample(
            "inspection-notice",
            .inspection(
                InspectionVisit(on: DeskCases.date("2026-11-25"), mode: .onSite, inspectors: ["赵核查", "钱核查"]))),
        Sample(
            "inspection-notice-joint",
            .inspection(
                InspectionVisit(
                    on: DeskCases.date("2026-11-25"), mode: .video, inspectors: ["赵核查", "钱核查"],
                    departments: ["公安", "消防"], collects: ["食品安全规章制度目录清单"]))),
        Sample(
            "hand-over",
            .handOver(
                PaperHandover(
                    direction: .toWindow, materials: [.policyIndex, .layoutPlan], from: "赵核查、钱核查", to: "王桂芬"),
                [
                    ReceivedMaterial(name: "食品安全规章制度目录清单", form: "", count: 1),
                    ReceivedMaterial(name: "主要设备设施和经营布局平面图", form: "", count: nil),
                ])),
        Sample(
            "clock-stop",
            .clockStop(
                ClockStopPaper(
                    procedure: "检验", words: "产品送检，预计需要七个工作日", from: DeskCases.date("2026-11-24")))),
        Sample(
            "term-extension",
            .termExtension(
                TermExtension(days: 5, approvedBy: "李局长", reason: "核查材料较多"), until: DeskCases.date("2026-12-11"))),
        Sample("approval", .approval(note: "许可证自决定之日起五个工作日内颁发。")),
        Sample(
            "denial",
            .denial(reason: "现场核查发现专间未设置独立空调和消毒设施", basis: "《食品经营许可审查通则》第十八条")),
        Sample("service-record", .serviceRecord(document: "行政许可申请受理通知书（示审食受〔2026〕3号）", handed)),
        Sample("service-record-left", .serviceRecord(document: "行政许可申请受理通知书（示审食受〔2026〕3号）", left)),
        Sample("service-record-open", .serviceRecord(document: "行政许可申请受理通知书（示审食受〔2026〕3号）", nil)),
        Sample(
            "referral",
            .referral(
                destination: "新办", text: "经营场所实际迁移的，不能办理变更，请按新办申请。", basis: route)),
    ]

    private static let guidance = GuidanceList(
        items: [
            GuidanceList.Item(
                name: "食品经营许可申请书", form: "原件1份", mustFulfil: "填写完整，签名或者盖章，注明日期",
                basis: LegalSource(citation: "《食品经营许可和备案管理办法》第十四条第一款第(一)项", verified: false)),
            GuidanceList.Item(
                name: "食品加工操作流程", form: "原件1份", mustFulfil: "与申报的经营项目逐项对应",
                basis: LegalSource(citation: "《食品经营许可和备案管理办法》第十四条第一款第(三)项", verified: false)),
        ], spared: ["营业执照"], depends: ["授权委托书：是否由代理人办理"], particulars: DeskCases.restaurant())

    private func draft(_ content: PaperContent, of particulars: Particulars) throws -> PaperDraft {
        var file = try #require(Papers.file(particulars))
        if [.approval, .denial, .clockStop, .termExtension].contains(content.kind) {
            file.apply(CaseEvent(stamp: Papers.stamp, payload: .accepted(acceptance: Self.whole)))
        }
        let rule = try #require(SampleDesk.office.papers.rules[content.kind])
        return try #require(
            PaperDraft(
                content, of: content.kind == .guidanceSlip ? nil : file, procedure: "食品经营许可·新办",
                setting: SampleDesk.papers, countersigner: rule.isCountersigned ? "李主任" : nil, stamp: Papers.stamp))
    }

    private func paper(_ content: PaperContent, of particulars: Particulars) throws -> CasePaper {
        let number = SampleDesk.office.number(of: content.kind, year: 2026, sequence: 3)
        return try draft(content, of: particulars).issued(as: number)
    }

    @Test("each kind as it prints", arguments: samples)
    func golden(sample: Sample) throws {
        let paper = try paper(sample.content, of: DeskCases.restaurant(agent: DeskCases.agent))
        #expect(paper.lines.count == paper.imprint?.roles.count)
        Golden.expect(paper.text, at: "Papers/\(sample.name).txt")
    }

    @Test("every kind has a sample")
    func complete() {
        #expect(Set(Self.samples.map(\.content.kind)) == Set(PaperKind.allCases))
    }

    @Test("what stands unverified in the data is marked so on paper")
    func doubt() throws {
        let basis = LegalSource(citation: "《某条例》第一条", verified: false)
        let doubted = PaperContent.referral(destination: "新办", text: "请新办。", basis: basis)
        #expect(Papers.squeezed(try paper(doubted, of: DeskCases.restaurant()).lines.joined()).contains("《某条例》第一条（待核）"))
        let known = PaperContent.refusal(Self.refusal, elsewhere: "")
        #expect(!Papers.squeezed(try paper(known, of: DeskCases.restaurant()).lines.joined()).contains("待核"))
    }

    /// Names as nobody should have them.
    static let hostile = [
        "红\u{1B}[31m灯\u{202E}笼{number}{rights}👨‍👩‍👧‍👦\n饭店", String(repeating: "长", count: 4000), "a\u{0}b\tc\r\nd",
        String(repeating: "x", count: 300), "e\u{301}\u{301}\u{301}", "", "{", "}{", "\u{200B}\u{FEFF}",
    ]

    @Test("no name makes a line wider than the paper or puts a control character on it", arguments: hostile)
    func layout(name: String) throws {
        var particulars = DeskCases.restaurant(name)
        particulars.premises.address = name
        particulars.applicant.uscc = name
        for sample in Self.samples + hostileSamples(name) {
            for line in try paper(sample.content, of: particulars).lines {
                #expect(TextWidth.columns(of: line) <= NoticeText.columns, "\(sample.name): \(line.debugDescription)")
                #expect(
                    line.unicodeScalars.allSatisfy { SafeText.verdict(on: $0) == .keep },
                    "\(sample.name): \(line.debugDescription)")
            }
        }
    }

    private func hostileSamples(_ text: String) -> [Sample] {
        let gap = GapPromise.Gap(material: .policyIndex, name: text, dueOn: SampleDesk.today)
        let basis = LegalSource(citation: text, verified: false)
        return [
            Sample("receipt", .receipt([ReceivedMaterial(name: text, form: text, count: 1)])),
            Sample(
                "refusal",
                .refusal(Refusal(ground: .falsified, reason: text, basis: basis), elsewhere: text)),
            Sample(
                "gaps",
                .gaps(
                    GapPaper(
                        isPromise: true, promise: GapPromise(gaps: [gap], place: text, promisedBy: text),
                        forms: [.policyIndex: text], acceptedOn: SampleDesk.today))),
            Sample(
                "inspection",
                .inspection(
                    InspectionVisit(
                        on: SampleDesk.today, mode: .onSite, inspectors: [text], departments: [text],
                        collects: [text]))),
            Sample(
                "hand-over",
                .handOver(
                    PaperHandover(direction: .toInspectors, materials: [], from: text, to: text),
                    [ReceivedMaterial(name: text, form: text, count: 2)])),
            Sample("denial", .denial(reason: text, basis: text)),
            Sample(
                "service",
                .serviceRecord(
                    document: text,
                    PaperService(
                        document: DocumentNumber(text), manner: .left, on: SampleDesk.today, signedBy: "",
                        refusal: text + "x"))),
            Sample("referral", .referral(destination: text, text: text, basis: basis)),
        ]
    }

    @Test("a kind that the office doesn't number has no empty line for it; one that it numbers shows it")
    func number() throws {
        let promise = try paper(Self.samples[6].content, of: DeskCases.restaurant())
        #expect(promise.number == nil && promise.lines.dropFirst().first == "" && promise.lines[2] != "")
        let notice = try paper(Self.samples[7].content, of: DeskCases.restaurant())
        #expect(notice.lines[1].hasSuffix("示审食容〔2026〕3号"))
    }
}

@Suite("Templates of papers")
struct CasePaperTemplateTests {
    private func problems(_ text: String, _ kind: PaperKind) -> [String] {
        do throws(PaperTemplate.Refusal) {
            _ = try PaperTemplate(parsing: text, as: .paper(kind))
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    private func shipped(_ kind: PaperKind) throws -> String {
        try SourceTree.text("Sources/ChecklistFiles/Papers/\(kind.id).txt")
    }

    @Test("those that ship have nothing wrong with them", arguments: PaperKind.allCases)
    func shippedOnes(kind: PaperKind) throws {
        #expect(problems(try shipped(kind), kind) == [])
    }

    @Test("without anything that its kind requires, a template is refused", arguments: PaperKind.allCases)
    func required(kind: PaperKind) throws {
        let text = try shipped(kind)
        let required = PaperTemplate.Kind.paper(kind).required
        #expect(required.count >= 3)
        for placeholder in required {
            let without = text.replacing("{\(placeholder.rawValue)}", with: "某")
            #expect(problems(without, kind).contains { $0.contains("缺少 {\(placeholder.rawValue)}") }, "\(placeholder)")
        }
    }

    @Test("a required placeholder in a paragraph that may be left out doesn't count")
    func occasional() throws {
        let text = try shipped(.refusal).replacing("body: 如对本决定不服", with: "countersigned: 如对本决定不服")
        #expect(problems(text, .refusal).count == 4)
    }

    @Test("what only one of the alternatives says is missing in the others")
    func alternatives() throws {
        let text = try shipped(.acceptance).split(separator: "\n").filter { !$0.hasPrefix("deemed:") }
        let found = problems(text.joined(separator: "\n") + "\n", .acceptance)
        #expect(found.contains { $0.contains("{accepted}") && $0.contains("deemed") })
    }

    @Test(
        "everything wrong is said at once, by line",
        arguments: [
            (PaperKind.refusal, "items\n", "第1行：行首应为"), (.receipt, "body: {reason}\n", "第1行：不认识的占位符 {reason}"),
            (.gapPromise, "center: {title}\n", "缺少 items"), (.gapPromise, "center: {title}\n", "缺少 {signature}"),
            (.refusal, "# x\nbody {title}\n", "第2行"), (.denial, "bundle: 一件事\n", "第1行"),
            (.referral, "copy: {applicant}\n", "第1行：copy:"),
        ])
    func refused(kind: PaperKind, text: String, expected: String) {
        #expect(problems(text, kind).contains { $0.contains(expected) }, "\(problems(text, kind))")
    }

    @Test("the README explains every placeholder and every occasion")
    func explained() throws {
        let readme = try SourceTree.text("README.md")
        for placeholder in PaperTemplate.Placeholder.allCases {
            #expect(readme.contains("`{\(placeholder.rawValue)}`"), "\(placeholder.rawValue)")
        }
        for occasion in PaperTemplate.Occasion.allCases { #expect(readme.contains("`\(occasion.rawValue):`")) }
        for kind in PaperKind.allCases { #expect(readme.contains("`\(kind.id).txt`")) }
    }
}

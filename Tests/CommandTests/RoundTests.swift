import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// What the commands say between notices.
struct RoundTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func take() throws -> CaseNumber {
        try work.write(
            try Workplace.line("bad/missing-policy-index.json", ["receivedAt": Workplace.now]), to: "case.json")
        let run = try work.run("import", "case.json", "--ack", "--store", work.store)
        return CaseNumber(try #require(run.lines.first))
    }

    private static func line(_ material: Material, _ defect: String) -> NoticeItem {
        NoticeItem(
            material: material, name: material.id, row: "X", problems: ["\(material.id) \(defect)"],
            remedies: ["补正"], mustFulfil: "", basis: LegalSource(citation: "某法", verified: true), copies: "原件1份",
            defects: [defect])
    }

    private func change(_ number: CaseNumber, _ change: (SQLiteCaseStore, CaseFile, EventStamp) throws -> Void) throws {
        let projection = QueueProjection(fingerprint: "test") { file in
            (file.notices.last?.deadline, true)
        }
        let store = try SQLiteCaseStore(path: work.store, projection: projection)
        let file = try #require(try store.load(number))
        let at = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
        try change(store, file, EventStamp(at: at, by: ClerkID("clerk")))
        try store.close()
    }

    private func append(_ payloads: [CaseEvent.Payload], to number: CaseNumber) throws {
        try change(number) { store, file, stamp in
            _ = try store.append(payloads, to: number, expecting: file.revision, stamp: stamp)
        }
    }

    private func issue(_ number: CaseNumber, _ items: [NoticeItem], lines: [String]) throws {
        try change(number) { store, file, stamp in
            _ = try store.issueNotice(for: number, expecting: file.revision, series: "test", stamp: stamp) { sequence in
                IssuedNotice(
                    restoring: DocumentNumber("示审食补〔2026〕\(sequence)号"), round: file.round + 1, issuedAt: stamp.at,
                    correctionDays: 20, deadline: nil,
                    checklist: ChecklistReference(id: "a/b", version: "1", digest: "sha256:0"), program: "test",
                    items: items, lines: lines)
            }
        }
    }

    private func show(_ number: CaseNumber) throws -> [String: Any] {
        try work.run("show", number.text, "--json", "--store", work.store).object()
    }

    @Test func roundsAreToldApartLineByLine() throws {
        let number = try take()
        #expect((try show(number)["rounds"] as? [Any])?.isEmpty == true)
        try issue(
            number, [Self.line(.policyIndex, "missing"), Self.line(.layoutPlan, "signed")], lines: ["第一份", " "])
        let correction = SpotCorrection(
            material: nil, defect: "bad-uscc", change: "末位改正", signedBy: "王德胜", on: CivilDate(dayNumber: 20_777))
        try append(
            [
                .correctionReceived(materials: [.layoutPlan]),
                .materialRecorded(record: MaterialRecord(material: .layoutPlan, how: .missing)),
                .spotCorrected(correction: correction),
            ], to: number)
        let first = try show(number)
        let round = try #require((first["rounds"] as? [[String: Any]])?.first)
        let lines = try #require(round["lines"] as? [[String: Any]])
        #expect(lines.map { $0["state"] as? String } == ["not-returned", "still-wrong"])
        #expect(round["late"] as? Int == 0 && round["lateFinding"] is NSNull)
        #expect((first["spotCorrections"] as? [[String: Any]])?.first?["change"] as? String == "末位改正")
        // The second names something that was told, something new in what came back, and something late.
        try issue(
            number,
            [
                Self.line(.policyIndex, "missing"), Self.line(.layoutPlan, "missing"),
                Self.line(.applicationForm, "dated"),
            ], lines: ["第二份"])
        let second = try #require((try show(number)["rounds"] as? [[String: Any]])?.last)
        #expect(second["repeated"] as? Int == 1 && second["new"] as? Int == 1 && second["late"] as? Int == 1)
        let text = try work.run("show", number.text, "--store", work.store).output
        #expect(text.contains("再次告知1处，新缺陷1处，漏告知1处") && text.contains("当场更正"))
        // The first paper is still there, and so is one that is taken back.
        let withdrawal = NoticeWithdrawal(number: DocumentNumber("示审食补〔2026〕2号"), reason: "误")
        try append([.noticeWithdrawn(withdrawal: withdrawal)], to: number)
        #expect(
            try work.run("notice", number.text, "--round", "1", "--text", "--store", work.store).output == "第一份\n \n")
        #expect(try work.run("notice", number.text, "--round", "2", "--text", "--store", work.store).output == "第二份\n")
        let rounds = try #require(try show(number)["rounds"] as? [[String: Any]])
        #expect(rounds.map { $0["withdrawn"] as? Bool } == [false, true])
        #expect(try work.run("show", number.text, "--store", work.store).output.contains("2号  已撤回"))
    }

    @Test func casesThatCameBackOftenAreListedForTheSupervisor() throws {
        let number = try take()
        #expect(try work.run("list", "--view", "supervised", "--json", "--store", work.store).output == "")
        for round in 1...2 {
            try issue(number, [Self.line(.policyIndex, "missing")], lines: ["第\(round)份"])
            if round == 1 { try append([.correctionReceived(materials: [.policyIndex])], to: number) }
        }
        let listed = try work.run("list", "--view", "supervised", "--json", "--store", work.store).object()
        #expect(listed["number"] as? String == number.text && listed["round"] as? Int == 2)
        let due = try work.run("list", "--view", "correction-due", "--json", "--store", work.store)
        #expect(due.code == 0)
    }

    @Test func whatIsOwedIsShownWithItsDay() throws {
        let number = try take()
        let gap = GapPromise.Gap(material: .policyIndex, name: "制度目录", dueOn: CivilDate(dayNumber: 20_000))
        let other = GapPromise.Gap(material: .agentIdentity, name: "身份证明", dueOn: CivilDate(dayNumber: 20_000))
        let acceptance = Acceptance(on: CivilDate(dayNumber: 19_990), gaps: [.policyIndex, .agentIdentity])
        try append(
            [
                .gapsPromised(promise: GapPromise(gaps: [gap, other], place: "A02窗口", promisedBy: "王德胜")),
                .accepted(acceptance: acceptance), .gapsSettled(materials: [.agentIdentity]),
            ], to: number)
        let promise = try #require(try show(number)["promise"] as? [String: Any])
        let states = (promise["gaps"] as? [[String: Any]])?.map { $0["state"] as? String }
        #expect(promise["by"] as? String == "王德胜" && states == ["overdue", "settled"])
        let text = try work.run("show", number.text, "--store", work.store).output
        #expect(text.contains("逾期未补") && text.contains("已补齐"))
    }
}

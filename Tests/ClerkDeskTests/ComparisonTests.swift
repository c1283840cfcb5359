import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

/// Two clerks changed the same.
@Suite("Both versions")
struct ComparisonTests {
    /// A desk that typed another name and area into the form of a case whose particulars somebody else changed meanwhile.
    private func clash(_ theirs: (inout Particulars) -> Void) throws -> DeskDriver {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("F3")
        desk.type("（总店）")
        var changed = DeskCases.restaurant()
        theirs(&changed)
        let number = try #require(desk.file?.number)
        let stamp = EventStamp(at: desk.clock, by: ClerkID("limin"))
        _ = try desk.store.append(
            [.particularsChanged(particulars: changed)], to: number, expecting: Revision(1), stamp: stamp)
        desk.press("F2")
        return desk
    }

    private func choices(_ desk: DeskDriver) -> [Comparison.Side?] {
        guard case .comparison(let comparison)? = desk.state.modal else { return [] }
        return comparison.rows.map(\.choice)
    }

    @Test("each one's own change is kept as it is; where both changed the clerk has to choose")
    func chosen() throws {
        var desk = try clash { particulars in
            particulars.applicant = Applicant(
                name: "王记羊肉馆", kind: .individual, uscc: DeskCases.creditCode, phone: "13911111111",
                principal: particulars.applicant.principal)
        }
        #expect(choices(desk) == [nil, .theirs])
        #expect(desk.screen.contains("王记羊肉馆") && desk.screen.contains("王记羊汤馆（总店）"))
        desk.press("F2")
        #expect(desk.screen.contains("请先选一边") && choices(desk) == [nil, .theirs])
        desk.press("Right", "F2")
        let stored = try desk.stored().particulars
        #expect(stored.applicant.name == "王记羊汤馆（总店）" && stored.applicant.phone == "13911111111")
        #expect(desk.state.work?.form.isDirty == false)
    }

    @Test("theirs can be kept, and then nothing is written")
    func theirs() throws {
        var desk = try clash { $0.applicant.name = "王记羊肉馆" }
        desk.press("Left", "F2")
        #expect(try desk.payloads().count == 1)
        #expect(desk.status.contains("都保留对方的") && desk.state.work?.form.isDirty == false)
        #expect(desk.state.work?.form.text(.name) == "王记羊肉馆")
    }

    @Test("leaving loses nothing, and saving later asks again before it overwrites")
    func left() throws {
        var desk = try clash { $0.premises.address = "新址1号" }
        #expect(choices(desk) == [.mine, .theirs])
        desk.press("Esc")
        #expect(desk.state.work?.form.text(.name) == "王记羊汤馆（总店）" && desk.state.modal == nil)
        desk.idle(seconds: 1)
        #expect(try desk.store.recall(Draft.prefix, for: ClerkID("zhang")).count == 1)
        desk.press("F2")
        #expect(choices(desk) == [.mine, .theirs])
        desk.press("F2")
        let stored = try desk.stored().particulars
        #expect(stored.applicant.name == "王记羊汤馆（总店）" && stored.premises.address == "新址1号")
    }

    @Test("two verdicts on one paper stand side by side", arguments: ["Left", "Right"])
    func verdicts(side: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        let number = try #require(desk.file?.number)
        let record = MaterialRecord(material: .applicationForm, how: .missing)
        let stamp = EventStamp(at: desk.clock, by: ClerkID("limin"))
        _ = try desk.store.append(
            [.materialRecorded(record: record)], to: number, expecting: Revision(1), stamp: stamp)
        desk.press("Home", "1")
        #expect(choices(desk) == [nil])
        desk.press(side, "F2")
        #expect(desk.states[0] == (side == "Left" ? .missing : .inOrder))
        #expect(try desk.payloads().count == (side == "Left" ? 1 : 2))
    }
}

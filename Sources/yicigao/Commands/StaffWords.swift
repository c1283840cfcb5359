import CaseDomain
import CaseFormat
import ClerkDesk

/// People, and what is wrong with their list, in plain lines and as JSON.
struct StaffWords {
    let office: Office
    let absences: [Absence]
    let today: CivilDate

    private func name(_ account: ClerkID) -> String { office.staff.name(of: account) }

    private func roles(_ roles: TermSet<Role>) -> String {
        roles.isEmpty ? "没有岗位" : roles.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")
    }

    // MARK: People

    func line(_ member: Staff.Member) -> String {
        var parts = [
            member.account.text == member.name ? member.name : "\(member.name)（\(member.account.text)）",
            roles(member.roles),
        ]
        if !member.window.isEmpty { parts.append("窗口\(member.window)") }
        if !member.regions.isEmpty { parts.append(member.regions.joined(separator: "、")) }
        if member.level > 0 { parts.append("\(member.level)级审批" + (member.isSoleApprover ? "，独任审批师" : "")) }
        if let certificate = member.certificate {
            let mark = certificate.validUntil < today ? "（已过期）" : ""
            parts.append("执法证\(certificate.number) 至\(certificate.validUntil)\(mark)")
        }
        if let trained = member.trainedUntil { parts.append("培训至\(trained)\(trained < today ? "（已过期）" : "")") }
        if let cover = member.cover { parts.append("AB岗 \(name(cover))") }
        if let absence = absences.absence(of: member.account, on: today) { parts.append("缺勤 \(span(absence))") }
        return parts.joined(separator: "  ")
    }

    func words(_ absence: Absence) -> String { "\(name(absence.who)) \(absence.from) \(span(absence))" }

    private func span(_ absence: Absence) -> String {
        "至\(absence.until)，\(absence.cover.map { "\(name($0))代" } ?? "无人代")"
    }

    var unlisted: String { "没有列出的账号：\(roles(office.staff.unlisted))" }

    func json(_ member: Staff.Member) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.staff/1")
        json.member("account", member.account.text)
        json.member("name", member.name)
        json.key("roles")
        json.strings(member.roles.terms.map(\.id))
        json.member("window", member.window)
        json.key("regions")
        json.strings(member.regions)
        json.member("level", member.level)
        json.member("soleApprover", member.isSoleApprover)
        json.nullable("certificateUntil", member.certificate?.validUntil.description)
        json.nullable("trainedUntil", member.trainedUntil?.description)
        json.nullable("cover", member.cover?.text)
        let absence = absences.absence(of: member.account, on: today)
        json.nullable("awayUntil", absence?.until.description)
        json.nullable("coveredBy", absence?.cover?.text)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    // MARK: Findings

    func line(_ finding: StaffFinding, _ life: LifeCycle) -> String {
        "\(weight(finding))  \(words(finding, life))"
    }

    private func weight(_ finding: StaffFinding) -> String {
        switch finding.weight {
        case .hole: "缺口"
        case .soon: "注意"
        case .note: "提示"
        }
    }

    private func words(_ finding: StaffFinding, _ life: LifeCycle) -> String {
        switch finding {
        case .nobodyFor(let step): "没有人能办“\(life.rule(for: step)?.name ?? step.id)”"
        case .nobodyDecides(let level): "没有人能作\(level)级审批"
        case .noSecondPair: "只有一名审批人员，审核和决定分不开"
        case .noSoleApprover: "列了独任审批事项，没有独任审批师"
        case .noInspector(let region): "\(region)今天没有能核查的人（执法证、培训有效且在岗）"
        case .noCertificate(let who): "\(name(who))没有执法证"
        case .certificateOver(let who, let day): "\(name(who))的执法证\(day)已过期"
        case .certificateEnds(let who, let day): "\(name(who))的执法证\(day)到期"
        case .notTrained(let who): "\(name(who))没有核查培训记录"
        case .trainingOver(let who, let day): "\(name(who))的核查培训\(day)已过期"
        case .trainingEnds(let who, let day): "\(name(who))的核查培训\(day)到期"
        case .noCover(let who): "\(name(who))没有代岗人"
        case .coverLacks(let who, let cover, let lacking):
            "\(name(cover))代\(name(who))：平时没有\(roles(lacking))岗位，只在代岗时能办"
        case .coverAway(let who, let cover): "\(name(who))和代岗人\(name(cover))今天都缺勤"
        case .unlistedMay(let roles): "没有列出的账号可以做：\(self.roles(roles))；正式使用应写空"
        }
    }

    func json(_ finding: StaffFinding) -> [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.staff-check/1")
        json.member("finding", finding.kind)
        json.member("weight", finding.weight.id)
        switch finding {
        case .nobodyFor(let step): json.member("step", step.id)
        case .nobodyDecides(let level): json.member("level", level)
        case .noInspector(let region): json.member("region", region)
        case .noCertificate(let who), .notTrained(let who), .noCover(let who): json.member("account", who.text)
        case .certificateOver(let who, let day), .certificateEnds(let who, let day), .trainingOver(let who, let day),
            .trainingEnds(let who, let day):
            json.member("account", who.text)
            json.member("until", day.description)
        case .coverLacks(let who, let cover, let lacking):
            json.member("account", who.text)
            json.member("cover", cover.text)
            json.key("roles")
            json.strings(lacking.terms.map(\.id))
        case .coverAway(let who, let cover):
            json.member("account", who.text)
            json.member("cover", cover.text)
        case .unlistedMay(let roles):
            json.key("roles")
            json.strings(roles.terms.map(\.id))
        case .noSecondPair, .noSoleApprover: break
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension StaffFinding.Weight {
    fileprivate var id: String {
        switch self {
        case .note: "note"
        case .soon: "soon"
        case .hole: "hole"
        }
    }
}

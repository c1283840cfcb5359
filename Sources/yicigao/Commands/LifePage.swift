import CaseDomain
import ClerkDesk

/// The page of the documentation that shows the life of a case: the table of steps, and a drawing of each course.
enum LifePage {
    static func lines(_ life: LifeCycle) -> [String] {
        [
            "# The life of a case", "",
            "办理流程: what may be done with a case in which state, where it leads, and who may do it.", "",
            "## Overview", "",
            "This page is made from the data file `Calendars/life.yaml` by `yicigao life --markdown`; a test holds the two "
                + "against each other.",
            "What a state doesn't allow is refused with the states that do, and what a role doesn't allow with the roles that "
                + "do.",
            "`（待核）` marks a basis that nobody has read against the law yet.", "",
        ] + CaseCourse.allCases.flatMap { drawing(life, $0) } + states(life) + steps(life)
    }

    // MARK: Drawings

    /// The straight way down, at each state what else may be done there, and then the states beside the way.
    private static func drawing(_ life: LifeCycle, _ course: CaseCourse) -> [String] {
        let line = life.line(on: course)
        let onLine = TermSet(line.map(\.state))
        let beside = life.reachable(on: course).subtracting(onLine).terms
        var lines = ["## \(course.words) (`\(course.id)`)", "", "```text"]
        for (state, step) in line {
            lines += node(state, life, course, leaving: step)
            guard let step else { continue }
            lines += [" |", " | \(step.name)", " v"]
        }
        if !beside.isEmpty {
            lines += ["", "旁支 beside the way", ""]
            for state in beside { lines += node(state, life, course, leaving: nil) }
        }
        return lines + ["```", ""]
    }

    /// A state, and every way out of it but the one that the drawing itself shows.
    private static func node(
        _ state: CaseState, _ life: LifeCycle, _ course: CaseCourse, leaving step: LifeCycle.Rule?
    ) -> [String] {
        let rules = life.steps(in: state, on: course).filter { $0.step != step?.step }
        let ways = rules.filter { !$0.leads.isEmpty }.map { " |-- \($0.name) --> \(LifeWords.leads($0))" }
        let stays = rules.filter(\.leads.isEmpty).map(\.name)
        let passing =
            state == .checking ? [" |-- (五个工作日没有告知) --> \(CaseState.deemedAccepted.phrase.text(.zh))"] : []
        return ["[\(state.phrase.text(.zh))] \(state.id)"] + ways + passing
            + (stays.isEmpty ? [] : [" |-- 不改变状态: \(stays.joined(separator: "、"))"])
    }

    // MARK: Tables

    private static func states(_ life: LifeCycle) -> [String] {
        let rows = CaseState.allCases.map { state in
            let next = CaseCourse.allCases.compactMap { course -> String? in
                guard life.reachable(on: course).contains(state), let rule = life.next(in: state, on: course) else {
                    return nil
                }
                return rule.name
            }
            var told: [String] = []
            for name in next where !told.contains(name) { told.append(name) }
            return "| \(state.phrase.text(.zh)) | `\(state.id)` | \(told.isEmpty ? "—" : told.joined(separator: "；")) |"
        }
        return ["## States", "", "| 状态 | id | 下一步 |", "| --- | --- | --- |"] + rows + [""]
    }

    private static func steps(_ life: LifeCycle) -> [String] {
        ["## Steps", "", "| 步骤 | id | 在什么状态 | 到什么状态 | 谁办 | 依据 |", "| --- | --- | --- | --- | --- | --- |"]
            + life.rules.map { rule in
                let from =
                    [words(rule.from)]
                    + CaseCourse.allCases.compactMap { course in
                        rule.otherwise[course].map { "\(course.words)：\(words($0))" }
                    }
                let leads = LifeWords.leads(rule)
                return
                    "| \(rule.name) | `\(rule.step.id)` | \(from.joined(separator: "；")) | \(leads.isEmpty ? "不变" : leads) "
                    + "| \(LifeWords.people(rule)) | \(rule.basis?.words ?? "—") |"
            }
    }

    private static func words(_ states: TermSet<CaseState>) -> String {
        states.isEmpty ? "无" : states.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")
    }
}

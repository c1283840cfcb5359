/// 审批授权 of an office, from the office file: who decides what, and when a desk locks itself.
package struct Approvals: Hashable, Sendable {
    /// 分级审批: what needs a higher level than the usual one; the highest of all that fit counts.
    package let levels: [Level]
    /// The level of everything else.
    package let usualLevel: Int
    /// 独任审批事项: where one hand may review and decide.
    package let sole: [Scope]
    /// 县级审批、乡镇服务: steps that somebody who only serves doesn't take, whatever else he may do.
    package let countyOnly: TermSet<CaseStep>
    /// Whether levels and the four eyes bind accounts that the staff list doesn't name.
    package let bindsUnlisted: Bool
    /// After so many minutes without a key the desk locks; nil where it doesn't by itself.
    package var idleMinutes: Int?

    package struct Level: Hashable, Sendable {
        package let level: Int
        package let scope: Scope

        package init(level: Int, scope: Scope) {
            self.level = level
            self.scope = scope
        }
    }

    /// What a row is about. An empty set leaves everything of its kind in.
    package struct Scope: Hashable, Sendable {
        package let matters: TermSet<Matter>
        package let actions: TermSet<Action>
        package let subjects: TermSet<Subject>
        package let marks: TermSet<Mark>
        package let items: TermSet<Item>

        package init(
            matters: TermSet<Matter> = [], actions: TermSet<Action> = [], subjects: TermSet<Subject> = [],
            marks: TermSet<Mark> = [], items: TermSet<Item> = []
        ) {
            self.matters = matters
            self.actions = actions
            self.subjects = subjects
            self.marks = marks
            self.items = items
        }

        private func fitsKind(_ particulars: Particulars) -> Bool {
            (matters.isEmpty || matters.contains(particulars.matter))
                && (actions.isEmpty || actions.contains(particulars.action))
                && (subjects.isEmpty || particulars.subject.map(subjects.contains) ?? false)
        }

        /// Whether anything in an application is what the row is about.
        func touches(_ particulars: Particulars) -> Bool {
            guard fitsKind(particulars) else { return false }
            let isNarrow = !marks.isEmpty || !items.isEmpty
            return !isNarrow || !marks.intersection(particulars.marks).isEmpty
                || !items.intersection(particulars.items.closed).isEmpty
        }

        /// Whether the row is about everything in an application.
        func covers(_ particulars: Particulars) -> Bool {
            fitsKind(particulars) && (marks.isEmpty || particulars.marks.isSubset(of: marks))
                && (items.isEmpty || particulars.items.isSubset(of: items))
        }
    }

    package init(
        levels: [Level] = [], usualLevel: Int = 1, sole: [Scope] = [], countyOnly: TermSet<CaseStep> = [],
        bindsUnlisted: Bool = false, idleMinutes: Int? = nil
    ) {
        self.levels = levels
        self.usualLevel = usualLevel
        self.sole = sole
        self.countyOnly = countyOnly
        self.bindsUnlisted = bindsUnlisted
        self.idleMinutes = idleMinutes
    }

    /// An office that says nothing of it.
    package static let none = Approvals()

    /// 审批层级 that an application needs.
    package func level(of particulars: Particulars) -> Int {
        levels.filter { $0.scope.touches(particulars) }.map(\.level).reduce(usualLevel, max)
    }

    /// Whether one hand may review and decide it.
    package func isSole(_ particulars: Particulars) -> Bool { sole.contains { $0.covers(particulars) } }
}

package import CaseDomain

/// 一件事·一类事: matters that one applicant settles with one application.
package struct Bundle: Hashable, Sendable {
    package let id: String
    package let chinese: String
    package let english: String
    /// Whom it is for, in words for whoever chooses among bundles.
    package let about: String
    /// What to look out for before it is used; empty where there is nothing.
    package let caution: String
    /// Sub-types, and matters without sub-types, that it is offered for.
    package let businesses: [String]
    /// Why the matters may be taken in together.
    package let basis: LegalSource
    /// 共用材料: papers of which one original serves every member that asks for them. Application forms never are.
    package let shared: TermSet<Material>
    /// Why a shared paper may be asked for only once.
    package let sharingBasis: LegalSource
    /// Facts that are true of every application made with this bundle.
    package let given: [Fact: Bool]
    /// At least two, in the order in which cases are numbered.
    package let members: [Member]

    package struct Member: Hashable, Sendable {
        package let matter: Matter
        package let action: Action
        /// When the matter belongs to the bundle at all; judged on the one form.
        package let when: Condition
        /// Why it doesn't where `when` doesn't hold; empty where it always does.
        package let otherwise: String
        /// What the form needn't be asked for this matter.
        package let subject: Subject?
        package let items: TermSet<Item>?
        /// What becomes of the matter as soon as its own papers are complete, in words for the applicant.
        package let complete: String

        package init(
            matter: Matter, action: Action, when: Condition = .always, otherwise: String = "",
            subject: Subject? = nil, items: TermSet<Item>? = nil, complete: String
        ) {
            self.matter = matter
            self.action = action
            self.when = when
            self.otherwise = otherwise
            self.subject = subject
            self.items = items
            self.complete = complete
        }

        /// Whether subject, marks and items are asked for it.
        package var asksForItems: Bool {
            (matter == .foodOperationLicence || matter == .prepackagedFiling) && subject == nil
        }
    }

    package init(
        id: String, chinese: String, english: String, about: String, caution: String = "", businesses: [String] = [],
        basis: LegalSource, shared: TermSet<Material>, sharingBasis: LegalSource, given: [Fact: Bool] = [:],
        members: [Member]
    ) {
        self.id = id
        self.chinese = chinese
        self.english = english
        self.about = about
        self.caution = caution
        self.businesses = businesses
        self.basis = basis
        self.shared = shared
        self.sharingBasis = sharingBasis
        self.given = given
        self.members = members
    }

    /// Whether a member belongs to the bundle for what the one form says; unknown where absent facts decide.
    package func includes(_ member: Member, for form: Particulars, at office: Office) -> Ternary {
        var program = ConditionProgram()
        let root = program.add(member.when)
        let bits = CaseBits(with(form), in: OfficeBits(office))
        return program.nodes.withUnsafeBufferPointer { ConditionProgram.answer(root, bits, $0) }
    }

    /// The members that certainly belong to it.
    package func members(for form: Particulars, at office: Office) -> [Member] {
        members.filter { includes($0, for: form, at: office) == .yes }
    }

    /// What one member applies for, made of the one form that was filled in for all.
    package func particulars(of member: Member, from form: Particulars) -> Particulars {
        var own = with(form)
        own.matter = member.matter
        own.action = member.action
        if !member.asksForItems {
            own.subject = member.subject
            own.marks = []
            own.items = member.items ?? []
        }
        if member.action == .new { own.licence = nil }
        return own
    }

    private func with(_ form: Particulars) -> Particulars {
        var form = form
        for (fact, value) in given { form.facts[fact] = value }
        return form
    }
}

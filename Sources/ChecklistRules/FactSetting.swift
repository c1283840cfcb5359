package import CaseDomain

/// One thing that is laid down about a case: what an example or a counter-example is made of.
package enum FactSetting: Hashable, Sendable {
    case matter(Matter)
    case action(Action)
    /// Nil where the applicant chose none.
    case subject(Subject?)
    /// One of these holds, or none of them does; so for every set below but the items.
    case mark(TermSet<Mark>, Bool)
    /// Exactly these.
    case items(TermSet<Item>)
    case kind(ApplicantKind)
    case agent(Bool)
    case otherCounty(Bool)
    case townshipWindow(Bool)
    /// Nil where nobody says when the licence runs out; so for every fact below.
    case licenceExpired(Bool?)
    case fact(Fact, Bool?)
    case changed(TermSet<ChangedThing>, Bool?)
    case product(TermSet<Product>, Bool?)
    case localDemand(Material, Bool)
    /// Square metres.
    case area(Double?)
}

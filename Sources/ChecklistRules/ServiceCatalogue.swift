package import CaseDomain

/// 证前·证后服务: what an office does for a business before it applies and after it opened, with sample layouts.
package struct ServiceCatalogue: Hashable, Sendable {
    package let services: [Service]
    package let layouts: [SampleLayout]

    package init(services: [Service] = [], layouts: [SampleLayout] = []) {
        self.services = services
        self.layouts = layouts
    }

    /// What is offered to a business before or after it has its certificate.
    package func services(_ stage: Service.Stage, for business: String) -> [Service] {
        services.filter { $0.stage == stage && $0.businesses.contains(business) }
    }

    package func layouts(for business: String) -> [SampleLayout] {
        layouts.filter { $0.businesses.contains(business) }
    }
}

/// One service, in words for the applicant.
package struct Service: Hashable, Sendable {
    package enum Stage: String, Vocabulary {
        /// 证前
        case before
        /// 证后
        case after
    }

    package let id: String
    package let stage: Stage
    package let name: String
    package let english: String
    package let text: String
    /// Ids of sub-types, and of matters that have none.
    package let businesses: [String]
    package let basis: LegalSource

    package init(
        id: String, stage: Stage, name: String, english: String, text: String, businesses: [String],
        basis: LegalSource
    ) {
        self.id = id
        self.stage = stage
        self.name = name
        self.english = english
        self.text = text
        self.businesses = businesses
        self.basis = basis
    }
}

/// 布局样图: a plan as text, drawn so that it passes the checks that it says it shows.
package struct SampleLayout: Hashable, Sendable {
    package let id: String
    package let name: String
    package let english: String
    package let businesses: [String]
    /// The checks of the layout plan that the drawing gives an example of.
    package let shows: TermSet<Check>
    /// What the applicant must know besides: what may be left out, what has to be changed.
    package let note: String
    package let basis: LegalSource
    /// Lines of equal width, of characters whose width no terminal doubts.
    package let drawing: [String]

    package init(
        id: String, name: String, english: String, businesses: [String], shows: TermSet<Check>, note: String,
        basis: LegalSource, drawing: [String]
    ) {
        self.id = id
        self.name = name
        self.english = english
        self.businesses = businesses
        self.shows = shows
        self.note = note
        self.basis = basis
        self.drawing = drawing
    }
}

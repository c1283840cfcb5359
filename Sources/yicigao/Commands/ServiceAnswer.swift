import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk

/// 证前·证后服务 and 布局样图 of one business, behind its list of materials.
struct ServiceAnswer {
    let catalogue: ServiceCatalogue
    /// The sub-type's id, or the matter's where it has none.
    let business: String

    private func services(_ stage: Service.Stage) -> [Service] { catalogue.services(stage, for: business) }

    var lines: [String] {
        section("证前服务", .before) + section("证后服务", .after)
            + catalogue.layouts(for: business).flatMap { layout in
                ["\(layout.name)"] + layout.drawing.map { "  \($0)" }
                    + ["  说明：\(layout.note)", "  依据：\(layout.basis.words)"]
            }
    }

    private func section(_ title: String, _ stage: Service.Stage) -> [String] {
        let services = services(stage)
        guard !services.isEmpty else { return [] }
        return ["\(title)（\(services.count)项）"]
            + services.map { "  - \($0.name)：\($0.text)（\($0.basis.words)）" }
    }

    /// The members `services` and `layouts`, into an object that is open.
    func write(to json: inout JSONText) {
        json.key("services")
        json.beginArray()
        for service in Service.Stage.allCases.flatMap(services) {
            json.beginObject()
            json.member("id", service.id)
            json.member("stage", service.stage.id)
            json.member("name", service.name)
            json.member("text", service.text)
            json.member("basis", service.basis.citation)
            json.member("basisVerified", service.basis.verified)
            json.endObject()
        }
        json.endArray()
        json.key("layouts")
        json.beginArray()
        for layout in catalogue.layouts(for: business) {
            json.beginObject()
            json.member("id", layout.id)
            json.member("name", layout.name)
            json.key("shows")
            json.strings(layout.shows.terms.map(\.id))
            json.member("note", layout.note)
            json.member("basis", layout.basis.citation)
            json.member("basisVerified", layout.basis.verified)
            json.key("drawing")
            json.strings(layout.drawing)
            json.endObject()
        }
        json.endArray()
    }
}

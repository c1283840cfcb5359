import CaseDomain
package import ChecklistRules
import TextLayout
import Yams

/// 证前·证后服务 and 布局样图 as a YAML file.
package enum ServicesFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> ServiceCatalogue {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> ServiceCatalogue {
        var reader = NodeReader(file: file, wording: wording)
        let catalogue = reader.parse(text).flatMap { reader.catalogue($0) }
        return try reader.finish(catalogue)
    }
}

extension NodeReader {
    /// A drawing must fit beside nothing on the smallest screen and on the notice's paper.
    private static let mostColumns = 56

    fileprivate mutating func catalogue(_ node: Node) -> ServiceCatalogue? {
        guard let fields = mapping(node, "the services", required: ["format", "services", "layouts"]) else {
            return nil
        }
        check(format: "yicigao.services/1", fields)
        var services: [Service] = []
        for item in fields["services"].map({ list($0, "‘services’") }) ?? [] {
            guard let service = service(item) else { continue }
            if services.contains(where: { $0.id == service.id }) {
                report(.duplicateRow, "the service \(service.id) stands twice", at: item)
            }
            services.append(service)
        }
        var layouts: [SampleLayout] = []
        for item in fields["layouts"].map({ list($0, "‘layouts’") }) ?? [] {
            guard let layout = layout(item) else { continue }
            if layouts.contains(where: { $0.id == layout.id }) {
                report(.duplicateRow, "the layout \(layout.id) stands twice", at: item)
            }
            layouts.append(layout)
        }
        return ServiceCatalogue(services: services, layouts: layouts)
    }

    private mutating func service(_ node: Node) -> Service? {
        guard
            let fields = mapping(
                node, "a service", required: ["id", "stage", "for", "name", "english", "text", "basis"])
        else { return nil }
        let id = text(fields, "id")
        let stage = fields["stage"].flatMap { term($0, Service.Stage.self, "‘stage’") }
        let businesses = fields["for"].map { self.businesses($0) } ?? []
        let name = wording(fields, "name")
        let english = text(fields, "english")
        let words = wording(fields, "text")
        let basis = source(fields, "basis")
        guard let id, let stage, let name, let english, let words, let basis else { return nil }
        return Service(
            id: id, stage: stage, name: name, english: english, text: words, businesses: businesses, basis: basis)
    }

    private mutating func layout(_ node: Node) -> SampleLayout? {
        guard
            let fields = mapping(
                node, "a layout",
                required: ["id", "for", "name", "english", "shows", "zones", "note", "basis", "drawing"])
        else { return nil }
        let id = text(fields, "id")
        let businesses = fields["for"].map { self.businesses($0) } ?? []
        let name = wording(fields, "name")
        let english = text(fields, "english")
        let shows = fields["shows"].map { terms($0, Check.self, "‘shows’") } ?? []
        for check in shows.subtracting(Material.layoutPlan.checks).terms {
            report(.foreignCheck, "a layout plan has no check \(check.id)", at: fields["shows"])
        }
        let note = wording(fields, "note")
        let basis = source(fields, "basis")
        let drawing = text(fields, "drawing").map { drawn($0, at: fields["drawing"]) }
        for zone in fields["zones"].map({ list($0, "‘zones’") }) ?? [] {
            guard let name = scalar(zone, "a zone"), let drawing else { continue }
            if !drawing.contains(where: { $0.contains(name) }) {
                report(.badValue, "the drawing lacks the zone ‘\(name)’", at: zone)
            }
        }
        guard let id, let name, let english, let note, let basis, let drawing else { return nil }
        return SampleLayout(
            id: id, name: name, english: english, businesses: businesses, shows: shows, note: note, basis: basis,
            drawing: drawing)
    }

    /// The lines of a drawing: of one width, and of characters that every terminal draws alike.
    private mutating func drawn(_ text: String, at node: Node?) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let columns = TextWidth.columns(of: lines[0])
        if columns > NodeReader.mostColumns {
            report(
                .badValue, "the drawing is \(columns) columns wide", at: node,
                hint: "at most \(NodeReader.mostColumns)")
        }
        for (place, line) in lines.enumerated() {
            let found = TextWidth.columns(of: line)
            if found != columns {
                report(.badValue, "line \(place + 1) of the drawing has \(found) columns, not \(columns)", at: node)
            }
            if let doubtful = line.unicodeScalars.first(where: { !$0.isASCII && TextWidth.columns(of: $0) != 2 }) {
                report(
                    .badValue, "line \(place + 1) of the drawing has ‘\(doubtful)’, which terminals draw differently",
                    at: node, hint: "ASCII or Chinese characters")
            }
        }
        return lines
    }
}

import CaseDomain
import ChecklistRules

/// What only shows when bundles and services are held against the checklists and the sub-types.
struct CatalogueLint {
    let folder: DataFolder
    let checklists: [Checklist]
    /// The ids of the sub-types.
    let businesses: [String]

    private var known: [String] { businesses + Matter.allCases.map(\.id) }

    func diagnostics(_ bundles: [Bundle]) -> [ChecklistDiagnostic] {
        let file = "\(folder.checklists)/bundles.yaml"
        var diagnostics: [ChecklistDiagnostic] = []
        for bundle in bundles {
            diagnostics += unknown(bundle.businesses, in: "the bundle \(bundle.id)", file)
            var asking: [Material: Int] = [:]
            for member in bundle.members {
                let own = checklists.filter { $0.matter == member.matter && $0.action == member.action }
                // Bundles that are looked over without any checklists have nothing to be held against.
                if own.isEmpty, !checklists.isEmpty {
                    diagnostics.append(
                        ChecklistDiagnostic(
                            file: file, code: .badValue,
                            message: "\(bundle.id): there is no checklist \(member.matter.id)/\(member.action.id)"))
                }
                for material in TermSet(own.flatMap { $0.requirements.map(\.material) }).terms {
                    asking[material, default: 0] += 1
                }
            }
            for material in bundle.shared.terms where !checklists.isEmpty && asking[material, default: 0] < 2 {
                diagnostics.append(
                    ChecklistDiagnostic(
                        file: file, code: .badValue,
                        message: "\(bundle.id) shares \(material.id), which fewer than two of its matters ask for"))
            }
        }
        return diagnostics
    }

    func diagnostics(_ catalogue: ServiceCatalogue) -> [ChecklistDiagnostic] {
        let file = "\(folder.checklists)/services.yaml"
        return catalogue.services.flatMap { unknown($0.businesses, in: "the service \($0.id)", file) }
            + catalogue.layouts.flatMap { unknown($0.businesses, in: "the layout \($0.id)", file) }
    }

    private func unknown(_ ids: [String], in what: String, _ file: String) -> [ChecklistDiagnostic] {
        ids.filter { !known.contains($0) }.map { id in
            ChecklistDiagnostic(
                file: file, code: .unknownTerm, message: "\(what) is for ‘\(id)’, which is no business",
                hint: Hint.nearest(id, among: known))
        }
    }
}

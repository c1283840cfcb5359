package import CaseDomain
package import ChecklistRules
import TextLayout

/// What papers and their defects are called where they are counted, on the board and in reports.
package struct DefectWords: Sendable {
    private let book: RuleBook
    private let language: Language

    package init(_ book: RuleBook, _ language: Language) {
        self.book = book
        self.language = language
    }

    /// - Parameter material: nil where the application itself was at fault.
    package func paper(_ material: Material?) -> String {
        guard let material else { return Phrases.Board.applicationItself.text(language) }
        // Every action has a form of its own: what most bring is called as for a new case.
        let requirements = book.checklists.lazy.compactMap { $0.requirement(for: material) }
        let ofNew = book.checklists.lazy.filter { $0.action == .new }.compactMap { $0.requirement(for: material) }
        let requirement = ofNew.first ?? requirements.first
        return SafeText.singleLine(requirement.map { language == .zh ? $0.name : $0.english } ?? material.id)
    }

    /// What was wrong with it, without the paper's name.
    package func fault(_ material: Material?, _ defect: String) -> String {
        guard let material else {
            let rule = book.checklists.lazy.flatMap(\.applicationRules).first { $0.defect.id == defect }
            return SafeText.singleLine(rule.map { Placeholder.ofManyCases($0.words.text) } ?? defect)
        }
        if defect == "missing" { return Phrases.Board.defectMissing.text(language) }
        let checks = book.checklists.lazy.compactMap { $0.requirement(for: material) }.flatMap(\.checks)
        guard let check = checks.first(where: { $0.check.id == defect }) else { return SafeText.singleLine(defect) }
        let label = language == .zh ? check.label : check.english
        return SafeText.singleLine(Phrases.Board.defectFails.text(language, ["check": label]))
    }

    /// What was wrong and with which paper, in this order: where there is no room, the end is what is cut off.
    package func text(_ material: Material?, _ defect: String) -> String {
        material == nil ? fault(nil, defect) : "\(fault(material, defect)) \(paper(material))"
    }
}

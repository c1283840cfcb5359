/// 容缺承诺: what the applicant has promised to bring after acceptance, by when and where.
package struct GapPromise: Hashable, Sendable, Codable {
    package struct Gap: Hashable, Sendable, Codable {
        package let material: Material
        /// The name of the material as the checklist has it.
        package let name: String
        package let dueOn: CivilDate

        package init(material: Material, name: String, dueOn: CivilDate) {
            self.material = material
            self.name = name
            self.dueOn = dueOn
        }
    }

    package let gaps: [Gap]
    /// Where it is to be handed in.
    package let place: String
    /// Who signed the promise.
    package let promisedBy: String

    package init(gaps: [Gap], place: String, promisedBy: String) {
        self.gaps = gaps
        self.place = place
        self.promisedBy = promisedBy
    }
}

extension CaseFile {
    /// 容缺: what is still owed of an accepted case.
    package var openGaps: [Material] {
        guard case .accepted(let acceptance) = phase else { return [] }
        return acceptance.gaps
    }

    /// What was promised and isn't here yet.
    package var owed: [GapPromise.Gap] { record.promise?.gaps.filter { openGaps.contains($0.material) } ?? [] }
}

extension Office {
    /// Where the papers of a case are handed in.
    /// 领取窗口 of the licence, as the applicant is told.
    package func collectionWindow(of file: CaseFile) -> String {
        let planned = file.progress.deliveryPlan?.window ?? ""
        return "\(planned.isEmpty ? file.window : planned)窗口"
    }

    package func counter(of file: CaseFile) -> String { file.window.isEmpty ? name : "\(name)\(file.window)窗口" }
}

package import CaseDomain
package import ChecklistRules

/// Writes what the rules say about a case as one `yicigao.findings/1` object.
///
/// Every key is always there; `checklist` and `route` are null where there is none.
package struct FindingsWriter: Sendable {
    package static let format = "yicigao.findings/1"

    package init() {}

    /// Writes the object as the next value of a document.
    ///
    /// - Parameters:
    ///   - name: the case's own number, or `FILE:LINE`.
    ///   - checklist: the one that judged, for its wording; nil where the case is routed away before any was opened.
    ///   - explainer: adds `explanations`, one for each rule behind the entries; nil leaves them out.
    package func write(
        _ evaluation: Evaluation, of application: Application, named name: String, by checklist: Checklist?,
        explainedBy explainer: Evaluator? = nil, to json: inout JSONText
    ) {
        json.beginObject()
        json.member("format", FindingsWriter.format)
        json.member("case", name)
        json.member(evaluation.checklist)
        json.member("outcome", evaluation.outcome.rawValue)
        write(evaluation.route, to: &json)
        json.key("findings")
        json.beginArray()
        for finding in evaluation.findings { write(finding, of: application, by: checklist, to: &json) }
        json.endArray()
        json.key("undetermined")
        json.beginArray()
        for undetermined in evaluation.undetermined { write(undetermined, to: &json) }
        json.endArray()
        json.key("notRequested")
        json.beginArray()
        for spared in evaluation.notRequested {
            json.beginObject()
            json.member("material", spared.material.id)
            json.member("why", spared.why.rawValue)
            json.endObject()
        }
        json.endArray()
        json.key("warnings")
        json.beginArray()
        for warning in evaluation.warnings {
            json.beginObject()
            json.member("code", warning.code.rawValue)
            json.member("text", checklist?.text(for: warning) ?? warning.code.id)
            json.endObject()
        }
        json.endArray()
        if let explainer {
            json.key("explanations")
            json.beginArray()
            for explanation in explainer.explanations(of: evaluation, for: application) {
                json.write(explanation, by: checklist, explainer.routing)
            }
            json.endArray()
            if let checklist {
                let completion = explainer.sheet(for: application).smallestCompletion(by: checklist)
                json.key("completion")
                json.beginObject()
                json.member("bring", completion.bring)
                json.member("mend", completion.mend)
                json.endObject()
            }
        }
        json.endObject()
    }

    private func write(_ route: Route?, to json: inout JSONText) {
        json.key("route")
        guard let route else { return json.null() }
        json.beginObject()
        json.member("to", route.to.id)
        json.member("basis", route.basis.citation)
        json.endObject()
    }

    private func write(
        _ finding: Finding, of application: Application, by checklist: Checklist?, to json: inout JSONText
    ) {
        json.beginObject()
        json.member("material", finding.place)
        json.member("defect", finding.defect.id)
        json.member("blocking", finding.isBlocking)
        json.member("onTheSpot", finding.isOnTheSpot)
        json.member("row", checklist?.row(for: finding) ?? "")
        json.member("basis", checklist?.basis(for: finding).citation ?? "")
        json.member("text", checklist?.text(for: finding, in: application) ?? "")
        json.member("remedy", checklist?.remedy(for: finding, in: application) ?? "")
        json.endObject()
    }

    private func write(_ undetermined: Undetermined, to json: inout JSONText) {
        json.beginObject()
        json.member("material", undetermined.place)
        switch undetermined.question {
        case .presence: json.member("check", "presence")
        case .check(let check): json.member("check", check.id)
        case .fact(let fact): json.member("fact", fact.id)
        }
        json.endObject()
    }
}

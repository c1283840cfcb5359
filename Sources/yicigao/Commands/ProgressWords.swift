import CaseDomain
import CaseFormat
import ClerkDesk

/// What has become of a case since its acceptance, as it stands now, in words and in JSON.
enum ProgressWords {
    static func lines(_ view: CaseFileView) -> [String] {
        let progress = view.file.progress
        func words(_ event: LifeEvent?) -> String? { event.map { LifeHistoryText.words(for: $0, view.names) } }
        let standing = [
            words(progress.waiver.map { .waived(waiver: $0) }),
            words(progress.dispatch.map { .dispatched(dispatch: $0.dispatch) }),
            words(progress.outcomes.last.map { .inspected(outcome: $0.outcome) }),
            words(progress.review.map { .reviewed(review: $0.review) }),
            words(progress.decision.map { .decided(decision: $0) }), progress.decision.flatMap(ground),
            progress.licence.map(licence), words(progress.deliveryPlan.map { .deliveryPlanned(plan: $0) }),
            words(progress.delivery.map { .delivered(delivery: $0) }),
            words(progress.archiving.map { .archived(archiving: $0) }),
            words(progress.rating.map { .rated(rating: $0) }),
        ].compactMap(\.self)
        let next = view.next.map { ["下一步：\($0.name)"] } ?? []
        let lines = standing + next
        return lines.isEmpty ? [] : ["办理进度"] + lines.map { "  \($0)" }
    }

    private static func ground(_ decision: Decision) -> String? {
        guard let basis = decision.basis else { return nil }
        return "理由：\(decision.reason)（\(basis.words)）"
    }

    private static func licence(_ licence: IssuedLicence) -> String {
        let until = licence.expiresOn.map { "，有效期至 \($0)" } ?? ""
        return "证件：\(licence.number)，\(licence.issuedOn) 发证\(until)，\(licence.isElectronic ? "有电子证照" : "只有纸质证")"
    }

    static func write(_ view: CaseFileView, to json: inout JSONText) {
        let progress = view.file.progress
        json.key("progress")
        json.beginObject()
        json.nullable("next", view.next?.step.id)
        json.member("firstAsked", view.file.firstAsked.text)
        json.nullable("acceptedOn", view.file.acceptance?.on.description)
        json.key("passedAtFirst")
        if let passed = progress.passedAtFirst { json.bool(passed) } else { json.null() }
        let parts: [(String, LifeEvent?)] = [
            ("waiver", progress.waiver.map { .waived(waiver: $0) }),
            ("dispatch", progress.dispatch.map { .dispatched(dispatch: $0.dispatch) }),
            ("inspection", progress.outcomes.last.map { .inspected(outcome: $0.outcome) }),
            ("review", progress.review.map { .reviewed(review: $0.review) }),
            ("decision", progress.decision.map { .decided(decision: $0) }),
            ("licence", progress.licence.map { .licensed(licence: $0) }),
            ("deliveryPlan", progress.deliveryPlan.map { .deliveryPlanned(plan: $0) }),
            ("delivery", progress.delivery.map { .delivered(delivery: $0) }),
            ("archiving", progress.archiving.map { .archived(archiving: $0) }),
            ("rating", progress.rating.map { .rated(rating: $0) }),
        ]
        for (key, event) in parts {
            json.key(key)
            guard let event else {
                json.null()
                continue
            }
            json.beginObject()
            LifeEventJSON.write(event, to: &json)
            json.endObject()
        }
        json.endObject()
    }
}

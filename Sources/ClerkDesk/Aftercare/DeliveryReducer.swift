import CaseDomain
import NoticeComposer
import ScreenKit

/// 送达方式 as the applicant chose it, and 证照送达 as it happened.
enum DeliveryReducer {
    // MARK: The plan

    static func whyNotPlanned(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        LifeGate.why(.planDelivery, file, state, desk)
    }

    static func askForPlan(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let modes = desk.office.aftercare.modes(for: file.particulars.matter)
        let plan = file.progress.deliveryPlan
        let windows = desk.office.windows.map(\.id)
        let window = plan.map(\.window) ?? file.window
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Delivery.planTitle), lines: [desk.say(Phrases.Delivery.planHint)],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Delivery.mode),
                        .choice(
                            modes.map { desk.say($0.phrase) }, plan.flatMap { modes.firstIndex(of: $0.mode) } ?? 0)),
                    EntrySheet.Field(
                        desk.say(Phrases.Delivery.window), .choice(windows, windows.firstIndex(of: window) ?? 0)),
                    EntrySheet.Field(
                        desk.say(Phrases.Delivery.address),
                        .text(
                            TextField(
                                plan?.address.isEmpty == false
                                    ? plan?.address ?? "" : file.particulars.premises.address, limit: 80))),
                ], purpose: .aftercare(.planDelivery(modes))))
    }

    static func plan(
        _ filled: EntrySheet, _ modes: [DeliveryMode], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let windows = desk.office.windows
        guard modes.indices.contains(entry.choice(0)), windows.indices.contains(entry.choice(1)) else { return [] }
        let mode = modes[entry.choice(0)]
        if mode.isMailed, entry.trimmed(2).isEmpty {
            entry.refuse(2, desk.say(Phrases.Delivery.needsAddress))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let plan = DeliveryPlan(
            mode: mode, window: mode == .window ? windows[entry.choice(1)].id : "",
            address: mode.isMailed ? entry.trimmed(2) : "")
        return CaseReducer.append(
            [.life(event: .deliveryPlanned(plan: plan))], Phrases.Delivery.planned, inverse: nil, &state, stamp)
    }

    // MARK: The delivery

    static func whyNotDelivered(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        LifeGate.why(.deliver, file, state, desk)
    }

    /// The way that was chosen, else the usual one of the matter.
    private static func mode(of file: CaseFile, _ desk: Desk) -> DeliveryMode {
        file.progress.deliveryPlan?.mode ?? desk.office.aftercare.modes(for: file.particulars.matter).first ?? .window
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let mode = mode(of: file, desk)
        let plan = file.progress.deliveryPlan
        var lines = [desk.say(Phrases.Delivery.how, ["mode": desk.say(mode.phrase)])]
        if let address = plan?.address, !address.isEmpty { lines.append(address) }
        if file.progress.licence?.isElectronic == true { lines.append(desk.say(Phrases.Delivery.electronic)) }
        let receiver = mode == .window ? file.particulars.signer : ""
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Delivery.title), lines: lines,
                fields: [
                    EntrySheet.Field.date(desk.say(Phrases.Papers.servedDay), state.today, leaning: .past),
                    EntrySheet.Field(desk.say(Phrases.Delivery.receiver), .text(TextField(receiver, limit: 30))),
                    EntrySheet.Field(desk.say(Phrases.Delivery.tracking), .text(TextField(limit: 30))),
                ], purpose: .aftercare(.deliver), focus: 1))
    }

    static func confirm(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file, let licence = file.progress.licence else { return [] }
        var entry = filled
        func sendBack(_ field: Int, _ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> [Effect] {
            entry.refuse(field, desk.say(phrase, values))
            state.modal = .entry(entry)
            return []
        }
        guard let day = entry.day(0, today: stamp.at.date, desk) else { return sendBack(0, Phrases.Form.badDate) }
        if day > stamp.at.date { return sendBack(0, Phrases.Form.dateInFuture) }
        if day < licence.issuedOn {
            return sendBack(0, Phrases.Delivery.beforeLicence, ["date": licence.issuedOn.description])
        }
        let mode = mode(of: file, desk)
        let receiver = entry.trimmed(1)
        guard let tracking = TrackingNumber(entry.trimmed(2))?.text ?? (entry.trimmed(2).isEmpty ? "" : nil) else {
            return sendBack(2, Phrases.Delivery.badTracking)
        }
        if !licence.isElectronic {
            if mode == .window, receiver.isEmpty { return sendBack(1, Phrases.Delivery.whoTook) }
            if mode.isMailed, tracking.isEmpty { return sendBack(2, Phrases.Delivery.needsTracking) }
            if receiver.isEmpty, tracking.isEmpty { return sendBack(1, Phrases.Delivery.whoTook) }
        }
        let delivery = Delivery(mode: mode, on: day, tracking: tracking, receivedBy: receiver)
        let payloads: [CaseEvent.Payload] = [.life(event: .delivered(delivery: delivery))]
        let how = [receiver, tracking].filter { !$0.isEmpty }.joined(separator: "  ")
        let question = Question(
            title: desk.say(Phrases.Delivery.title),
            lines: [
                desk.say(
                    Phrases.Delivery.ask,
                    [
                        "number": licence.number, "mode": desk.say(mode.phrase), "date": day.description,
                        "how": how.isEmpty ? desk.say(Phrases.Delivery.electronicAlone) : how,
                    ])
            ], answer: .append(payloads, Phrases.Delivery.done))
        state.modal = .question(MessageReducer.offering(question, after: payloads, state, desk))
        return []
    }

    // MARK: The record of it

    static func whyNoSlip(_ file: CaseFile, _ desk: Desk) -> Phrase? {
        if file.progress.licence == nil { return Phrases.Delivery.noLicence }
        return desk.office.papers.rules[.serviceRecord] == nil ? Phrases.Papers.notMadeHere : nil
    }

    /// 送达回证 for the licence: filled in where it was delivered, else with lines to sign on.
    static func makeSlip(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file, let licence = file.progress.licence else { return [] }
        let document = Phrases.Delivery.document.filled([
            "procedure": MessageReducer.procedure(file, desk), "number": licence.number,
        ]).zh
        let service = file.progress.delivery.map { delivery in
            PaperService(
                document: DocumentNumber(licence.number), manner: delivery.manner, on: delivery.on,
                signedBy: delivery.receivedBy.isEmpty ? delivery.tracking : delivery.receivedBy, refusal: "")
        }
        return PaperMakingReducer.make(
            PaperPlan(
                [], [.serviceRecord(document: document, service)], done: Phrases.Papers.madeAlone), &state, stamp, desk)
    }
}

extension DeliveryMode {
    /// Whether the licence goes by mail in any case; what is brought to an inspection may be handed over there.
    fileprivate var isMailed: Bool { self == .mailOut || self == .mailBoth }
}

extension Delivery {
    fileprivate var manner: PaperService.Manner {
        if !tracking.isEmpty { return .mailed }
        return receivedBy.isEmpty ? .electronic : .handed
    }
}

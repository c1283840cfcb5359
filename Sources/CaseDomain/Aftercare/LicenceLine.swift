/// 证照台账: a licence with a last day, as one case knows it.
package struct LicenceLine: Hashable, Sendable {
    /// How the case comes to know it.
    package enum Role: Int, CaseIterable, Sendable {
        /// The application names it.
        case held = 0
        /// It came of the case.
        case issued = 1
    }

    package enum Standing: Int, CaseIterable, Sendable {
        /// It runs towards its last day.
        case open = 0
        case renewed = 1
        case cancelled = 2
        /// 异常户.
        case abnormal = 3
        /// Its renewal or cancellation is being dealt with.
        case inHand = 4
    }

    /// The last that the holder was told.
    package struct Contact: Hashable, Sendable {
        package let on: CivilDate
        package let channel: ExpiryContact.Channel
        package let answer: ExpiryContact.Answer

        package init(on: CivilDate, channel: ExpiryContact.Channel, answer: ExpiryContact.Answer) {
            self.on = on
            self.channel = channel
            self.answer = answer
        }
    }

    package let number: CaseNumber
    package let role: Role
    /// As it is written on the licence.
    package let licence: String
    /// The same without what makes no difference: equal for the same licence.
    package let folded: String
    package let expiresOn: CivilDate
    package let standing: Standing
    package let matter: Matter
    /// Names the holder: licences of one firm have the same.
    package let firm: String
    package let applicant: String
    /// The number that messages about the case go to; empty where there is none.
    package let phone: String
    package let window: String
    package let contact: Contact?
    /// The last day on which a message about it was put out.
    package let messagedOn: CivilDate?

    package init(
        number: CaseNumber, role: Role, licence: String, folded: String, expiresOn: CivilDate, standing: Standing,
        matter: Matter, firm: String, applicant: String, phone: String, window: String, contact: Contact?,
        messagedOn: CivilDate?
    ) {
        self.number = number
        self.role = role
        self.licence = licence
        self.folded = folded
        self.expiresOn = expiresOn
        self.standing = standing
        self.matter = matter
        self.firm = firm
        self.applicant = applicant
        self.phone = phone
        self.window = window
        self.contact = contact
        self.messagedOn = messagedOn
    }
}

extension LicenceLine {
    /// What a case knows: at most the licence that its application names and the one that came of it.
    package static func lines(of file: CaseFile) -> [LicenceLine] {
        let issued = file.progress.licence
        let issuedNumber = issued.map { fold($0.number) }
        var lines: [LicenceLine] = []
        if let held = file.particulars.licence, fold(held.number) != issuedNumber,
            let known = line(.held, held.number, held.expiresOn, heldStanding(file), of: file)
        {
            lines.append(known)
        }
        let standing = file.progress.licenceEnding.map { Standing($0.reason) } ?? .open
        if let issued, let known = line(.issued, issued.number, issued.expiresOn, standing, of: file) {
            lines.append(known)
        }
        return lines
    }

    private static func line(
        _ role: Role, _ number: String, _ expiresOn: CivilDate?, _ standing: Standing, of file: CaseFile
    ) -> LicenceLine? {
        let folded = fold(number)
        guard let expiresOn, !folded.isEmpty else { return nil }
        let particulars = file.particulars
        let contacted = file.progress.expiryContacts
        return LicenceLine(
            number: file.number, role: role, licence: kept(number), folded: folded, expiresOn: expiresOn,
            standing: standing, matter: particulars.matter, firm: firm(of: particulars.applicant),
            applicant: kept(particulars.applicant.name),
            phone: kept(particulars.agent?.phone ?? particulars.applicant.phone ?? ""), window: kept(file.window),
            contact: contacted.last.map {
                Contact(on: $0.on, channel: $0.contact.channel, answer: $0.contact.answer)
            }, messagedOn: contacted.last { $0.contact.channel == .message }?.on)
    }

    /// What the case says about the licence that it is about.
    private static func heldStanding(_ file: CaseFile) -> Standing {
        let progress = file.progress
        if progress.licence == nil, let ending = progress.licenceEnding { return Standing(ending.reason) }
        let isApproved = progress.decision?.outcome == .approved
        // A licence with another number has come in its place.
        if isApproved, progress.licence != nil { return file.particulars.action == .cancel ? .cancelled : .renewed }
        switch file.particulars.action {
        case .renewal: return isApproved ? .renewed : isUndecided(file) ? .inHand : .open
        case .cancel: return isApproved ? .cancelled : isUndecided(file) ? .inHand : .open
        case .new, .change, .reissue, .report, .update: return .open
        }
    }

    private static func isUndecided(_ file: CaseFile) -> Bool {
        switch file.phase {
        case .checking, .awaitingCorrection, .accepted: true
        case .routed, .withdrawn, .abandoned, .refused, .decided: false
        }
    }

    /// The credit code where it is a right one, for "无" is nobody's; else the name with the telephone number.
    package static func firm(of applicant: Applicant) -> String {
        if let code = applicant.uscc.map(fold), CreditCode.isValid(code) { return code }
        let phone = applicant.phone.map { MobileNumber($0)?.digits ?? fold($0) } ?? ""
        return "\(fold(applicant.name)) \(phone)"
    }

    /// Without blanks and marks between the digits, in capitals and half-width letters.
    package static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "-" && scalar != "\0" {
            let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            let upper = (0x61...0x7A).contains(narrow) ? narrow - 0x20 : narrow
            folded.append(Unicode.Scalar(upper) ?? scalar)
        }
        return String(folded)
    }

    /// Databases end a text at U+0000.
    private static func kept(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }
}

extension LicenceLine.Standing {
    init(_ reason: LicenceEnding.Reason) {
        switch reason {
        case .renewed: self = .renewed
        case .cancelled: self = .cancelled
        case .abnormal: self = .abnormal
        }
    }
}

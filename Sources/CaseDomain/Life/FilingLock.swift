/// 无营业执照申报: applicants without a business licence, whose filing a clerk of a township window signs with a token.
package struct FilingLock: Hashable, Sendable {
    /// Kinds of applicants that have no business licence.
    package let kinds: TermSet<ApplicantKind>
    package let subjects: TermSet<Subject>
    package let matters: TermSet<Matter>
    /// Path of the PKCS#11 module of the office's tokens; nil for those that the system knows.
    package let module: String?
    package let basis: LegalSource

    package init(
        kinds: TermSet<ApplicantKind>, subjects: TermSet<Subject>, matters: TermSet<Matter>, module: String?,
        basis: LegalSource
    ) {
        self.kinds = kinds
        self.subjects = subjects
        self.matters = matters
        self.module = module
        self.basis = basis
    }

    /// Whether a case lacks the signature that its filing needs: it came from elsewhere, or what needs one was put in later.
    package func misses(_ file: CaseFile) -> Bool { file.signature == nil && holds(for: file.particulars) }

    /// Whether a filing needs a signature.
    package func holds(for particulars: Particulars) -> Bool {
        matters.contains(particulars.matter) && kinds.contains(particulars.applicant.kind)
            && particulars.subject.map(subjects.contains) ?? false
    }
}

extension FilingLock {
    /// What is signed: the filing in lines of `name=value`, so that anybody can read later what was sworn to.
    package static func statement(_ receipt: Receipt, by clerk: ClerkID) -> String {
        let particulars = receipt.application.particulars
        let fields = [
            ("format", "yicigao.filing/1"),
            ("matter", "\(particulars.matter.id)/\(particulars.action.id)"),
            ("received", "\(particulars.receivedAt.date) \(particulars.receivedAt.clock)"),
            ("window", receipt.window), ("clerk", clerk.text),
            ("applicant", particulars.applicant.name), ("kind", particulars.applicant.kind.id),
            ("uscc", particulars.applicant.uscc ?? ""),
            ("principal", particulars.applicant.principal?.name ?? ""),
            ("county", particulars.premises.county), ("address", particulars.premises.address),
            ("subject", particulars.subject?.id ?? ""),
            ("marks", particulars.marks.terms.map(\.id).joined(separator: " ")),
            ("items", particulars.items.terms.map(\.id).joined(separator: " ")),
            ("external", particulars.externalNumber ?? ""),
        ]
        return fields.map { name, value in
            // A line feed in a name would make a line of its own.
            "\(name)=\(String(value.map { $0.isNewline ? " " : $0 }))\n"
        }.joined()
    }
}

/// What a token is asked to sign.
package struct SigningRequest: Hashable, Sendable {
    package let statement: String
    /// Never stored, printed or logged.
    package let pin: Secret
    /// The serial number of the certificate that the clerk's record names; nil where it names none.
    package let serial: String?
    /// The day on which the certificate has to be valid.
    package let on: CivilDate

    package init(statement: String, pin: Secret, serial: String?, on day: CivilDate) {
        self.statement = statement
        self.pin = pin
        self.serial = serial
        on = day
    }
}

/// Something that was typed and that nobody may read: it says nothing of itself wherever it is printed.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// For whoever it is meant for.
    package let revealed: String

    package init(_ text: String) { revealed = text }

    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a token signed nothing. Nothing was filed then.
package enum TokenError: Error, Hashable, Sendable {
    /// p11-kit isn't installed.
    case noLibrary
    /// No module of any token is set up, or the office's can't be loaded.
    case noModule
    case noToken
    case severalTokens
    case wrongPIN
    case pinLocked
    case removed
    case noKey
    case unknownKey
    /// The certificate isn't valid on the day.
    case expired(until: CivilDate)
    /// Somebody else's token.
    case foreign(holder: String)
    /// The return value of PKCS#11, or 0 where the certificate couldn't be read.
    case failed(code: UInt)
}

/// One line of a paper and what it is there for, which decides how it is set in type.
package struct PaperLine: Hashable, Sendable {
    /// What a line is on the page. Stored with issued papers: new roles go to the end.
    package enum Role: String, Hashable, Sendable, Codable {
        /// 标题, in larger type.
        case title
        /// 文号.
        case number
        /// 正文.
        case body
        /// 落款: who signs, and the day.
        case signature
        /// Everything else: who is addressed, what is signed for, blank lines.
        case plain
    }

    package let text: String
    package let role: Role

    package init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }
}

/// What belongs to an issued paper besides its words, so that it prints again as it was.
package struct PaperImprint: Hashable, Sendable, Codable {
    /// One for each line of the paper.
    package let roles: [PaperLine.Role]
    /// 各联: what stands on each copy, such as `第一联　申请人`. Empty where there is one copy without a mark.
    package let copies: [String]
    /// The number under which the applicant knows the case.
    package let caseNumber: String
    /// What the QR code says: where the case's progress can be read, or only its number.
    package let code: String

    package init(roles: [PaperLine.Role], copies: [String], caseNumber: String, code: String) {
        self.roles = roles
        self.copies = copies
        self.caseNumber = caseNumber
        self.code = code
    }
}

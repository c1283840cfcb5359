/// 岗位.
package enum Role: String, Vocabulary {
    /// 窗口经办.
    case clerk
    /// 帮办代办.
    case helpDesk = "help-desk"
    /// 乡镇（街道）窗口.
    case township
    /// 核查人员.
    case inspector
    /// 审批人员.
    case approver
    /// 督办（科长、分管领导）.
    case supervisor
    /// 管理员.
    case administrator
}

/// 人员 of one office, from the office file: who may do what.
package struct Staff: Hashable, Sendable {
    package let people: [Member]
    /// What an account may do that the file doesn't name.
    package let unlisted: TermSet<Role>

    package struct Member: Hashable, Sendable {
        /// The operating-system account.
        package let account: ClerkID
        package let name: String
        package let roles: TermSet<Role>
        /// 窗口; empty for somebody who has none.
        package let window: String
        /// 片区 that an inspector or a township clerk looks after; empty for all.
        package let regions: [String]
        /// 审批层级 up to which an approver decides; 0 for none.
        package let level: Int
        /// 独任审批师: review and decision in one hand for what the office lists.
        package let isSoleApprover: Bool
        package let certificate: Certificate?
        /// 核查培训 holds until this day; nil where there was none.
        package let trainedUntil: CivilDate?
        /// AB岗: who stands in; nil where nobody does.
        package let cover: ClerkID?
        /// 证书序列号 of this person's UKey, hexadecimal; nil where none is named.
        package var token: String?

        /// 执法证.
        package struct Certificate: Hashable, Sendable {
            package let number: String
            package let validUntil: CivilDate

            package init(number: String, validUntil: CivilDate) {
                self.number = number
                self.validUntil = validUntil
            }
        }

        package init(
            account: ClerkID, name: String, roles: TermSet<Role>, window: String = "", regions: [String] = [],
            level: Int = 0, isSoleApprover: Bool = false, certificate: Certificate? = nil,
            trainedUntil: CivilDate? = nil, cover: ClerkID? = nil
        ) {
            self.account = account
            self.name = name
            self.roles = roles
            self.window = window
            self.regions = regions
            self.level = level
            self.isSoleApprover = isSoleApprover
            self.certificate = certificate
            self.trainedUntil = trainedUntil
            self.cover = cover
        }
    }

    package init(people: [Member], unlisted: TermSet<Role>) {
        self.people = people
        self.unlisted = unlisted
    }

    /// An office that names nobody: every account may do everything.
    package static let everybody = Staff(people: [], unlisted: TermSet(Role.allCases))

    package func member(_ account: ClerkID) -> Member? { people.first { $0.account == account } }

    package func roles(of account: ClerkID) -> TermSet<Role> { member(account)?.roles ?? unlisted }

    /// What somebody is called on screen and on papers: the name, or the account of whom the file doesn't name.
    package func name(of account: ClerkID) -> String { member(account)?.name ?? account.text }

    package func people(with role: Role) -> [Member] { people.filter { $0.roles.contains(role) } }
}

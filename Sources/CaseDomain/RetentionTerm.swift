/// 保管期限: how long an office keeps what is known of a person after a case is closed.
package struct RetentionTerm: Hashable, Sendable {
    package let years: Int
    package let basis: LegalSource

    package init(years: Int, basis: LegalSource) {
        self.years = years
        self.basis = basis
    }
}

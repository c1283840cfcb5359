extension CaseClocks {
    /// The last day of a licence that comes of a case; nil where it knows none, or the case doesn't say.
    ///
    /// A change and a reissue leave the validity as it was: what the held licence says goes on.
    ///
    /// - Parameter day: the day that stands on the licence as its day of issue, the first of its validity.
    /// Legal source: the validity's own rule in the clocks; 《食品经营许可和备案管理办法》第三十五条至第三十七条（待核）.
    package func lastDay(ofLicenceFor particulars: Particulars, issuedOn day: CivilDate) -> CivilDate? {
        switch particulars.action {
        case .change, .reissue, .update: return particulars.licence?.expiresOn
        case .cancel, .report: return nil
        case .new, .renewal: break
        }
        let rule = rules.first { $0.whose == .nobody && $0.from == .issue && $0.concerns(particulars) }
        guard let rule, let count = rule.term.count else { return nil }
        return calendar.span(count, rule.term.unit, from: day, includesFirst: true).result
    }
}

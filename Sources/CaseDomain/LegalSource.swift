/// Where a demand or a deadline comes from, and how sure that is.
package struct LegalSource: Hashable, Sendable, Codable {
    /// The citation as a notice prints it, for example `《行政许可法》第三十二条第一款第(四)项`.
    package let citation: String
    /// False where the row was written from memory and nobody has read the article against it yet; it is shown so.
    package let verified: Bool

    package init(citation: String, verified: Bool) {
        self.citation = citation
        self.verified = verified
    }
}

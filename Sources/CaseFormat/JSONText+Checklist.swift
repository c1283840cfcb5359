package import CaseDomain

extension JSONText {
    /// Writes which rules judged as the member `checklist`, the same way in every document.
    ///
    /// - Parameter reference: nil is written as `null`.
    package mutating func member(_ reference: ChecklistReference?) {
        key("checklist")
        guard let reference else { return null() }
        beginObject()
        member("id", reference.id)
        member("version", reference.version)
        member("digest", reference.digest)
        endObject()
    }
}

import CaseDomain
import Yams

/// 无营业执照申报: whose filings are signed with a token.
extension NodeReader {
    mutating func filingLock(_ node: Node) -> FilingLock? {
        guard
            let fields = mapping(
                node, "‘signed-filing’", required: ["matters", "kinds", "subjects", "basis"], optional: ["module"])
        else { return nil }
        let matters = fields["matters"].map { terms($0, Matter.self, "‘matters’") } ?? []
        let kinds = fields["kinds"].map { terms($0, ApplicantKind.self, "‘kinds’") } ?? []
        let subjects = fields["subjects"].map { terms($0, Subject.self, "‘subjects’") } ?? []
        let module = fields["module"] == nil ? nil : text(fields, "module")
        if let module, !module.hasPrefix("/") {
            report(.badValue, "the module is ‘\(module)’", at: fields["module"], hint: "a path that begins with /")
        }
        guard let basis = fields["basis"].flatMap({ instruction($0) }) else { return nil }
        return FilingLock(kinds: kinds, subjects: subjects, matters: matters, module: module, basis: basis)
    }
}

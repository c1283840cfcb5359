package import CaseDomain
package import NoticeComposer

/// A step and the papers that go with it, while the clerk still answers for them.
package struct PaperPlan: Hashable, Sendable {
    package var payloads: [CaseEvent.Payload]
    package let contents: [PaperContent]
    /// What is said when it is saved.
    package let done: Phrase
    /// What is asked before it is saved; empty where choosing the step was enough.
    package let question: [String]
    /// 复核人, once one is named.
    package var countersigner: String?
    /// Other cases that get the same papers, under the same numbers.
    package var companions: [Companion] = []

    package struct Companion: Hashable, Sendable {
        package let file: CaseFile
        package let payloads: [CaseEvent.Payload]

        package init(file: CaseFile, payloads: [CaseEvent.Payload]) {
            self.file = file
            self.payloads = payloads
        }
    }

    package init(
        _ payloads: [CaseEvent.Payload] = [], _ contents: [PaperContent], done: Phrase, question: [String] = []
    ) {
        self.payloads = payloads
        self.contents = contents
        self.done = done
        self.question = question
    }
}

extension Phrases {
    /// The steps after the acceptance: what is asked, said and refused.
    package enum LifeSteps {
        static let noTable = Phrase("办理流程表没有载入", "the table of steps isn't loaded")
        static let notInState = Phrase("现为{state}；只能在{states}时办理", "now {state}; only when {states}")
    }
}

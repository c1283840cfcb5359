import Dispatch
import Synchronization

/// Does the same to many things on all processors.
enum ParallelMap {
    /// - Returns: what became of each, in the order of the inputs.
    static func run<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ body: @Sendable (Input) -> Output
    ) -> [Output] {
        let outputs = Mutex<[Int: Output]>([:])
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let output = body(inputs[index])
            outputs.withLock { $0[index] = output }
        }
        let done = outputs.withLock { $0 }
        return inputs.indices.compactMap { done[$0] }
    }
}

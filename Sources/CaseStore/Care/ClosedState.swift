extension QueueState {
    /// Whether nothing more is done about the case: from here its retention term runs. A licence that was handed over is
    /// closed once the case is archived.
    package var isClosed: Bool {
        switch self {
        case .routed, .withdrawn, .abandoned, .refused, .denied, .archived: true
        case .checking, .awaitingCorrection, .accepted, .acceptedWithGaps, .inspecting, .rectifying, .inspected,
            .reviewed, .approved, .licensed, .delivered:
            false
        }
    }
}

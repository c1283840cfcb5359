/// Which keys lead to which intent, and in which context.
///
/// Bindings are data that name intents, so a help page, the hints on the screen and a user's own file all speak of
/// the same table. A context falls back to the one called `global`, if there is one. A context's and an intent's raw
/// values are their names in files.
package struct Keymap<Context, Intent>: Hashable, Sendable
where
    Context: RawRepresentable<String> & CaseIterable & Hashable & Sendable,
    Intent: RawRepresentable<String> & CaseIterable & Hashable & Sendable
{
    /// One line of a keymap.
    package struct Binding: Hashable, Sendable {
        /// Where the keys count.
        package let context: Context
        /// The keys.
        package let chord: KeyChord
        /// What they lead to.
        package let intent: Intent
        /// The words after `#`, for the help page.
        package let help: String?
    }

    /// What a stroke amounts to.
    package enum Resolution: Hashable, Sendable {
        /// The stroke completes these keys.
        case intent(Intent)
        /// The stroke begins or continues keys that need more strokes.
        case pending
        /// The stroke leads nowhere; in a text field it may be text.
        case unbound
    }

    /// All bindings, in the order of the file.
    package let bindings: [Binding]
    private let table: [Context: [KeyChord: Intent]]
    private let beginnings: [Context: Set<KeyChord>]

    /// - Parameter bindings: Bindings of which none repeats or begins another one of its context.
    init(bindings: [Binding]) {
        var table: [Context: [KeyChord: Intent]] = [:]
        var beginnings: [Context: Set<KeyChord>] = [:]
        for binding in bindings {
            table[binding.context, default: [:]][binding.chord] = binding.intent
            for length in 1..<binding.chord.strokes.count {
                beginnings[binding.context, default: []].insert(KeyChord(Array(binding.chord.strokes.prefix(length))))
            }
        }
        self.bindings = bindings
        self.table = table
        self.beginnings = beginnings
    }

    /// The context the others fall back to.
    package static var fallback: Context? { Context(rawValue: "global") }

    /// What a stroke amounts to, after the strokes that are still pending.
    ///
    /// Strokes are folded as by ``KeyStroke/foldedForCommand``, so the input method may stay on. While text is being
    /// typed, a stroke that types something is left to the text field.
    ///
    /// - Parameters:
    ///   - context: Where the stroke was made.
    ///   - pending: The strokes that got ``Resolution/pending`` just before.
    ///   - stroke: The new stroke.
    ///   - isTyping: Whether a text field has the focus.
    /// - Returns: The context's own answer, or else that of `global`.
    package func resolve(
        context: Context, pending: [KeyStroke] = [], stroke: KeyStroke, isTyping: Bool = false
    ) -> Resolution {
        if isTyping && pending.isEmpty && stroke.typedCharacter != nil { return .unbound }
        let chord = KeyChord((pending + [stroke]).map(\.foldedForCommand))
        for place in places(context) {
            if let intent = table[place]?[chord] { return .intent(intent) }
            if beginnings[place]?.contains(chord) == true { return .pending }
        }
        return .unbound
    }

    /// The keys that lead to an intent.
    ///
    /// - Parameters:
    ///   - intent: The intent.
    ///   - context: Where the keys are to count.
    /// - Returns: The context's own keys first, then those of `global` that the context does not use otherwise.
    package func bindings(for intent: Intent, in context: Context) -> [KeyChord] {
        var found: [KeyChord] = []
        for place in places(context) {
            for binding in bindings where binding.context == place && binding.intent == intent {
                if !found.contains(binding.chord), reached(binding.chord, in: context) == intent {
                    found.append(binding.chord)
                }
            }
        }
        return found
    }

    /// The keys for a hint on the screen: the first that lead to an intent, as ``KeyChord/label``.
    package func label(for intent: Intent, in context: Context) -> String? {
        bindings(for: intent, in: context).first?.label
    }

    /// What can follow the pending strokes, for a hint box.
    package func continuations(of pending: [KeyStroke], in context: Context) -> [Binding] {
        guard !pending.isEmpty else { return [] }
        let beginning = KeyChord(pending.map(\.foldedForCommand))
        return places(context).flatMap { place in
            bindings.filter { $0.context == place && $0.chord != beginning && beginning.begins($0.chord) }
        }
    }

    private func places(_ context: Context) -> [Context] {
        guard let fallback = Self.fallback, fallback != context else { return [context] }
        return [context, fallback]
    }

    private func reached(_ chord: KeyChord, in context: Context) -> Intent? {
        var pending: [KeyStroke] = []
        for stroke in chord.strokes {
            switch resolve(context: context, pending: pending, stroke: stroke) {
            case .intent(let intent): return pending.count + 1 == chord.strokes.count ? intent : nil
            case .pending: pending.append(stroke)
            case .unbound: return nil
            }
        }
        return nil
    }
}

/// Looks for the slip of the pen behind a wrong number.
///
/// A hint that is one of several is worse than none: a clerk would type it in. A check character alone leaves a dozen single
/// characters that would do, so a hint is given only where one change, of all the kinds tried, puts everything right.
enum NumberRepair {
    static func only(
        for characters: [Character], _ diagnosis: Diagnosis, as kind: NumberReading.Kind, on day: CivilDate
    ) -> NumberReading.Repair? {
        let length = kind == .creditCode || kind == .residentID ? 18 : 16
        guard !diagnosis.problems.isEmpty, !diagnosis.problems.contains(where: \.isBeyondRepair),
            characters.count == length || characters.count == length + 1
        else { return nil }
        let search = Search(characters: characters, kind: kind, day: day)
        if characters.count > length { return search.dropped() }
        let strange = diagnosis.problems.compactMap { problem -> NumberReading.Repair.Replacement? in
            guard case .character(let place, let strange) = problem, let meant = strange.meant else { return nil }
            return NumberReading.Repair.Replacement(place: place, character: meant)
        }
        guard diagnosis.problems.contains(where: \.isCharacter) else { return search.slip() }
        return strange.count == diagnosis.problems.count ? search.replaced(strange) : nil
    }

    private struct Search {
        let characters: [Character]
        let kind: NumberReading.Kind
        let day: CivilDate

        /// Right, and nothing about it that would raise doubts.
        private func isRight(_ candidate: [Character]) -> Bool {
            let text = String(candidate)
            switch kind {
            case .creditCode: guard CreditCode.isValid(text) else { return false }
            case .residentID: guard ResidentID.isValid(text, on: day) else { return false }
            case .licence: guard LicenceNumber.isValid(text, families: [.operation]) else { return false }
            case .filing: guard LicenceNumber.isValid(text, families: [.filing]) else { return false }
            case .production: guard LicenceNumber.isValid(text, families: [.production]) else { return false }
            }
            let diagnosis = Diagnosis.of(candidate, as: kind, on: day)
            return diagnosis.problems.isEmpty && diagnosis.doubts.isEmpty
        }

        func replaced(_ replacements: [NumberReading.Repair.Replacement]) -> NumberReading.Repair? {
            var candidate = characters
            for replacement in replacements { candidate[replacement.place - 1] = replacement.character }
            return isRight(candidate) ? .replace(replacements) : nil
        }

        func dropped() -> NumberReading.Repair? {
            var found: Set<[Character]> = []
            var place = 0
            for index in characters.indices {
                var candidate = characters
                candidate.remove(at: index)
                guard isRight(candidate) else { continue }
                found.insert(candidate)
                // Of several alike in a row, the last one: what a finger adds comes behind.
                place = index + 1
            }
            return found.count == 1 ? .drop(place: place) : nil
        }

        /// Two neighbours the wrong way round, or one wrong character.
        func slip() -> NumberReading.Repair? {
            let swaps = characters.indices.dropLast().filter { characters[$0] != characters[$0 + 1] }.filter {
                var candidate = characters
                candidate.swapAt($0, $0 + 1)
                return isRight(candidate)
            }
            let single = singles()
            // What fits by its check character alone says nothing; only a number with two checks singles one out.
            if single.count == 1 { return swaps.isEmpty ? .replace(single) : nil }
            return swaps.count == 1 ? .swap(first: swaps[0] + 1) : nil
        }

        /// - Returns: single characters that would put it right; no more than two, for there is only one question to them.
        private func singles() -> [NumberReading.Repair.Replacement] {
            let alphabet = kind == .creditCode ? CreditCode.allowed.sorted() : Array("0123456789")
            var found: [NumberReading.Repair.Replacement] = []
            for index in characters.indices {
                for character in alphabet where character != characters[index] {
                    var candidate = characters
                    candidate[index] = character
                    guard isRight(candidate) else { continue }
                    found.append(NumberReading.Repair.Replacement(place: index + 1, character: character))
                    if found.count > 1 { return found }
                }
            }
            return found
        }
    }
}

extension NumberReading.Problem {
    fileprivate var isCharacter: Bool {
        if case .character = self { return true }
        return false
    }

    fileprivate var isBeyondRepair: Bool {
        switch self {
        case .prefix, .formerResidentID, .formerCertificate: true
        case .length, .character, .organisationCheck, .birthDate, .birthDateInFuture, .check: false
        }
    }
}

extension NumberReading.Strange {
    /// Which of them a character is, where an alphabet doesn't have it.
    init(_ character: Character, in alphabet: Set<Character>) {
        let scalars = Array(character.unicodeScalars)
        if scalars.count == 1, (0xFF01...0xFF5E).contains(scalars[0].value),
            let plain = Unicode.Scalar(scalars[0].value - 0xFEE0)
        {
            self = .fullWidth(Character(plain))
        } else if character.isWhitespace {
            self = character.isNewline ? .unprintable : .blank
        } else if let meant = Self.lookAlikes[character], alphabet.contains(meant) {
            self = .lookAlike(found: character, meant: meant)
        } else if let capital = character.uppercased().first, character.isASCII, character.isLowercase,
            alphabet.contains(capital)
        {
            self = .smallLetter(capital)
        } else if let first = scalars.first, scalars.count == 1,
            (0x21...0x7E).contains(first.value) || (0x4E00...0x9FFF).contains(first.value)
        {
            self = .other(character)
        } else {
            self = .unprintable
        }
    }

    /// Letters, and the characters that they are taken for on paper.
    private static let lookAlikes: [Character: Character] = [
        "I": "1", "i": "1", "l": "1", "O": "0", "o": "0", "S": "5", "s": "5", "Z": "2", "z": "2", "V": "Y", "v": "Y",
        "B": "8", "D": "0", "Q": "0",
    ]

    /// The character that was probably meant.
    var meant: Character? {
        switch self {
        case .fullWidth(let plain): plain
        case .smallLetter(let capital): capital
        case .lookAlike(_, let meant): meant
        case .blank, .other, .unprintable: nil
        }
    }
}

/// What is wrong with one line of a keymap file.
package struct KeymapDiagnostic: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The line has fewer than three columns.
        case missingColumn
        /// The line has more than three columns, or blanks where one was meant.
        case extraColumn(String)
        /// The first column names no context.
        case unknownContext(String)
        /// The second column has something that is no key.
        case unknownKey(String)
        /// The third column names no intent.
        case unknownIntent(String)
        /// The same keys are bound earlier in the same context.
        case duplicate(chord: String, firstLine: Int)
        /// Earlier or later keys are the beginning of these, so these are never reached.
        case unreachable(chord: String, prefix: String, prefixLine: Int)
        /// Where text is typed these keys are text.
        case typed(String)
        /// Without these keys nothing in the context would lead to an intent that must always be there.
        case essential(chord: String, intent: String)
    }

    /// The line, from 1.
    package let line: Int
    /// The character of the line that it begins at, from 1.
    package let column: Int
    /// What is wrong.
    package let problem: Problem
    /// The name that was probably meant.
    package let hint: String?

    /// The diagnostic in one sentence, without the file's name.
    package var message: String {
        let text =
            switch problem {
            case .missingColumn: "这一行应有三列：场合、按键、动作，列间至少空两格"
            case .extraColumn(let text): "多出一列“\(text)”；组合键之间只空一格，说明写在 # 后面"
            case .unknownContext(let name): "没有“\(name)”这个场合"
            case .unknownKey(let name): "不认识按键“\(name)”"
            case .unknownIntent(let name): "没有“\(name)”这个动作"
            case .duplicate(let chord, let line): "按键“\(chord)”已在第 \(line) 行指定"
            case .unreachable(let chord, let prefix, let line):
                "按键“\(chord)”按不到：第 \(line) 行的“\(prefix)”先起作用"
            case .typed(let chord): "打字的地方“\(chord)”是文字，不能作按键"
            case .essential(let chord, let intent):
                "“\(chord)”不能改作别用：没有别的键能做“\(intent)”了；仍用原来的"
            }
        guard let hint else { return text }
        return text + "，是不是“\(hint)”？"
    }
}

extension KeymapDiagnostic: CustomStringConvertible {
    package var description: String { "第 \(line) 行第 \(column) 列：\(message)" }
}

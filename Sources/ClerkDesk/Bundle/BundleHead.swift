import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// The row of a case that was taken in with others: what asking once spares, and how the sisters stand.
enum BundleHead {
    static func draw(_ joint: JointCase, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        let parts = parts(joint, desk)
        canvas.withClip(rect) { canvas in
            var column = 1
            for (text, role) in parts {
                let room = rect.columns - column - 1
                guard room > 3 else { return }
                let shown = TextFit.truncated(SafeText.singleLine(text), toColumns: room)
                canvas.write(shown, at: Position(row: 0, column: column), role: role)
                column += TextWidth.columns(of: shown) + 2
            }
        }
    }

    static func parts(_ joint: JointCase, _ desk: Desk) -> [(String, StyleRole)] {
        let savings = joint.joined.savings
        let count = desk.say(
            Phrases.Bundle.savings,
            ["together": String(savings.together), "spared": String(savings.spared)])
        var parts: [(String, StyleRole)] = [("\(joint.name(desk.language)): \(count)", .accent)]
        for member in joint.members where !member.isOpen {
            // How she stands goes before her name: on a narrow screen the name is what may be cut.
            if let file = member.file { parts.append((file.number.text, .text)) }
            if let state = member.state { parts.append((verdict(member, state, desk), state.role)) }
            parts.append((member.name(desk.language), .text))
        }
        return parts
    }

    /// A sister that is being checked says how far that is; any other, what became of it.
    private static func verdict(_ member: JointCase.Member, _ state: CaseState, _ desk: Desk) -> String {
        guard state == .checking else { return desk.say(state.phrase) }
        return desk.say(CaseHead.verdict(member.evaluation.outcome).0)
    }
}

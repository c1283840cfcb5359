import ClerkDesk
import Foundation
import ScreenKit
import TestSupport
import Testing

/// A journey as data: what a clerk does and what the screen must say, one step a line.
///
/// Steps name intents, not keys: `do new-case` presses whatever the keymap binds at the place that was last named, so
/// moving a key breaks no journey.
struct Journey {
    enum Step {
        case run([String], columns: Int, rows: Int)
        case at(DeskPlace)
        case `do`(DeskIntent, times: Int)
        case type(String)
        case press(String)
        case wait(String)
        case gone(String)
        case resize(columns: Int, rows: Int)
    }

    let steps: [(line: Int, step: Step)]

    init(_ text: String) throws {
        var steps: [(Int, Step)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            steps.append((index + 1, try Journey.step(String(line), index + 1)))
        }
        self.steps = steps
    }

    struct BadStep: Error, CustomStringConvertible {
        let line: Int
        let text: String
        var description: String { "line \(line): \(text)" }
    }

    private static func step(_ line: String, _ number: Int) throws -> Step {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = words.count > 1 ? words[1] : ""
        let parts = rest.split(separator: " ").map(String.init)
        switch words[0] {
        case "run":
            let size = parts[0].split(separator: "x").compactMap { Int($0) }
            guard size.count == 2 else { throw BadStep(line: number, text: line) }
            return .run(Array(parts.dropFirst()), columns: size[0], rows: size[1])
        case "at":
            guard let place = DeskPlace(rawValue: rest) else { throw BadStep(line: number, text: line) }
            return .at(place)
        case "do":
            guard let intent = DeskIntent(rawValue: parts.first ?? "") else {
                throw BadStep(line: number, text: line)
            }
            return .do(intent, times: parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
        case "type": return .type(rest)
        case "press": return .press(rest)
        case "wait": return .wait(rest)
        case "gone": return .gone(rest)
        case "resize":
            let size = rest.split(separator: "x").compactMap { Int($0) }
            guard size.count == 2 else { throw BadStep(line: number, text: line) }
            return .resize(columns: size[0], rows: size[1])
        default: throw BadStep(line: number, text: line)
        }
    }

    /// Takes the journey.
    func play(in home: TemporaryFolder, keymap: Keymap<DeskPlace, DeskIntent>) throws {
        var terminal: Terminal?
        var place = DeskPlace.queue
        for (line, step) in steps {
            do {
                switch step {
                case .run(let arguments, let columns, let rows):
                    terminal = try Terminal(arguments, columns: columns, rows: rows, home: home)
                case .at(let next): place = next
                case .do(let intent, let times):
                    let chord = try #require(keymap.bindings(for: intent, in: place).first, "line \(line)")
                    for _ in 0..<times { for stroke in chord.strokes { try terminal?.press(stroke.tmuxName) } }
                case .type(let text): try terminal?.type(text)
                case .press(let key): try terminal?.press(key)
                case .wait(let text): try terminal?.wait(for: text)
                case .gone(let text): try terminal?.waitUntilGone(text)
                case .resize(let columns, let rows): try terminal?.resize(columns: columns, rows: rows)
                }
            } catch {
                Issue.record("line \(line) of the journey failed: \(error)")
                throw error
            }
        }
    }
}

extension KeyStroke {
    /// What tmux calls the key.
    var tmuxName: String {
        let name =
            switch key {
            case .character(" "): "Space"
            case .character(let character): String(character)
            case .enter: "Enter"
            case .escape: "Escape"
            case .tab: modifiers.contains(.shift) ? "BTab" : "Tab"
            case .backspace: "BSpace"
            case .delete: "DC"
            case .insert: "IC"
            case .up: "Up"
            case .down: "Down"
            case .left: "Left"
            case .right: "Right"
            case .home: "Home"
            case .end: "End"
            case .pageUp: "PPage"
            case .pageDown: "NPage"
            case .function(let number): "F\(number)"
            }
        let alt = modifiers.contains(.alt) ? "M-" : ""
        return modifiers.contains(.control) ? "\(alt)C-\(name)" : alt + name
    }
}

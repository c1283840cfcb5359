import CaseDomain
import ClerkDesk
import ScreenKit
import TextLayout

/// A desk in lines without a program: lines go in, and what a clerk hears comes out.
package struct PlainDriver {
    package var desk: DeskDriver
    private var talk = PlainTalk()
    /// Everything so far, commands included, as a pipe would show it.
    package private(set) var transcript = ""

    package init(_ desk: DeskDriver) {
        self.desk = desk
        say(talk.tell(self.desk.state, self.desk.desk, isWhole: true))
    }

    /// Types a line.
    ///
    /// - Returns: what is heard.
    @discardableResult
    package mutating func type(_ line: String) -> [String] {
        transcript += PlainView.prompt(desk.state, desk.desk) + SafeText.singleLine(line) + "\n"
        let stamp = EventStamp(at: desk.clock, by: desk.desk.clerk)
        let lines: [String]
        switch PlainReader.read(line, &talk, desk.state, stamp, desk.desk) {
        case .nothing: lines = []
        case .say(let said): lines = said
        case .again: lines = talk.tell(desk.state, desk.desk, isWhole: true)
        case .inputs(let inputs): lines = carryOut(inputs)
        case .look(let inputs): lines = carryOut(inputs, isLooking: true)
        }
        say(lines)
        return lines
    }

    package mutating func type(lines: String...) { for line in lines { type(line) } }

    /// Presses Ctrl-C.
    @discardableResult
    package mutating func interrupt() -> [String] {
        let lines = carryOut(PlainReader.cancel(&talk, desk.state, desk.desk))
        say(lines)
        return lines
    }

    private mutating func carryOut(_ inputs: [DeskEvent.Input], isLooking: Bool = false) -> [String] {
        for input in inputs { desk.send(input) }
        guard !desk.state.isOver else { return [] }
        let lines = talk.tell(desk.state, desk.desk, isLooking: isLooking)
        for input in talk.afterwards(desk.state, desk.desk) { desk.send(input) }
        return lines
    }

    private mutating func say(_ lines: [String]) { transcript += lines.map { $0 + "\n" }.joined() }
}

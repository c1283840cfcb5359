import CaseDomain
import CaseStore
import ScreenKit

/// Opening the palette, and doing what was chosen at the place where it was opened.
enum PaletteReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) {
        if case .picker(let picker)? = state.modal, picker.purpose == .palette {
            state.uncover()
            return
        }
        // A help or a list of messages only looks; what stands under it is the place that is meant.
        if state.modal?.isCover == true { state.uncover() }
        let options = CommandPalette.options(state, desk)
        state.cover(with: .picker(Picker(purpose: .palette, options: options, takesMany: false, chosen: [])))
    }

    static func choose(
        _ picker: Picker, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let id = picker.chosen.first, let command = CommandPalette.Command(id) else {
            state.status = StatusLine(.info, desk.say(Phrases.Palette.none))
            return []
        }
        state.uncover()
        state.palette.use(id)
        let note = ClerkNote(name: PaletteMemory.note, at: stamp.at, text: state.palette.text)
        let kept = [state.effect(.remember(note, desk.clerk))]
        return carryOut(command, &state, stamp, desk) + kept
    }

    private static func carryOut(
        _ command: CommandPalette.Command, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch command {
        case .intent(let intent): return DeskReducer.carryOut(intent, &state, stamp, desk)
        case .action(let action):
            guard state.modal == nil else {
                state.refuse(Phrases.Palette.closeBox, desk)
                return []
            }
            guard state.work?.file != nil else {
                state.refuse(Phrases.Keys.openCaseFirst, desk)
                return []
            }
            return ActionReducer.begin(action, &state, stamp, desk)
        case .view(let place):
            let tabs = QueueTabs.all(state, desk)
            guard state.modal == nil, state.work == nil, tabs.indices.contains(place) else {
                state.refuse(Phrases.Palette.viewElsewhere, desk)
                return []
            }
            return ViewReducer.turn(to: tabs[place], &state, desk)
        case .mouse:
            state.isMouseOn.toggle()
            state.status = StatusLine(
                .success, desk.say(state.isMouseOn ? Phrases.Palette.mouseIsOn : Phrases.Palette.mouseIsOff))
            return []
        }
    }

    /// Asks for what was used the other day.
    static func recall(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        [state.effect(.recall(PaletteMemory.note, desk.clerk))]
    }

    static func recalled(_ notes: [ClerkNote], _ state: inout DeskState) {
        guard let note = notes.first(where: { $0.name == PaletteMemory.note }) else { return }
        state.palette = PaletteMemory(note.text)
    }
}

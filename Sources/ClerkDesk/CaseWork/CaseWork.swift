package import CaseDomain
import ScreenKit

/// A case on the desk: what the store has of it, what is being typed, and where the cursor stands.
package struct CaseWork: Hashable, Sendable {
    /// Nil while a new case is being taken in.
    package private(set) var file: CaseFile?
    package var form: ParticularsForm
    package var pane: Pane
    /// The cursor in the checklist, over the lines of `CaseSheet`.
    package var line = 0
    /// The cursor among the checks of that line.
    package var check = 0
    /// 一件事: the other cases of the bundle, as they were last read; empty for a case of its own.
    package private(set) var sisters: [CaseFile] = []
    /// What can be taken back, newest last. Only what this desk did since the case was opened.
    package var undo: [UndoStep] = []
    /// Whether identity numbers are shown in full; asking for it was logged.
    package var isRevealed = false
    /// Set while what was typed into the form must be compared with what somebody else wrote.
    package var unsettled: Unsettled?

    /// A place in the checklist and among a line's checks.
    package struct Cursor: Hashable, Sendable {
        package let line: Int
        package let check: Int
    }

    package struct UndoStep: Hashable, Sendable {
        /// What brings the case back to how it was.
        package let payloads: [CaseEvent.Payload]
        /// Where the clerk stood then.
        package let cursor: Cursor
        /// What brings the sisters back that got the same; by case.
        package var sisters: [CaseNumber: [CaseEvent.Payload]] = [:]
    }

    package var cursor: Cursor {
        get { Cursor(line: line, check: check) }
        set { (line, check) = (newValue.line, newValue.check) }
    }

    package enum Pane: Hashable, Sendable {
        case checklist, checks, form

        var place: DeskPlace {
            switch self {
            case .checklist: .checklist
            case .checks: .checks
            case .form: .form
            }
        }
    }

    /// A new case; the form is where it begins.
    package init(form: ParticularsForm) {
        self.form = form
        pane = .form
    }

    package init(file: CaseFile, sisters: [CaseFile] = []) {
        self.file = file
        self.sisters = sisters
        form = ParticularsForm(file.particulars, window: file.window)
        pane = .checklist
    }

    /// The application as it would be if the form were saved now: the checklist beside the form follows every key.
    package var application: Application {
        guard let file else { return Application(particulars: form.leading) }
        guard form.isDirty else { return file.application }
        return Application(particulars: form.draft, materials: file.application.materials)
    }

    /// Whether a field holds an identity number of the case that nobody asked to see.
    func isCovered(_ field: FormFieldID) -> Bool {
        guard field.isIdentityNumber, !isRevealed else { return false }
        if form.isCopied(field) { return true }
        guard let particulars = file?.particulars else { return false }
        let number = field == .agentID ? particulars.agent?.idNumber : particulars.applicant.principal?.idNumber
        return number != nil && number == form.text(field)
    }

    /// Edits the focused field. A covered number can't be corrected unseen: changing it begins it anew, else one key
    /// would uncover it without a trace.
    mutating func edit(_ edit: TextEdit) {
        guard isCovered(form.focus) else {
            form.edit(edit)
            return
        }
        if edit.isMove || edit == .undo || edit == .yank { return }
        form.edit(.end)
        form.edit(.deleteToStart)
        if case .insert = edit { form.edit(edit) }
    }

    /// Takes in what the store has now. What was typed into the form and isn't in the case yet stays typed.
    package mutating func update(_ file: CaseFile) {
        self.file = file
        if form.isDirty, form.draft != file.particulars { return }
        resetForm()
    }

    /// Takes in what the store has now of any of the bundle's cases.
    package mutating func update(_ files: [CaseFile]) {
        for file in files {
            if file.number == self.file?.number {
                update(file)
            } else if let place = sisters.firstIndex(where: { $0.number == file.number }) {
                sisters[place] = file
            }
        }
    }

    /// Puts the form back to what the case says.
    package mutating func resetForm() {
        guard let file else { return }
        let focus = form.focus
        form = ParticularsForm(file.particulars, window: file.window)
        form.moveFocus(to: focus)
        unsettled = nil
    }
}

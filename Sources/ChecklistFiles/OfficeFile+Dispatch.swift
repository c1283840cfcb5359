import CaseDomain
import Yams

/// How an office prints and sends messages.
extension NodeReader {
    mutating func printing(_ node: Node) -> Office.Printing {
        var printing = Office.Printing()
        guard
            let fields = mapping(node, "‘printing’", required: [], optional: ["printer", "copies", "command"])
        else { return printing }
        printing.printer = text(fields, "printer")
        printing.copies = integer(fields, "copies", atLeast: 1)
        printing.command = fields["command"].flatMap { command($0, knowing: ["printer", "copies", "title"]) }
        return printing
    }

    mutating func messaging(_ node: Node) -> Office.Messaging {
        var messaging = Office.Messaging()
        guard
            let fields = mapping(
                node, "‘messages’", required: ["gateway"],
                optional: ["spool", "command", "from-hours", "to-hours", "reminder-days", "tries"])
        else { return messaging }
        messaging.gateway = gateway(fields) ?? .none
        let from = fields["from-hours"].flatMap { minutes($0, "‘from-hours’") } ?? 0
        let to = fields["to-hours"].flatMap { minutes($0, "‘to-hours’") } ?? 24 * 60
        if from >= to {
            report(.badValue, "‘from-hours’ isn't before ‘to-hours’", at: node, hint: "such as \"08:30\" and \"18:00\"")
        }
        messaging.hours = Office.Messaging.Hours(from: from, to: to)
        if fields["reminder-days"] != nil {
            messaging.reminderDays = integer(fields, "reminder-days", atLeast: 0) ?? messaging.reminderDays
        }
        if fields["tries"] != nil { messaging.tries = integer(fields, "tries", atLeast: 1) ?? messaging.tries }
        return messaging
    }

    private mutating func gateway(_ fields: Fields) -> Office.Messaging.Gateway? {
        guard let name = text(fields, "gateway") else { return nil }
        switch name {
        case "none": return Office.Messaging.Gateway.none
        case "gammu":
            guard let spool = text(fields, "spool") else {
                report(.missingKey, "the gateway gammu needs ‘spool’", at: fields.node, hint: "spool: /var/spool/gammu")
                return nil
            }
            guard spool.hasPrefix("/") else {
                report(.badValue, "‘spool’ is ‘\(spool)’", at: fields["spool"], hint: "a path that begins with /")
                return nil
            }
            return .gammu(spool: spool)
        case "command":
            guard let node = fields["command"] else {
                report(.missingKey, "the gateway command needs ‘command’", at: fields.node, hint: "command: [program]")
                return nil
            }
            return command(node, knowing: ["number", "id"]).map { .command($0) }
        default:
            report(
                .badValue, "‘gateway’ is ‘\(name)’", at: fields["gateway"],
                hint: Hint.nearest(name, among: ["gammu", "command", "none"]) ?? "gammu, command or none")
            return nil
        }
    }

    /// A program with its arguments, each a text of its own: no shell ever reads them.
    private mutating func command(_ node: Node, knowing names: [String]) -> [String]? {
        let words = list(node, "‘command’").compactMap { scalar($0, "a word of ‘command’") }
        guard let program = words.first else {
            report(.badValue, "‘command’ names no program", at: node, hint: "[program, argument, …]")
            return nil
        }
        guard program.hasPrefix("/") else {
            report(.badValue, "the program is ‘\(program)’", at: node, hint: "a path that begins with /")
            return nil
        }
        for name in words.flatMap(PlaceholderCheck.all) where !names.contains(name) {
            report(
                .badValue, "‘command’ has no placeholder {\(name)}", at: node,
                hint: "known: \(names.map { "{\($0)}" }.joined(separator: ", "))")
        }
        return words
    }

    /// `HH:MM`, in minutes after midnight; 24:00 is the end of the day.
    private mutating func minutes(_ node: Node, _ what: String) -> Int? {
        guard let text = scalar(node, what) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1], (0...59).contains(minutes),
            (0...24).contains(hours), hours < 24 || minutes == 0
        else {
            report(.badValue, "\(what) is ‘\(text)’", at: node, hint: "a time of day in quotes, such as \"08:30\"")
            return nil
        }
        return hours * 60 + minutes
    }
}

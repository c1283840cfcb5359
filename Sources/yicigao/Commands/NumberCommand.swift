import ArgumentParser
import CaseDomain
import CaseFormat
import ClerkDesk

/// `yicigao number`: says what is wrong with a number, place by place.
struct NumberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "核对证照号码，指出错在哪一位。Says what is wrong with a number.",
        discussion: """
            例 Example:  yicigao number uscc 91371625MA3EXAMPLE

            种类 Kinds: uscc 统一社会信用代码, resident-id 公民身份号码, licence 许可证编号 (JY), filing 备案编号 (YB), \
            production 食品生产许可证编号 (SC)
            退出码：0 正确（可有提醒），1 有误。Exit code: 0 right, warnings or not; 1 wrong.
            """)

    @Argument(help: ArgumentHelp("种类。What it is.", valueName: "kind"))
    var kind: String

    @Argument(help: ArgumentHelp("号码。The number.", valueName: "value"))
    var value: String

    @Flag(help: "一个 JSON 对象。One JSON object.")
    var json = false

    func run() throws {
        try CommandOutput.run { output in
            guard let kind = NumberReading.Kind(rawValue: self.kind) else {
                throw TermArgument.unknown(self.kind, "KIND", among: NumberReading.Kind.allCases.map(\.rawValue))
            }
            let reading = NumberReading(value, as: kind, on: BusinessClock.system.now().date)
            if json {
                try output.write(NumberJSON.bytes(reading))
            } else {
                for line in NumberText.lines(reading) { try output.line(line) }
            }
            return reading.isValid ? .fine : .refused
        }
    }
}

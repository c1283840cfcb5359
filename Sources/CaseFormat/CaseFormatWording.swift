import CaseDomain

extension CaseFormatError: CustomStringConvertible {
    /// One line: `$.materials[3].fields.date: 应为日期（YYYY-MM-DD）`.
    package var description: String { "\(path): \(message)" }

    package var message: String { problem.message }
}

extension CaseFormatError.Problem {
    /// One line of Chinese, without the path.
    package var message: String {
        switch self {
        case .notJSON(let fault, let byte): "不是合法的 JSON（第 \(byte) 字节）：\(fault.message)"
        case .recordTooLong(let limit): "一条记录超过 \(limit) 字节"
        case .notACase: "缺少 \"format\": \"\(CaseReader.format)\"，不是办件文件"
        case .otherFormat(let written):
            "格式应为 \(CaseReader.format)" + (written.map { "，文件写的是 \($0)" } ?? "")
        case .missingKey(let key): "缺少必填项 \(key)"
        case .unknownKey(let nearest): "未知的键" + hint(nearest)
        case .repeatedKey: "同一个键出现了两次"
        case .wrongType(let expected, let found): "应为\(expected.name)，却是\(found.name)"
        case .unknownID(let written, let nearest):
            "未知的代码" + (written.map { " \"\($0)\"" } ?? "") + hint(nearest)
        case .notADate: "应为日期（YYYY-MM-DD）"
        case .notAMoment: "应为带时区的时刻（YYYY-MM-DDTHH:MM:SS+08:00）"
        case .notAValidity: "应为日期（YYYY-MM-DD）或 permanent"
        case .notACounty: "应为六位行政区划代码"
        case .blank: "不能为空"
        case .textTooLong(let limit): "超过 \(limit) 个字符"
        case .countOutOfRange(let limit): "应为 0 到 \(limit) 的整数"
        case .areaOutOfRange(let limit): "应大于 0 且不超过 \(limit) 平方米"
        case .foreignCheck(let material): "材料 \(material.id) 没有这项检查"
        case .repeatedMaterial(let material, let first): "材料 \(material.id) 重复，已见于 $.materials[\(first)]"
        }
    }

    private func hint(_ nearest: String?) -> String {
        nearest.map { "，是否应为 \($0)？" } ?? ""
    }
}

extension CaseFormatError.ValueType {
    fileprivate var name: String {
        switch self {
        case .null: "空值（null）"
        case .boolean: "布尔值（true/false）"
        case .integer: "整数"
        case .number: "小数"
        case .string: "字符串"
        case .array: "数组"
        case .object: "对象"
        }
    }
}

extension JSONFault {
    fileprivate var message: String {
        switch self {
        case .empty: "没有内容"
        case .trailing: "一个对象之后还有内容（一行一件的文件请用 .jsonl 扩展名）"
        case .badValue: "值不合法"
        case .badKey: "键应为带引号的字符串"
        case .noColon: "键后缺少冒号"
        case .noComma: "缺少逗号或右括号"
        case .badEscape: "转义序列不合法"
        case .badSurrogate: "代理对不完整"
        case .badUTF8: "不是 UTF-8 编码"
        case .nul: "含有 NUL 字符"
        case .unterminated: "字符串没有结束"
        case .badNumber: "数字不合法或超出范围"
        case .tooDeep: "嵌套过深"
        case .tooLong: "内容过长"
        case .noMemory: "内存不足"
        }
    }
}

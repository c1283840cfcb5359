package import CaseDomain

/// Why a row of a table is no case, and in which column. It never carries what a person wrote.
package struct RowFault: Error, Hashable, Sendable {
    /// Nil where the row as a whole is wrong.
    package let column: String?
    package let problem: Problem
    /// What kind of thing the cell holds.
    package let cell: CellKind?

    package init(_ problem: Problem, column: String? = nil, cell: CellKind? = nil) {
        self.problem = problem
        self.column = column
        self.cell = cell
    }

    package enum Problem: Hashable, Sendable {
        case row(DelimitedRow.Fault)
        case notUTF8
        case tooFewCells(Int)
        case tooManyCells(Int)
        /// The table of values doesn't have it.
        case unknownValue
        case notADate, notANumber, notACount
        /// Two columns say how this material came.
        case repeatedMaterial(Material)
        /// What stands on this material is told, but not how it came; or that it didn't.
        case materialNotTold(Material)
        case materialMissing(Material)
        case format(CaseFormatError.Problem, path: String)
    }
}

/// What a cell looks like, as a message may tell it.
package enum CellKind: Hashable, Sendable {
    case empty
    case digits(Int)
    case date
    case letters(Int)
    case han(Int)
    case mixed(Int)

    package init(_ text: String) {
        let scalars = text.unicodeScalars
        let count = scalars.count
        func all(_ test: (Unicode.Scalar) -> Bool) -> Bool { scalars.allSatisfy(test) }
        if scalars.isEmpty {
            self = .empty
        } else if all({ (0x30...0x39).contains($0.value) }) {
            self = .digits(count)
        } else if CaseMapping.DatePattern.allCases.contains(where: { $0.date(text) != nil }) {
            self = .date
        } else if all({ $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value)) }) {
            self = .letters(count)
        } else if all({ $0.properties.isIdeographic }) {
            self = .han(count)
        } else {
            self = .mixed(count)
        }
    }
}

extension RowFault: CustomStringConvertible {
    /// One line: `“收件时间”列：应为日期（是8个数字）`.
    package var description: String {
        let place = column.map { "“\(ShownName($0).text)”列：" } ?? ""
        return place + message + (cell.map { "（\($0.words)）" } ?? "")
    }

    private var message: String {
        switch problem {
        case .row(.openQuote): "引号没有闭合"
        case .row(.textAfterQuote(let cell)): "第 \(cell + 1) 格引号之后还有内容"
        case .row(.tooLong(let limit)): "一行超过 \(limit) 字节"
        case .notUTF8: "编码不对，有不能读的字节"
        case .tooFewCells(let count): "比表头少 \(count) 格"
        case .tooManyCells(let count): "比表头多 \(count) 格"
        case .unknownValue: "对照表里没有这个值"
        case .notADate: "不是对照文件所写的日期"
        case .notANumber: "应为数"
        case .notACount: "应为不小于 0 的整数"
        case .repeatedMaterial(let material): "材料 \(material.id) 在另一列已经写过"
        case .materialNotTold(let material): "写了材料 \(material.id) 的内容，没有哪一列说明它怎样收到"
        case .materialMissing(let material): "写了材料 \(material.id) 的内容，另一列却写它没有提交"
        case .format(let problem, let path): column == nil ? "\(path): \(problem.message)" : problem.message
        }
    }
}

extension CellKind {
    fileprivate var words: String {
        switch self {
        case .empty: "空格子"
        case .digits(let count): "是\(count)个数字"
        case .date: "是日期"
        case .letters(let count): "是\(count)个字母或数字"
        case .han(let count): "是\(count)个汉字"
        case .mixed(let count): "是\(count)个字符"
        }
    }
}

package import CaseDomain
import TextLayout

/// Why a table can't be read with a mapping at all.
package enum HeadingFault: Error, Hashable, Sendable {
    case empty
    case unreadable
    case missing([String])
    /// - nearest: what one of them may have been meant for.
    case unknown([String], nearest: String?)
    case repeated(String)
}

extension HeadingFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "没有表头"
        case .unreadable: "表头不能读（编码或引号不对）"
        case .missing(let names): "表头缺少列：\(names.map { ShownName($0).text }.joined(separator: "、"))"
        case .unknown(let names, let nearest):
            "对照文件里没有列：\(names.map { ShownName($0).text }.joined(separator: "、"))"
                + (nearest.map { "，是否应为 \($0)？" } ?? "") + "（可列入 ignored，或写 others: ignore）"
        case .repeated(let name): "表头里的列“\(ShownName(name).text)”有两个"
        }
    }
}

/// Reads rows of a table as cases, by a mapping. A row becomes a record of the case format and is read as strictly as any.
package struct MappedTable: ~Copyable {
    /// A column of that name is written beside rejected rows, and passed over.
    package static let remark = "错误（导入时忽略）"

    private let mapping: CaseMapping
    /// By place in the row; nil for a column that says nothing.
    private let columns: [CaseMapping.Column?]
    private var reader = CaseReader()

    /// - Parameter heading: the first row of the table.
    package init(_ mapping: CaseMapping, heading: DelimitedRow) throws(HeadingFault) {
        guard heading.fault == nil, !heading.cells.contains(nil) else { throw .unreadable }
        let names = heading.cells.compactMap(\.self)
        guard names.contains(where: { !$0.isEmpty }) else { throw .empty }
        var columns: [CaseMapping.Column?] = []
        var unknown: [String] = []
        var seen: Set<String> = []
        for name in names {
            let column = mapping.columns.first { $0.name == name }
            if column != nil, !seen.insert(name).inserted { throw .repeated(name) }
            let isLeft = mapping.ignored.contains(name) || name == Self.remark || name.isEmpty
            if column == nil, !isLeft, !mapping.ignoresOthers { unknown.append(name) }
            columns.append(column)
        }
        let missing = mapping.columns.filter { $0.isRequired && !seen.contains($0.name) }.map(\.name)
        guard missing.isEmpty else { throw .missing(missing) }
        if let first = unknown.first {
            throw .unknown(unknown, nearest: NearestName.find(first, among: mapping.columns.map(\.name)))
        }
        self.mapping = mapping
        self.columns = columns
    }

    /// Reads a row.
    ///
    /// - Throws: the first thing that is wrong with it.
    package mutating func read(_ row: DelimitedRow) throws(RowFault) -> Application {
        if let fault = row.fault { throw RowFault(.row(fault)) }
        if row.cells.count > columns.count { throw RowFault(.tooManyCells(row.cells.count - columns.count)) }
        if row.cells.count < columns.count { throw RowFault(.tooFewCells(columns.count - row.cells.count)) }
        var record = MappedRecord(mapping)
        for (column, cell) in zip(columns, row.cells) {
            guard let column else { continue }
            guard let cell else { throw RowFault(.notUTF8, column: column.name) }
            try record.take(cell, column)
        }
        try record.settle()
        let json = record.json()
        do throws(CaseFormatError) {
            return try json.withUnsafeBufferPointer { (bytes) throws(CaseFormatError) in try reader.read(bytes) }
        } catch {
            throw fault(error, row, record)
        }
    }

    /// Finds the column that a fault of the record came from.
    private func fault(_ error: CaseFormatError, _ row: DelimitedRow, _ record: borrowing MappedRecord) -> RowFault {
        var path = error.path
        if case .missingKey(let key) = error.problem { path += ".\(key)" }
        if path.hasPrefix("$.") { path.removeFirst(2) }
        let field = CaseField.allCases.first { path == $0.id || path.hasPrefix("\($0.id)[") }
        let place = columns.firstIndex { column in
            switch column?.target {
            case .field(let own): own == field
            case .recorded(let material, let own):
                record.path(of: own, on: material).map { path == $0 || path.hasPrefix("\($0)[") } ?? false
            case .material, .materials, nil: false
            }
        }
        guard let place, let column = columns[place] else {
            return RowFault(.format(error.problem, path: error.path))
        }
        return RowFault(
            .format(error.problem, path: error.path), column: column.name, cell: row.cells[place].map { CellKind($0) })
    }
}

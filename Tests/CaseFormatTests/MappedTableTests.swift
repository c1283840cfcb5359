import CaseDomain
import CaseFormat
import Testing

/// Rows of a table become cases as strictly as records of the case format.
@Suite struct MappedTableTests {
    private static let mapping = CaseMapping(
        name: "t", delimiter: nil, dates: [.dashes, .slashes, .chinese],
        columns: [
            column("编号", .field(.externalNumber)),
            column("事项", .field(.matter), values: ["许可": .text("food-operation-licence")]),
            column("收件", .field(.receivedAt)), column("名称", .field(.applicantName)),
            column("证件", .field(.principalID)), column("负责人", .field(.principalName)),
            column("面积", .field(.area)), column("人数", .field(.staff)),
            column("容缺", .field(.toleranceRequested), values: ["是": .text("true"), "否": .text("false")]),
            column("项目", .field(.items), values: ["热食": .text("hot-dishes"), "冷荤": .text("cold-meat"), "无": .nothing]),
            column(
                "已交", .materials(.handedIn),
                values: ["申请书": .text("application-form"), "执照": .text("business-licence")]),
            column(
                "布局图", .material(.layoutPlan), values: ["有": .text("handed-in"), "无": .text("missing"), "—": .nothing]),
            column("地址", .field(.address)), column("执照名称", .recorded(.businessLicence, .name)),
            column("执照到期", .recorded(.businessLicence, .validUntil), values: ["长期": .text("permanent")]),
            column("申请日期", .recorded(.applicationForm, .date)),
            column("健康证", .recorded(.healthCertificates, .count), how: .retrieved),
            column("图上地址", .recorded(.layoutPlan, .address)),
            column("内容", .recorded(.processDescription, .items), how: .handedIn, values: ["热食": .text("hot-dishes")]),
        ],
        constants: [
            CaseMapping.Constant(field: .action, text: "new"), CaseMapping.Constant(field: .channel, text: "online"),
            CaseMapping.Constant(field: .applicantKind, text: "individual"),
            CaseMapping.Constant(field: .county, text: "371625"),
        ], ignored: ["备注"], ignoresOthers: false, digest: "x")

    private static func column(
        _ name: String, _ target: CaseMapping.Target, how: MaterialSource? = nil,
        values: [String: CaseMapping.Meaning]? = nil
    ) -> CaseMapping.Column {
        CaseMapping.Column(
            name: name, target: target, how: how, isRequired: name == "事项", separators: "、 ", values: values)
    }

    private func rows(_ text: String) -> [DelimitedRow] {
        var rows = DelimitedRows(delimiter: .comma)
        Array(text.utf8).withUnsafeBytes { rows.append($0) }
        rows.end()
        var found: [DelimitedRow] = []
        while let row = rows.next() { found.append(row) }
        return found
    }

    private func read(_ heading: String, _ row: String) throws -> Application {
        let rows = rows("\(heading)\n\(row)\n")
        var table = try MappedTable(Self.mapping, heading: rows[0])
        return try table.read(rows[1])
    }

    private static let heading = "编号,事项,收件,名称,负责人,证件,面积,人数,容缺,项目,已交,布局图,地址,备注"

    @Test func aRowBecomesACase() throws {
        let application = try read(
            Self.heading, "SD-1,许可,2026/11/8 9:05:30.0,老王,王五,1,48.5,5,是,热食、冷荤 无,申请书、执照,无,示例路,x")
        let particulars = application.particulars
        #expect(particulars.externalNumber == "SD-1" && particulars.matter == .foodOperationLicence)
        #expect(particulars.receivedAt.description == "2026-11-08T09:05:30+08:00" && particulars.channel == .online)
        #expect(particulars.applicant.principal == Principal(name: "王五", idNumber: "1"))
        #expect(particulars.premises.area == 48.5 && particulars.facts.staff == 5)
        #expect(particulars.facts[.toleranceRequested] == true && particulars.items == [.hotDishes, .coldMeat])
        #expect(application.materials.map(\.material) == [.applicationForm, .businessLicence, .layoutPlan])
        #expect(application.materials.map(\.how) == [.handedIn, .handedIn, .missing])
    }

    private static let recordings = "事项,收件,名称,地址,已交,布局图,执照名称,执照到期,申请日期,健康证,图上地址,内容"

    /// What stands on a paper comes in with it, whichever column comes first.
    @Test func whatStandsOnMaterialsIsRecorded() throws {
        let application = try read(
            Self.recordings, "许可,2026-11-08,老王,路,申请书、执照,有,王记,长期,2026/11/7,3,示例路,热食")
        let records = application.materials
        #expect(
            records.map(\.material) == [
                .applicationForm, .businessLicence, .layoutPlan, .healthCertificates, .processDescription,
            ])
        #expect(records.map(\.how) == [.handedIn, .handedIn, .handedIn, .retrieved, .handedIn])
        #expect(records[0].fields == MaterialFields(date: CivilDate(dayNumber: 20_764)))
        #expect(records[1].fields == MaterialFields(name: "王记", validUntil: .permanent))
        #expect(records[2].fields == MaterialFields(address: "示例路"))
        #expect(records[3].fields == MaterialFields(count: 3))
        #expect(records[4].fields == MaterialFields(items: [.hotDishes]))
        let until = try read(Self.recordings, "许可,2026-11-08,老王,路,执照,,,2027年1月31日,,,,")
        #expect(until.materials.map(\.fields) == [MaterialFields(validUntil: .until(CivilDate(dayNumber: 20_849)))])
        let none = try read(Self.recordings, "许可,2026-11-08,老王,路,执照,,,,,,,")
        #expect(none.materials.map(\.fields) == [MaterialFields()])
    }

    @Test(arguments: [
        ("许可,2026-11-08,老王,路,,,王记,,,,,", "“执照名称”列：写了材料 business-licence 的内容，没有哪一列说明它怎样收到（是2个汉字）"),
        ("许可,2026-11-08,老王,路,,无,,,,,示例路,", "“图上地址”列：写了材料 layout-plan 的内容，另一列却写它没有提交（是3个汉字）"),
        ("许可,2026-11-08,老王,路,执照,,,明年,,,,", "“执照到期”列：不是对照文件所写的日期（是2个汉字）"),
        ("许可,2026-11-08,老王,路,,,,,,三,,", "“健康证”列：应为不小于 0 的整数（是1个汉字）"),
        ("许可,2026-11-08,老王,路,,,,,,,,凉菜", "“内容”列：对照表里没有这个值（是2个汉字）"),
    ]) func whatIsWrongAboutAMaterialIsSaid(_ row: String, _ words: String) {
        do {
            _ = try read(Self.recordings, row)
            Issue.record("was read")
        } catch let fault as RowFault {
            #expect(fault.description == words)
        } catch {
            Issue.record(error)
        }
    }

    /// What the case format itself refuses of a material is found in its column as well.
    @Test func aFaultOfTheFormatNamesItsColumn() {
        let long = String(repeating: "长", count: 600)
        do {
            _ = try read(Self.recordings, "许可,2026-11-08,老王,路,执照,,\(long),,,,,")
            Issue.record("was read")
        } catch let fault as RowFault {
            #expect(fault.column == "执照名称" && fault.cell == .han(600))
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: ["2026-11-08", "2026/11/8", "2026年11月8日"]) func aDayAloneIsItsBeginning(_ day: String) throws {
        let application = try read("事项,收件,名称,地址", "许可,\(day),老王,示例路")
        #expect(application.particulars.receivedAt == Moment(CivilDate(dayNumber: 20_765)))
        #expect(application.materials.isEmpty && application.particulars.applicant.principal == nil)
    }

    @Test(arguments: [
        ("许可,20261108,老王,路", "“收件”列：不是对照文件所写的日期（是8个数字）"),
        ("许可,2026-11-08 25:00,老王,路", "“收件”列：不是对照文件所写的日期（是16个字符）"),
        ("烟草,2026-11-08,老王,路", "“事项”列：对照表里没有这个值（是2个汉字）"),
        (",2026-11-08,老王,路", "“事项”列：缺少必填项 matter（空格子）"), ("许可,2026-11-08,老王", "比表头少 1 格"),
        ("许可,2026-11-08,老王,路,多", "比表头多 1 格"), ("许可,2026-11-08,\"老王\"x,路", "第 3 格引号之后还有内容"),
        ("许可,2026-11-08,,路", "“名称”列：缺少必填项 name（空格子）"),
    ]) func whatIsWrongIsSaidWithoutSayingWhatStoodThere(_ row: String, _ words: String) {
        do {
            _ = try read("事项,收件,名称,地址", row)
            Issue.record("was read")
        } catch let fault as RowFault {
            #expect(fault.description == words)
        } catch {
            Issue.record(error)
        }
    }

    @Test func twoColumnsDoNotSayTheSame() throws {
        #expect(throws: RowFault.self) {
            try read("事项,收件,名称,地址,面积", "许可,2026-11-08,老王,路,很大")
        }
        #expect(throws: RowFault.self) {
            try read("事项,收件,名称,地址,人数", "许可,2026-11-08,老王,路,-1")
        }
        #expect(throws: RowFault.self) {
            try read("事项,收件,名称,地址,已交", "许可,2026-11-08,老王,路,申请书、申请书")
        }
    }

    @Test(arguments: [
        ("名称,地址", HeadingFault.missing(["事项"])), ("事项,电话", .unknown(["电话"], nearest: nil)),
        ("事项,事项", .repeated("事项")), ("事项,名稱x", .unknown(["名稱x"], nearest: nil)),
    ]) func aHeadingOfAnotherTableIsRefused(_ heading: String, _ fault: HeadingFault) {
        #expect(throws: fault) { _ = try MappedTable(Self.mapping, heading: rows(heading)[0]) }
    }

    /// Cells of any sense or none: a case or a fault in a column that is there.
    @Test(arguments: 0..<80) func noRowIsTooWild(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func below(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 11) % limit
        }
        let words = [
            "", "许可", "2026-11-08", "2026年2月30日", "老王", "-1", "1e400", "48.5", "是", "热食、无", "申请书", "有", "龘\u{202E}",
            String(repeating: "长", count: 600), "999999999999999999999", "nan", "０",
        ]
        let names = Self.heading.split(separator: ",").map(String.init)
        let row = names.map { _ in words[below(words.count)] }.joined(separator: ",")
        do {
            _ = try read(Self.heading, row)
        } catch let fault as RowFault {
            #expect(fault.column.map(names.contains) ?? true)
            #expect(!fault.description.contains("老王") && !fault.description.contains("龘"))
        }
    }
}

package import CaseDomain

/// Puts reports together from what was counted: the same figures that the boards show.
package struct FigureReport: Sendable {
    package let office: String
    package let indicators: [Indicator]
    /// What a group or a paper is called.
    package let groupName: @Sendable (FigureGrouping, String) -> String
    package let materialName: @Sendable (Material?) -> String
    package let defectName: @Sendable (Material?, String) -> String
    package let feedbackName: @Sendable (FeedbackKind) -> String

    package init(
        office: String, indicators: [Indicator],
        groupName: @escaping @Sendable (FigureGrouping, String) -> String,
        materialName: @escaping @Sendable (Material?) -> String,
        defectName: @escaping @Sendable (Material?, String) -> String,
        feedbackName: @escaping @Sendable (FeedbackKind) -> String
    ) {
        self.office = office
        self.indicators = indicators
        self.groupName = groupName
        self.materialName = materialName
        self.defectName = defectName
        self.feedbackName = feedbackName
    }

    /// 日报、周报、月报、年报.
    ///
    /// - Parameters:
    ///   - sheet: of the period, told apart by what the second table is to have a row for.
    ///   - before: of the time before; nil to leave the comparison out.
    ///   - made: when the report was made.
    package func report(
        _ period: ReportPeriod, _ sheet: FigureSheet, before: FigureSheet?, whose: String, made: Moment
    ) -> Report {
        var tables = [indicatorTable(sheet.total, before?.total, days: period.days)]
        if sheet.query.grouping != .none { tables.append(groupTable(sheet)) }
        tables.append(defectTable(sheet))
        return Report(
            title: "\(office)食品经营许可办理\(period.name)", head: head(period.days, whose, made), tables: tables,
            notes: notes(sheet))
    }

    /// 季报, with what a quarter's award goes by: who meets how many of the targets.
    ///
    /// - Parameters:
    ///   - units: of the period, by window.
    ///   - people: of the period, by clerk.
    ///   - before: of the quarter before.
    package func quarterly(
        _ period: ReportPeriod, units: FigureSheet, people: FigureSheet, before: FigureSheet, whose: String,
        made: Moment
    ) -> Report {
        Report(
            title: "\(office)食品经营许可办理\(period.name)", head: head(period.days, whose, made),
            tables: [
                indicatorTable(units.total, before.total, days: period.days), awardTable("窗口评比", units),
                awardTable("经办人评比", people), defectTable(units),
            ], notes: notes(units))
    }

    /// 滚动通报: who has many corrections, refusals or bad ratings, the most first, and what people complained of.
    ///
    /// - Parameters:
    ///   - units: of the period, by window.
    ///   - people: of the period, by clerk.
    ///   - complaints: what was told in the period; nil where the report is about one clerk or matter.
    package func rolling(
        _ period: ReportPeriod, units: FigureSheet, people: FigureSheet, complaints: [Feedback]?, whose: String,
        made: Moment
    ) -> Report {
        Report(
            title: "\(office)补正与不予受理情况滚动通报", head: head(period.days, whose, made),
            tables: [
                correctionTable("按窗口", units), correctionTable("按经办人", people), defectTable(units),
            ] + (complaints.map { [complaintTable($0)] } ?? []), notes: notes(units))
    }

    /// 首月报告: what a new system has done in its first month, and how long it took beside the month before.
    package func firstMonth(
        _ period: ReportPeriod, _ sheet: FigureSheet, before: FigureSheet, whose: String, made: Moment
    ) -> Report {
        let (now, then) = (sheet.total, before.total)
        let counts: [(String, [Measure])] = [
            ("收件", [.received]), ("受理", [.accepted]),
            ("核查", [.inspectedOnSite, .inspectedByVideo, .inspectedSamples]), ("办结", [.approved, .denied]),
            ("发证", [.licensed]),
        ]
        let times: [(String, Measure)] = [("告知用时", .answerDays), ("核查用时", .inspectionDays), ("办结用时", .decisionDays)]
        let first = ReportTable(
            "办理件数", [.init("环节", isNumber: false), .init("首月"), .init("前一月")],
            counts.map { name, measures in
                [.text(name)] + [now, then].map { row in .count(measures.reduce(0) { $0 + row[$1].count }) }
            })
        let second = ReportTable(
            "各环节用时（工作日）",
            [.init("环节", isNumber: false), .init("首月中位"), .init("九分位"), .init("前一月中位"), .init("九分位")],
            times.map { name, measure in
                [.text(name)]
                    + [now, then].flatMap { row in
                        [5, 9].map { tenths in row[measure].quantile(tenths: tenths).map { .days($0) } ?? .none }
                    }
            })
        return Report(
            title: "\(office)\(period.name)", head: head(period.days, whose, made),
            tables: [first, second, groupTable(sheet), defectTable(sheet)],
            notes: notes(sheet))
    }

    private func head(_ days: ClosedRange<CivilDate>, _ whose: String, _ made: Moment) -> [String] {
        let span =
            days.lowerBound == days.upperBound
            ? "\(days.lowerBound)" : "\(days.lowerBound)—\(days.upperBound)"
        return ["统计期间：\(span)", "范围：\(whose)", "生成时间：\(made.date) \(made.clock)"]
    }

    /// 待核: targets whose source nobody has checked say so, and so does what isn't counted yet.
    private func notes(_ sheet: FigureSheet) -> [String] {
        let unsure = indicators.filter { $0.target != nil && !$0.basis.verified }.map(\.name)
        return (sheet.isComplete ? [] : ["历史办件仍在补统计，本表不全。"])
            + (unsure.isEmpty ? [] : ["目标值来源待核的指标：\(unsure.joined(separator: "、"))。"])
    }

    private func indicatorTable(
        _ now: FigureSheet.Row, _ then: FigureSheet.Row?, days: ClosedRange<CivilDate>
    ) -> ReportTable {
        var columns: [ReportTable.Column] = [.init("指标", isNumber: false), .init("本期")]
        if then != nil { columns.append(.init("上期")) }
        columns += [.init("目标"), .init("达标", isNumber: false)]
        return ReportTable(
            "主要指标", columns,
            indicators.map { indicator in
                let value = indicator.value(of: now)
                var row: [ReportTable.Cell] = [.text(indicator.name), indicator.cell(value)]
                if let then { row.append(indicator.cell(indicator.value(of: then))) }
                let target = indicator.target
                row.append(.text(target.map { $0.words(indicator) } ?? "-"))
                guard let target, let value else { return row + [.text("-")] }
                return row + [.text(target.isMet(by: value, in: days) ? "达到" : "未达到")]
            })
    }

    private static let columns: [(String, [Measure])] = [
        ("收件", [.received]), ("受理", [.accepted]), ("告知", [.notified]), ("二次", [.notifiedTwice]),
        ("不予受理", [.refused]), ("准予", [.approved]), ("不予", [.denied]), ("发证", [.licensed]),
    ]

    private func groupTable(_ sheet: FigureSheet) -> ReportTable {
        let grouping = sheet.query.grouping
        return ReportTable(
            grouping.title,
            [.init(grouping.title, isNumber: false)] + Self.columns.map { .init($0.0) } + [.init("办结中位")],
            sheet.rows.map { row in
                [.text(groupName(grouping, row.key))]
                    + Self.columns.map { column in .count(column.1.reduce(0) { $0 + row[$1].count }) }
                    + [row[.decisionDays].quantile(tenths: 5).map { .days($0) } ?? .none]
            })
    }

    private func correctionTable(_ title: String, _ sheet: FigureSheet) -> ReportTable {
        let rows = sheet.rows.map { row in
            (
                row: row,
                bad: row[.notifiedTwice].count + row[.refused].count + row[.lateFindings].total + row.badRatings
            )
        }
        let worst = rows.filter { $0.row[.received].count + $0.bad > 0 }
            .sorted { ($1.bad, $0.row.key) < ($0.bad, $1.row.key) }
        return ReportTable(
            title,
            [
                .init(title, isNumber: false), .init("收件"), .init("告知"), .init("二次补正"), .init("二次率"), .init("五次以上"),
                .init("漏告知"), .init("不予受理"), .init("差评"),
            ],
            worst.map { row, _ in
                let received = row[.received].count
                let share = received == 0 ? nil : Double(row[.notifiedTwice].count) * 100 / Double(received)
                return [
                    .text(groupName(sheet.query.grouping, row.key)), .count(received), .count(row[.notified].count),
                    .count(row[.notifiedTwice].count), share.map { .percent($0) } ?? .none,
                    .count(row[.notifiedFive].count), .count(row[.lateFindings].total), .count(row[.refused].count),
                    .count(row.badRatings),
                ]
            })
    }

    /// Targets of a whole year are left out: nobody meets them alone.
    private func awardTable(_ title: String, _ sheet: FigureSheet) -> ReportTable {
        let judged = indicators.filter { $0.target?.isYearly == false }
        let rows = sheet.rows.map { row in
            let known = judged.compactMap { indicator in
                indicator.value(of: row).flatMap { value in
                    indicator.target.map { $0.isMet(by: value, in: sheet.query.days) }
                }
            }
            return (row: row, met: known.count { $0 }, known: known.count)
        }
        let best = rows.filter { $0.known > 0 }.sorted { left, right in
            let (one, other) = (left.met * right.known, right.met * left.known)
            if one != other { return one > other }
            let (work, rest) = (left.row[.received].count, right.row[.received].count)
            return work == rest ? left.row.key < right.row.key : work > rest
        }
        return ReportTable(
            title,
            [
                .init(sheet.query.grouping.title, isNumber: false), .init("达标项"), .init("应评项"), .init("收件"),
                .init("办结"), .init("二次补正"), .init("漏告知"), .init("差评"),
            ],
            best.map { row, met, known in
                [
                    .text(groupName(sheet.query.grouping, row.key)), .count(met), .count(known),
                    .count(row[.received].count), .count(row[.approved].count + row[.denied].count),
                    .count(row[.notifiedTwice].count), .count(row[.lateFindings].total), .count(row.badRatings),
                ]
            })
    }

    private func complaintTable(_ complaints: [Feedback]) -> ReportTable {
        ReportTable(
            "群众反映", [.init("类别", isNumber: false), .init("件数"), .init("已办结"), .init("上报未答复")],
            FeedbackKind.allCases.map { kind in
                let told = complaints.filter { $0.opening.kind == kind }
                return [
                    .text(feedbackName(kind)), .count(told.count), .count(told.count { $0.state == .closed }),
                    .count(told.count { $0.state == .passedUp }),
                ]
            })
    }

    private func defectTable(_ sheet: FigureSheet) -> ReportTable {
        ReportTable(
            "高频缺陷", [.init("材料", isNumber: false), .init("问题", isNumber: false), .init("次数")],
            sheet.defects.prefix(10).map { defect in
                [
                    .text(materialName(defect.material)), .text(defectName(defect.material, defect.defect)),
                    .count(defect.count),
                ]
            })
    }
}

extension FigureSheet.Row {
    /// 差评.
    fileprivate var badRatings: Int {
        let bad = Set(Rating.Level.allCases.filter(\.isBad).map(\.points))
        return self[.rating].counts.reduce(0) { $0 + (bad.contains($1.key) ? $1.value : 0) }
    }
}

extension Indicator {
    /// The figure as a cell, in its own unit.
    package func cell(_ value: Double?) -> ReportTable.Cell {
        guard let value else { return .none }
        return switch formula {
        case .sum: .count(Int(value))
        case .share, .shareOf: .percent(value)
        case .median, .ninthDecile: .days(Int(value))
        }
    }
}

extension Indicator.Target {
    fileprivate func words(_ indicator: Indicator) -> String {
        let sign =
            switch comparison {
            case .below: "<"
            case .atMost: "≤"
            case .atLeast: "≥"
            }
        let number =
            switch indicator.formula {
            case .share, .shareOf: ReportTable.Cell.percent(value).text
            case .sum, .median, .ninthDecile: String(Int(value))
            }
        return "\(sign)\(number)\(isYearly ? "/年" : "")"
    }
}

extension FigureGrouping {
    /// What a table by it is called.
    package var title: String {
        switch self {
        case .none: "合计"
        case .window: "按窗口"
        case .clerk: "按经办人"
        case .matter: "按事项"
        case .month: "按月"
        case .day: "按日"
        }
    }
}

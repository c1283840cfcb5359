import CaseDomain
package import ChecklistRules
import TextLayout

/// 为什么 in words: the rule, its version and source, the facts it used, and the nearest rule that didn't fire.
package enum ExplanationText {
    /// - Parameters:
    ///   - checklist: the one that judged; nil where a route decided before any was opened.
    ///   - routing: the evaluator's own, which the rule's name counts in.
    /// - Returns: one line each, without line ends; none is longer than a sentence.
    package static func lines(
        _ explanation: Explanation, _ checklist: Checklist?, _ routing: Routing, _ language: Language
    ) -> [String] {
        let writer = Writer(checklist: checklist, routing: routing, language: language)
        return writer.lines(explanation)
    }

    /// The fewest papers that would complete the case; nil where nothing is lacking.
    package static func line(
        _ completion: Completion, _ checklist: Checklist, _ language: Language
    ) -> String? {
        func names(_ materials: TermSet<Material>) -> String {
            materials.terms.map { checklist.name(of: $0, language) }.joined(separator: Phrases.Why.list.text(language))
        }
        let parts = [
            completion.bring.isEmpty ? nil : Phrases.Why.bring.text(language, ["papers": names(completion.bring)]),
            completion.mend.isEmpty ? nil : Phrases.Why.mend.text(language, ["papers": names(completion.mend)]),
        ]
        .compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return Phrases.Why.least.text(language, ["what": parts.joined(separator: Phrases.Why.semicolon.text(language))])
    }

    private struct Writer {
        let checklist: Checklist?
        let routing: Routing
        let language: Language

        func lines(_ explanation: Explanation) -> [String] {
            var lines = [say(Phrases.Why.rule, ["rule": name(explanation.rule), "version": version])]
            lines.append(say(Phrases.Why.answer, ["answer": answer(explanation)]))
            if let basis = explanation.basis {
                let phrase = basis.verified ? Phrases.Why.verified : Phrases.Why.unverified
                lines.append(say(phrase, ["basis": basis.citation]))
            }
            if let judgement = explanation.judgement { lines.append(say(Phrases.Why.judged, ["how": how(judgement)])) }
            if explanation.premises.isEmpty {
                lines.append(say(Phrases.Why.unconditional))
            } else {
                lines.append(say(Phrases.Why.facts))
                lines += explanation.premises.map(premise)
            }
            if let nearest = explanation.nearest {
                lines += self.nearest(nearest, isItself: nearest.rule == explanation.rule)
            }
            return lines
        }

        private func premise(_ premise: Explanation.Premise) -> String {
            let mark =
                switch premise.answer {
                case .yes: Phrases.Why.yes
                case .no: Phrases.Why.no
                case .unknown: Phrases.Why.unknown
                }
            return "  \(TextFit.padded(say(mark), toColumns: 6))\(words(premise.condition))"
        }

        private func nearest(_ miss: Explanation.NearMiss, isItself: Bool) -> [String] {
            let title = isItself ? say(Phrases.Why.ownNearest) : say(Phrases.Why.nearest, ["rule": name(miss.rule)])
            return [title]
                + miss.changes.map { change in
                    let words = self.words(change.condition)
                    return "  - \(change.holds ? words : say(Phrases.Condition.not, ["condition": words]))"
                }
        }

        private func words(_ condition: Condition) -> String {
            condition.words(language) { checklist?.name(of: $0, language) ?? $0.id }
        }

        private var version: String {
            guard let checklist else { return say(Phrases.Why.routing) }
            return "\(checklist.id) \(checklist.version) \(checklist.digest.prefix(19))"
        }

        private func name(_ rule: RuleName) -> String {
            switch rule {
            case .need(let place): return say(Phrases.Why.need, ["line": line(place)])
            case .spared(let place): return say(Phrases.Why.spared, ["line": line(place)])
            case .check(let place, let check):
                guard let requirement = requirement(place), requirement.checks.indices.contains(check) else {
                    return ""
                }
                let rule = requirement.checks[check]
                let label = language == .zh ? rule.label : rule.english
                return say(Phrases.Why.check, ["line": line(place), "check": label])
            case .application(let defect):
                return say(Phrases.Why.application, ["defect": defect.phrase.text(language)])
            case .routing(let place):
                guard routing.rules.indices.contains(place) else { return "" }
                let route = routing.rules[place].route
                return say(Phrases.Why.route, ["route": language == .zh ? route.name : route.english])
            }
        }

        private func answer(_ explanation: Explanation) -> String {
            switch (explanation.rule, explanation.answer) {
            case (_, .unknown): say(Phrases.Why.open)
            case (.need(let place), .yes): requirement(place)?.because ?? ""
            case (.need(let place), .no): requirement(place)?.otherwise ?? ""
            case (.spared(let place), .yes): requirement(place)?.spared?.because ?? ""
            case (_, .yes): say(Phrases.Why.fires)
            case (_, .no): say(Phrases.Why.silent)
            }
        }

        private func how(_ judgement: Judgement) -> String {
            let reason = judgement.reason.map { $0.phrase.text(language) }
            return [judgement.phrase.text(language), reason].compactMap(\.self)
                .joined(separator: say(Phrases.Why.comma))
        }

        private func line(_ place: Int) -> String {
            guard let requirement = requirement(place) else { return "" }
            return "\(requirement.row) \(language == .zh ? requirement.name : requirement.english)"
        }

        private func requirement(_ place: Int) -> Requirement? {
            guard let checklist, checklist.requirements.indices.contains(place) else { return nil }
            return checklist.requirements[place]
        }

        private func say(_ phrase: Phrase) -> String { phrase.text(language) }

        private func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
            phrase.text(language, values)
        }
    }
}

extension Judgement {
    fileprivate var phrase: Phrase {
        switch (verdict, origin: by) {
        case (.unjudged, _): Phrase("还没有判", "not judged yet")
        case (.pass, .machine): Phrase("机核符合", "passes, computed")
        case (.fail, .machine): Phrase("机核不符", "fails, computed")
        case (.pass, _): Phrase("人工判为符合", "passes, by the clerk")
        case (.fail, _): Phrase("人工判为不符", "fails, by the clerk")
        }
    }
}

extension Judgement.Reason {
    fileprivate var phrase: Phrase {
        switch self {
        case .fieldAbsent: Phrase("没有录入材料上写的内容", "what the paper says was not taken down")
        case .caseSilent: Phrase("申请信息里没有可比对的内容", "the case has nothing to compare with")
        case .agrees: Phrase("与申请信息一致", "agrees with the case")
        case .differs: Phrase("与申请信息不一致", "differs from the case")
        case .wrongNumber: Phrase("号码校验不符", "the number fails its check digit")
        case .dateAfterReceipt: Phrase("日期晚于收件日", "dated after receipt")
        case .stillValid: Phrase("在收件日仍有效", "still valid on receipt")
        case .expired: Phrase("在收件日已过期", "ran out before receipt")
        case .complete: Phrase("应有的都写到了", "covers everything")
        case .incomplete: Phrase("应有的没有写全", "doesn't cover everything")
        case .enough: Phrase("数量够", "enough of them")
        case .tooFew: Phrase("数量不够", "too few")
        }
    }
}

extension ApplicationDefect {
    fileprivate var phrase: Phrase {
        switch self {
        case .semiFinishedNeedsCentralKitchen: Phrase("半成品只限中央厨房", "semi-finished needs a central kitchen")
        case .schoolCanteenForbiddenItem: Phrase("学校食堂不得制售的项目", "item forbidden to a school canteen")
        case .itemNotForSubject: Phrase("项目与主体业态不符", "item doesn't fit the subject")
        case .subjectMissing: Phrase("没有选主体业态", "no subject chosen")
        case .badUscc: Phrase("统一社会信用代码校验", "credit code")
        case .badPrincipalID: Phrase("负责人身份证号校验", "principal's identity number")
        case .badAgentID: Phrase("代理人身份证号校验", "agent's identity number")
        case .tooEarlyToRenew: Phrase("延续申请过早", "too early to renew")
        case .licenceNumber: Phrase("许可证编号校验", "licence number")
        }
    }
}

extension Phrases {
    enum Why {
        static let title = Phrase("为什么", "Why")
        static let nothing = Phrase("这一行没有规则可讲", "No rule stands behind this line")
        static let rule = Phrase("规则：{rule}（{version}）", "Rule: {rule} ({version})")
        static let answer = Phrase("结论：{answer}", "Answer: {answer}")
        static let verified = Phrase("依据：{basis}（已核对原文）", "Basis: {basis} (checked against the text)")
        static let unverified = Phrase("依据：{basis}（待核，未对照原文）", "Basis: {basis} (not yet checked against the text)")
        static let judged = Phrase("审查：{how}", "Judged: {how}")
        static let unconditional = Phrase("用到的情况：无，一律适用", "Facts used: none, it always applies")
        static let facts = Phrase("用到的情况：", "Facts used:")
        static let yes = Phrase("是", "yes")
        static let no = Phrase("否", "no")
        static let unknown = Phrase("未知", "?")
        static let ownNearest = Phrase("要使它成立，须：", "It would fire if:")
        static let nearest = Phrase("最接近而没有触发的：{rule}；须：", "Nearest rule that didn't fire: {rule}; it would if:")
        static let routing = Phrase("引导规则", "routing rules")
        static let need = Phrase("{line}", "{line}")
        static let spared = Phrase("{line}·免提交", "{line}, spared")
        static let check = Phrase("{line}·{check}", "{line}, {check}")
        static let application = Phrase("申请信息·{defect}", "application, {defect}")
        static let route = Phrase("引导·{route}", "route, {route}")
        static let open = Phrase("还缺情况，定不下来", "open, for want of facts")
        static let fires = Phrase("适用", "applies")
        static let silent = Phrase("不适用", "doesn't apply")
        static let least = Phrase("办成最少还要：{what}", "The least that would do: {what}")
        static let bring = Phrase("交{papers}", "bring {papers}")
        static let mend = Phrase("改正{papers}", "put right {papers}")
        static let list = Phrase("、", ", ")
        static let semicolon = Phrase("；", "; ")
        static let comma = Phrase("，", ", ")
    }
}

import CaseDomain
import CaseStore
import ClerkDesk

/// What is said of the log.
enum AuditWords {
    static func lines(_ report: ChainReport) -> [String] {
        var lines: [String] = []
        if let fault = report.fault {
            lines.append(words(for: fault))
            lines.append("此前 \(report.head.count) 条完好")
        } else {
            lines.append("\(report.head.count) 条记录全部完好" + (report.erased > 0 ? "，其中 \(report.erased) 条的内容已到期删除" : ""))
            lines.append("锚 \(report.head)")
        }
        if report.unanchored > 0 {
            lines.append("前 \(report.unanchored) 条由旧版程序写成，当时没有锚：它们的末尾是否被截去过，无从核验")
        }
        return lines
    }

    static func words(for fault: ChainFault) -> String {
        var place = "第 \(fault.sequence) 条"
        if let number = fault.number, let revision = fault.revision {
            place += "（\(number.text) 的第 \(revision) 条，\(EventKindWords.name(of: fault.event ?? ""))）"
        }
        return "断开：\(place)\(fault.kind.words)"
    }

    /// - Parameter line: of the log of what was refused and belonged to no case, from 1.
    static func words(forBrokenRefusal line: Int64) -> String { "越权记录第 \(line) 条的封印断开" }

    /// What an event says, or what is still known of it.
    static func words(for event: SealedEvent, _ names: LifeNames) -> String {
        guard let payload = event.payload else {
            let name = EventKindWords.name(of: event.kind)
            return event.seal == .broken ? "\(name)（内容与封印不符）" : name
        }
        let words = HistoryWords.words(for: payload, names)
        switch payload {
        // Their words begin with a thing, not with a deed.
        case .materialRecorded, .materialCleared: return "审查了\(words)"
        case .messageQueued, .messageSettled, .life(.rated): return "登记了\(words)"
        case .life(.attemptRefused): return "曾试图越权，\(words)"
        default: return words
        }
    }
}

extension ChainFault.Kind {
    fileprivate var words: String {
        switch self {
        case .missing: "不见了"
        case .link: "与前一条接不上"
        case .header: "的时间、经办人、办件或种类被改过"
        case .body: "的内容被改过"
        case .bodyGone: "的内容被删去，但没有到期删除的记录"
        case .cutOff: "起的记录被截去"
        case .replaced: "与另存的锚不符：此前的记录被整个换过"
        case .unanchored: "起没有锚：不是本程序写入的"
        }
    }
}

extension SealedEvent.Seal {
    var words: String {
        switch self {
        case .whole: "完整"
        case .erased: "已删除"
        case .broken: "断开"
        }
    }
}

/// 事件的种类 by their names in the log, for those whose words are gone.
enum EventKindWords {
    private static let names = [
        "received": "收件", "particulars-changed": "修改申请信息", "material-recorded": "审查材料",
        "material-cleared": "退回未审", "notice-issued": "发出补正告知书", "correction-received": "补正材料收件",
        "accepted": "受理", "routed": "引导", "withdrawn": "申请撤回", "identity-revealed": "查看证件号码",
        "clock-stopped": "中止计时", "clock-resumed": "恢复计时", "term-extended": "延长期限", "ineligible": "登记资格受限",
        "eligibility-restored": "撤回资格受限的登记", "card-issued": "制发信息公示卡", "bundled": "一件事收件",
        "paper-issued": "制发文书", "spot-corrected": "当场更正", "notice-withdrawn": "撤回告知书", "served": "送达文书",
        "correction-extended": "延长补正期限", "abandoned": "视为放弃", "refused": "不予受理",
        "late-finding-recorded": "登记漏告知", "released": "放行", "visit-answered": "答复上门指导", "gaps-promised": "容缺承诺",
        "gaps-settled": "容缺补齐", "message-queued": "登记短信", "message-settled": "短信办结",
        "inspection-dispatched": "分派核查", "inspection-recalled": "撤回分派", "inspection-waived": "免于核查",
        "video-booked": "预约视频核查", "papers-handed": "材料交接", "inspected": "核查", "reviewed": "审核",
        "sent-back": "退回审核", "decided": "作出决定", "licensed": "发证", "delivery-planned": "登记送达方式",
        "delivered": "送达证照", "archived": "归档", "reassigned": "转办", "rated": "登记评价",
        "rating-answered": "答复评价", "expiry-contacted": "到期提醒", "licence-ended": "不再提醒",
        "attempt-refused": "越权被拒", "look-explained": "说明查看理由", "retention-erased": "保管期满，删除了个人内容",
    ]

    /// - Parameter kind: as the log has it; one that nobody knows is its own name.
    static func name(of kind: String) -> String { names[kind] ?? kind }
}

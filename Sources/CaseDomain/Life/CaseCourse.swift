/// 办理路径: what comes of a case once it is accepted, and so which steps there are for it.
package enum CaseCourse: String, Vocabulary {
    /// 许可、登记: decided, and a certificate comes of it.
    case licence
    /// 注销: decided, and nothing is handed out.
    case cancellation
    /// 备案: put on file under a number; nothing is decided.
    case filing
    /// 报告、信息公示卡: noted and kept.
    case note
}

package import CaseDomain

extension Phrases {
    enum Filing {
        static let title = Phrase("UKey签名申报", "Sign the filing with your token")
        static let explain = Phrase(
            "申请人没有营业执照：由乡镇窗口经办人插入本人UKey，输入口令签名后才能申报。口令不保存、不记录。",
            "The applicant has no business licence: a township clerk signs with his own token. The PIN is not kept.")
        static let basis = Phrase("依据：{basis}", "Basis: {basis}")
        static let pin = Phrase("UKey口令", "Token PIN")
        static let townshipOnly = Phrase(
            "没有营业执照的食堂只能在乡镇（街道）窗口申报", "Canteens without a business licence are filed at a township window only")
        static let townshipWindows = Phrase(
            "没有营业执照的食堂只能在乡镇（街道）窗口申报，请到：{windows}",
            "Canteens without a business licence are filed at a township window only: {windows}")
        static let alone = Phrase(
            "申请人没有营业执照，要UKey签名，不能放在一件事里，请单独收件",
            "The applicant has no business licence: take this matter in alone, with your token")
        static let unsigned = Phrase("缺UKey签名", "NOT SIGNED")
        static let historySigned = Phrase("，UKey签名 {holder}", ", signed by {holder}")
    }
}

extension TokenError {
    /// What happened, that nothing was filed, and what to do next.
    package func words(_ language: Language) -> String {
        switch self {
        case .expired(let until): phrase.text(language, ["date": until.description])
        case .foreign(let holder): phrase.text(language, ["holder": holder])
        case .failed(let code): phrase.text(language, ["code": String(code, radix: 16)])
        default: phrase.text(language)
        }
    }

    private var phrase: Phrase {
        switch self {
        case .noLibrary:
            Phrase("K-01 没有装UKey支持（p11-kit），没有申报；请管理员安装", "K-01 p11-kit isn't installed; nothing was filed")
        case .noModule:
            Phrase(
                "K-02 没有UKey驱动，没有申报；请装厂商驱动，或在机关文件signed-filing写module",
                "K-02 no token driver; nothing was filed. Install it, or name it as module in the office file")
        case .noToken:
            Phrase("K-03 没有找到UKey，没有申报；请插好再保存", "K-03 no token; nothing was filed. Plug yours in, save again")
        case .severalTokens:
            Phrase("K-04 插着几个UKey，没有申报；请只留本人的", "K-04 several tokens; nothing was filed. Leave only yours")
        case .wrongPIN: Phrase("K-05 口令不对，没有申报；输错几次会锁住", "K-05 wrong PIN; nothing was filed. Tokens lock after a few")
        case .pinLocked: Phrase("K-06 口令已锁或过期，没有申报；请找发证机构", "K-06 the PIN is locked; nothing was filed. Ask the issuer")
        case .removed:
            Phrase("K-07 签名时UKey被拔出，没有申报；请插好再保存", "K-07 token removed; nothing was filed. Plug it in, save again")
        case .noKey: Phrase("K-08 UKey里没有能签名的证书，没有申报", "K-08 no certificate that can sign; nothing was filed")
        case .unknownKey: Phrase("K-09 UKey的密钥种类不支持，没有申报", "K-09 unsupported kind of key; nothing was filed")
        case .expired:
            Phrase("K-10 UKey证书有效期{date}，没有申报；请换证", "K-10 the certificate is valid until {date}; nothing was filed")
        case .foreign:
            Phrase("K-11 不是您登记的UKey（{holder}），没有申报", "K-11 not the token of your record ({holder}); nothing was filed")
        case .failed: Phrase("K-12 UKey没有签成（{code}），没有申报；请重插再试", "K-12 the token failed ({code}); nothing was filed")
        }
    }
}

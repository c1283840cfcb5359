extension Phrases {
    enum Leases {
        static let busy = Phrase("{clerk} {window} 正在办理 · {since}", "{clerk} {window} is at it, {since}")
        static let justNow = Phrase("刚才", "just now")
        static let minutesAgo = Phrase("{count}分钟前", "{count} min ago")
        static let hoursAgo = Phrase("{count}小时前", "{count} h ago")
        static let daysAgo = Phrase("{count}天前", "{count} days ago")
        static let askTitle = Phrase("接手此案", "Take the case over")
        static let ask = Phrase(
            "您现在是只读。接手后由您办理，接手会记录，对方会看到提示。接手？",
            "You are reading. Taking over is logged, and the other desk is told. Take it over?")
        static let lost = Phrase(
            "您的占用已被 {clerk} {window} 接手，此案现在只读", "{clerk} {window} took this case over; it is read-only now")
        static let lostKept = Phrase(
            "您的占用已被 {clerk} {window} 接手；未保存的内容已存为草稿",
            "{clerk} {window} took this case over; what wasn't saved is kept as a draft")
        static let tookOver = Phrase("从 {clerk} {window} 接手办理", "took over from {clerk} {window}")
    }
}

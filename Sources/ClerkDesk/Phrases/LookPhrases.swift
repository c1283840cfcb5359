package import ScreenKit

extension Phrases {
    /// Colours, sizes, and what a terminal can't do.
    package enum Look {
        static let theme = Phrase("配色：{theme}", "Colours: {theme}")
        static let growBack = Phrase(
            "放大窗口就回到原处，什么也没丢；现在只有 {quit} 退出起作用", "Enlarge it and all is as it was; only {quit} to quit works now")
        static let quit = Phrase("退出？{yes} 退出，{no} 返回", "Quit? {yes} quits, {no} goes back")
        static let draft = Phrase("告知书草稿", "Draft notice")
        static let issuedPaper = Phrase("告知书", "Notice")
        static let openLines = Phrase("未审{count}项", "{count} open")
        static let rounds = Phrase("历次告知", "Told before")
        static let told = Phrase("第{round}次（{date}）：{problems}", "round {round} ({date}): {problems}")
        static let spotted = Phrase("当场更正过", "corrected on the spot")
        static let papersIndex = Phrase("本案文书", "Papers of this case")
        static let draftEntry = Phrase("待发稿", "Draft")
    }

    /// What is wrong with the terminal or its surroundings, told once at the start.
    package enum Terminal {
        package static let notUTF8 = Phrase(
            "本地语言环境不是UTF-8，汉字可能显示不对：请设 LANG=zh_CN.UTF-8 或 C.UTF-8 再打开",
            "The locale is not UTF-8 and Chinese may look wrong: set LANG=zh_CN.UTF-8 or C.UTF-8 and start again")
        package static let linuxConsole = Phrase(
            "Linux控制台的字体没有汉字：请用SSH、fbterm、kmscon，或加 --plain、--lang en",
            "The Linux console has no Chinese font: use SSH, fbterm, kmscon, or --plain or --lang en")
        package static let wrongMultiplexer = Phrase(
            "在{program}里TERM却是{term}，画面可能错乱：请设 TERM={right}",
            "TERM is {term} inside {program} and the screen may tear: set TERM={right}")
        package static let noTerm = Phrase(
            "没有设置TERM，不知道终端怎样画屏：请设 TERM=xterm-256color 之类，或加 --plain",
            "TERM is not set: set it, such as TERM=xterm-256color, or use --plain")
        package static let unknownTerm = Phrase(
            "系统里没有终端类型“{term}”的说明：请换 TERM（如 xterm-256color），或加 --plain",
            "This system does not know the terminal type {term}: set TERM, such as xterm-256color, or use --plain")
        package static let dumbTerm = Phrase(
            "TERM=dumb 的终端不能画屏：请加 --plain，逐行使用",
            "A terminal of TERM=dumb can't show a screen: use --plain, line by line")
        package static let notATerminal = Phrase(
            "标准输入或标准输出不是终端：请在终端里打开，或加 --plain",
            "Standard input or output is not a terminal: start it in one, or use --plain")
    }
}

extension ScreenTheme {
    package var phrase: Phrase {
        switch self {
        case .automatic: Phrase("自动（随终端背景）", "automatic, by the terminal's background")
        case .light: Phrase("浅色", "light")
        case .dark: Phrase("深色", "dark")
        case .highContrast: Phrase("高对比", "high contrast")
        case .basic: Phrase("八色", "eight colours")
        case .monochrome: Phrase("黑白", "monochrome")
        }
    }
}

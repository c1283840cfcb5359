import CPaperShim

/// Which of the fonts that GB/T 9704-2012 asks for are installed, and what stands in for the others.
///
/// 仿宋 and 小标宋 come with office programs and may not be passed on, so a plain Debian machine has neither.
package struct FontCheck: Hashable, Sendable {
    /// 正文: 仿宋.
    package let body: Face
    /// 标题: 小标宋.
    package let title: Face
    /// 页码: 宋体.
    package let folio: Face

    /// A font and those that come after it where it lacks a character.
    package struct Face: Hashable, Sendable {
        /// Nil where none of the wanted families is installed and any Chinese font has to do.
        package let family: String?
        /// For pango: separated by commas.
        let families: String
        /// For a title in a font that is thinner than 小标宋.
        let isBold: Bool
    }

    /// In the order of preference. A family counts where it has the everyday characters of a notice: 仿宋 fonts for
    /// traditional characters alone don't.
    private static let fangSong = [
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02", "方正仿宋简体", "FZFangSong-Z02S",
        "华文仿宋", "STFangsong", "FandolFang", "cwTeXFangSong",
    ]
    private static let xiaoBiaoSong = [
        "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong",
    ]
    private static let song = ["宋体", "SimSun", "NSimSun", "华文宋体", "STSong"]
    private static let freeSong = [
        "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "AR PL UMing CN", "AR PL SungtiL GB",
        "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    ]
    private static let everyday = "行政许可申请材料补正告知书营业执照经营场所签收日期（）〔〕《》，。；：、0123456789"

    /// Looks through the installed fonts; the libraries must be loaded.
    init() throws(NoticePDFError) {
        guard cps_has_font(nil, Self.everyday) else { throw .noChineseFont }
        body = Face(among: Self.fangSong, then: Self.freeSong, sample: Self.everyday)
        title = Face(among: Self.xiaoBiaoSong, then: Self.freeSong, sample: Self.everyday, othersAreBold: true)
        folio = Face(among: Self.song, then: Self.freeSong, sample: Self.everyday)
    }
}

extension FontCheck.Face {
    fileprivate init(among wanted: [String], then others: [String], sample: String, othersAreBold: Bool = false) {
        let all = wanted + others
        let place = all.firstIndex { cps_has_font($0, sample) }
        family = place.map { all[$0] }
        families = place.map { all[$0...].joined(separator: ",") } ?? "serif"
        isBold = othersAreBold && (place ?? all.count) >= wanted.count
    }
}

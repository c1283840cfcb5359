import NoticeComposer

/// 版面: where things stand on the sheet, in points from its top left corner.
///
/// Legal source: GB/T 9704-2012 (A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 每面 22 行, 每行 28 字).
enum PageGeometry {
    static let millimetre = 72 / 25.4
    static let width = 210 * millimetre
    static let height = 297 * millimetre

    // 版心
    static let left = 28 * millimetre
    static let top = 37 * millimetre
    static let textWidth = 156 * millimetre
    static let textHeight = 225 * millimetre
    static let right = left + textWidth
    static let bottom = top + textHeight
    /// Half a Chinese character: one terminal column. 28 characters of 16 points would be wider than the type area, so
    /// they stand a fifth of a point closer.
    static let column = textWidth / Double(NoticeText.columns)
    /// The standard's 29 points would leave room for 21 lines: 22 × 28.95 fits into 225 mm.
    static let pitch = 28.95

    /// 3号.
    static let bodySize = 16.0
    /// 2号. It fits into the pitch, so a title takes as many lines as on screen.
    static let titleSize = 22.0
    /// 4号.
    static let folioSize = 14.0
    /// 页码 stands so far below the type area, and one character in from its edge.
    static let folioGap = 7 * millimetre
    static let folioInset = column * 2

    /// From the bottom of a character's square to the line it stands on, and to its dash, as parts of the size.
    private static let descent = 0.12
    private static let dash = 0.38

    /// - Parameter index: of the line on its page, from 0.
    static func baseline(ofLine index: Int, size: Double) -> Double {
        let middle = top + (Double(index) + 0.5) * pitch
        return middle + size * (0.5 - descent)
    }

    /// Its dashes lie at the gap.
    static let folioBaseline = bottom + folioGap + folioSize * dash

    // 天头: the mark of a copy on the left, the code with the case's number on the right, where no text stands.
    static let markSize = 14.0
    static let markBaseline = 27 * millimetre
    static let codeSize = 20 * millimetre
    static let codeTop = 8 * millimetre
    static let captionSize = 8.0
    static let captionBaseline = 33 * millimetre
    static let captionWidth = 80 * millimetre

    static let watermarkSize = 150.0
}

/// Why a paper could not be drawn. Nothing was written; the paper itself is in the store as before.
package enum NoticePDFError: Error, Hashable, Sendable {
    /// A library of the system, by its file name.
    case libraryMissing(String)
    /// There is no font with Chinese characters at all.
    case noChineseFont
    /// So many characters of the paper are in no installed font.
    case fontMissing(characters: Int)
    /// What the QR code should say fits into none.
    case codeTooLong(bytes: Int)
    case outOfMemory
}

extension NoticePDFError: CustomStringConvertible {
    /// What is wrong and what to install; no personal data.
    package var description: String {
        switch self {
        case .libraryMissing(let name):
            "系统缺少程序库 \(name)，请安装 \(NoticePDFError.package(of: name))"
        case .noChineseFont: "系统没有中文字体，请安装 fonts-noto-cjk 或者仿宋、小标宋字体"
        case .fontMissing(let count): "有 \(count) 个字在已装的字体里都没有，请安装 fonts-noto-cjk 或者含这些字的字体"
        case .codeTooLong(let bytes): "二维码装不下 \(bytes) 个字节，请缩短机关文件里的 status-url"
        case .outOfMemory: "内存不足"
        }
    }

    /// Debian's package of a library.
    private static func package(of library: String) -> String {
        let packages = [
            "libcairo": "libcairo2", "libfontconfig": "libfontconfig1", "libqrencode": "libqrencode4",
            "libglib": "libglib2.0-0", "libgobject": "libglib2.0-0",
        ]
        return packages.first { library.hasPrefix($0.key) }?.value ?? "libpangocairo-1.0-0"
    }
}

import CPaperShim

/// 二维码; owns the C side of it.
struct PaperCode: ~Copyable {
    private var code = cps_code()

    /// The libraries must be loaded. Of an empty text there is no code, and nothing to draw.
    init(_ text: String) throws(NoticePDFError) {
        guard !text.isEmpty else { return }
        let bytes = Array(text.utf8)
        guard cps_make_code(bytes, bytes.count, &code) else { throw .codeTooLong(bytes: bytes.count) }
    }

    deinit {
        var code = code
        cps_free_code(&code)
    }

    /// In modules.
    var width: Int { Int(code.width) }

    /// The stretches of dark modules of a row.
    func darkRuns(inRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...width {
            let isDark = column < width && code.modules[row * width + column] & 1 == 1
            if isDark, start == nil { start = column }
            if !isDark, let first = start {
                runs.append(first..<column)
                start = nil
            }
        }
        return runs
    }
}

import CPaperShim
import TextLayout

/// A document that is being drawn; owns the C side of it.
struct PageCanvas: ~Copyable {
    private let paper: OpaquePointer
    /// How many characters no font has; a document with any is not handed out.
    private var unknown = 0

    /// The libraries must be loaded.
    init() throws(NoticePDFError) {
        guard let paper = cps_open(PageGeometry.width, PageGeometry.height) else { throw .outOfMemory }
        self.paper = paper
    }

    deinit { cps_close(paper) }

    func describe(title: String, creator: String, created: String) {
        cps_describe(paper, CPS_TITLE, title)
        cps_describe(paper, CPS_CREATOR, creator)
        cps_describe(paper, CPS_CREATED, created)
    }

    /// One line on a grid.
    ///
    /// - Parameters:
    ///   - x: of the line's first column.
    ///   - column: the width of one.
    mutating func draw(
        _ line: String, x: Double, baseline: Double, column: Double, size: Double, _ face: FontCheck.Face
    ) {
        for run in GridRun.runs(of: line) {
            let place = Place(
                x: x + Double(run.column) * column, baseline: baseline, width: Double(run.columns) * column)
            unknown += Int(
                with(run.text, characters: run.characters, size: size, face, place) {
                    $0.narrow = run.isAlone
                    return cps_draw(paper, &$0)
                })
        }
    }

    /// Words at their own width.
    mutating func draw(_ words: String, endingAt end: Double, baseline: Double, size: Double, _ face: FontCheck.Face) {
        let width = width(of: words, size: size, face)
        draw(words, startingAt: end - width, baseline: baseline, size: size, face)
    }

    mutating func draw(
        _ words: String, startingAt x: Double, baseline: Double, size: Double, _ face: FontCheck.Face
    ) {
        let place = Place(x: x, baseline: baseline, width: width(of: words, size: size, face))
        unknown += Int(with(words, characters: 0, size: size, face, place) { cps_draw(paper, &$0) })
    }

    /// Words as a pale shape over the whole page.
    mutating func drawAcross(_ words: String, size: Double, _ face: FontCheck.Face) {
        let middle = Place(x: PageGeometry.width / 2, baseline: PageGeometry.height / 2, width: 0)
        unknown += Int(with(words, characters: 0, size: size, face, middle) { cps_draw_across(paper, &$0) })
    }

    private func width(of words: String, size: Double, _ face: FontCheck.Face) -> Double {
        with(words, characters: 0, size: size, face, Place(x: 0, baseline: 0, width: 0)) { cps_measure(paper, &$0) }
    }

    func draw(_ code: borrowing PaperCode, x: Double, y: Double, size: Double) {
        let module = size / Double(code.width)
        for row in 0..<code.width {
            for dark in code.darkRuns(inRow: row) {
                cps_add_rectangle(
                    paper, x + Double(dark.lowerBound) * module, y + Double(row) * module,
                    Double(dark.count) * module, module)
            }
        }
        // All at once: single squares would show seams.
        cps_fill(paper)
    }

    func endPage() { cps_end_page(paper) }

    /// - Throws: `fontMissing`, `outOfMemory`.
    consuming func finish() throws(NoticePDFError) -> [UInt8] {
        guard unknown == 0 else { throw .fontMissing(characters: unknown) }
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        guard cps_finish(paper, &bytes, &count) else { throw .outOfMemory }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private struct Place {
        let x: Double
        let baseline: Double
        let width: Double
    }

    private func with<Result>(
        _ text: String, characters: Int, size: Double, _ face: FontCheck.Face, _ place: Place,
        _ body: (inout cps_run) -> Result
    ) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            face.families.withCString { families in
                bytes.withMemoryRebound(to: CChar.self) { characterBytes in
                    var run = cps_run(
                        text: characterBytes.baseAddress, length: bytes.count, characters: characters,
                        families: families, bold: face.isBold, narrow: false, size: size, x: place.x,
                        baseline: place.baseline, width: place.width)
                    return body(&run)
                }
            }
        }
    }
}

import Foundation
import NoticeComposer
import NoticePDF
import TestSupport
import Testing
import TextLayout

/// A paper as other programs see it that read PDF files.
final class DrawnPaper {
    let bytes: [UInt8]
    private let folder: TemporaryFolder
    private var file: String { "\(folder.path)/paper.pdf" }

    /// The type area and the margins above and below it, in points: x, y, width, height.
    enum Area: String {
        case text = "-x 79 -y 105 -W 443 -H 638"
        case above = "-x 0 -y 0 -W 595 -H 104"
        case below = "-x 0 -y 744 -W 595 -H 98"
    }

    init(_ paper: PrintablePaper) throws {
        bytes = try PDFRenderer().render(paper)
        folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    /// The lines that stand in an area of a page, without blanks and without empty lines.
    func lines(ofPage page: Int, in area: Area = .text) throws -> [String] {
        let place = area.rawValue.split(separator: " ").map(String.init)
        let text = try tool(
            ["pdftotext", "-layout", "-r", "72", "-f", "\(page)", "-l", "\(page)"] + place + [file, "-"])
        return DrawnPaper.squeezed(text.replacing("\u{c}", with: "").split(separator: "\n").map(String.init))
    }

    /// A word with where it begins and ends, in points from the left top.
    struct Word {
        let text: String
        let x: ClosedRange<Double>
        let y: ClosedRange<Double>
    }

    func words(ofPage page: Int) throws -> [Word] {
        let text = try tool(["pdftotext", "-bbox", "-f", "\(page)", "-l", "\(page)", file, "-"])
        let pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/
        return try text.matches(of: pattern).map { match in
            let (left, top) = (try #require(Double(match.output.1)), try #require(Double(match.output.2)))
            let (right, bottom) = (try #require(Double(match.output.3)), try #require(Double(match.output.4)))
            return Word(text: String(match.output.5), x: left...max(left, right), y: top...max(top, bottom))
        }
    }

    /// What `pdfinfo` says, by its names.
    func properties() throws -> [String: String] {
        let lines = try tool(["pdfinfo", "-isodates", file]).split(separator: "\n")
        return lines.reduce(into: [:]) { properties, line in
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { properties[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
    }

    /// Whether each font is in the file.
    func embeddedFonts() throws -> [Bool] {
        try tool(["pdffonts", file]).split(separator: "\n").dropFirst(2).map { line in
            // name, type (may have blanks), encoding, emb, sub, uni, object, generation
            line.split(separator: " ").suffix(5).first == "yes"
        }
    }

    /// What the code on a page says to a scanner.
    func code(ofPage page: Int) throws -> String {
        let picture = "\(folder.path)/page\(page)"
        _ = try tool(["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-f", "\(page)", file, picture])
        return try tool(["zbarimg", "--raw", "-q", "--nodbus", "-Sdisable", "-Sqrcode.enable", "\(picture).png"])
            .trimmingCharacters(in: .newlines)
    }

    static func squeezed(_ lines: [String]) -> [String] {
        lines.map { $0.filter { !$0.isWhitespace }.precomposedStringWithCanonicalMapping }.filter { !$0.isEmpty }
    }

    private func tool(_ command: [String]) throws -> String {
        let (code, text) = try Tool.run(command)
        try #require(code == 0, "\(command.first ?? ""): \(text)")
        return text
    }
}

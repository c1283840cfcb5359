package import CaseDomain
package import NoticeComposer
package import Outgoing

/// A paper on its way to the printer.
package struct PrintedPaper: Hashable, Sendable {
    /// What the print system calls the job.
    package let name: String
    /// As it prints where it can't be set on pages.
    package let text: String
    /// As it is set on pages; nil for a card, which has a form of its own.
    package let pages: PrintablePaper?

    package init(_ document: CaseDocument, of file: CaseFile) {
        name = document.number?.text ?? file.number.text
        text = document.text
        pages = PrintablePaper(document, of: file)
    }

    /// - Parameter slip: a paper that belongs to no case.
    package init(slip: CasePaper) {
        pages = PrintablePaper(slip: slip)
        name = pages?.name ?? ""
        text = slip.text
    }

    /// A slip that is nothing but lines of text.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
        pages = nil
    }

    package init(_ card: StallCard, of number: CaseNumber) {
        name = number.text
        text = card.text
        pages = nil
    }

    /// How many copies are printed unless somebody says otherwise: what the office file says, else what the paper says of
    /// itself. Where the pages hold all copies, once is enough.
    package func copies(at office: Office) -> Int {
        if let copies = office.printing.copies { return copies }
        if pages?.copies.isEmpty == false { return 1 }
        return PrintedPaper.declared(in: text) ?? 1
    }

    /// What goes to the printer. The pages hold every copy that is marked for somebody; of the plain text each of them gets
    /// a copy of its own.
    package func order(
        printer: String?, copies: Int, typeset: (PrintablePaper) -> [UInt8]?
    ) -> PrintOrder {
        if let pages, let bytes = typeset(pages) {
            return PrintOrder(
                title: name, document: PrintDocument(bytes: bytes, medium: .pdf), printer: printer, copies: copies)
        }
        return PrintOrder(
            title: name, document: PrintDocument(text: text), printer: printer,
            copies: copies * max(1, pages?.copies.count ?? 1))
    }

    /// Whether pages that there should have been are missing from an order.
    package func isPlain(as order: PrintOrder) -> Bool { pages != nil && order.document.medium != .pdf }

    /// 一式二份.
    private static func declared(in text: String) -> Int? {
        let numbers: [Character: Int] = ["一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6]
        guard let place = text.firstRange(of: "一式")?.upperBound, let number = text[place...].first else { return nil }
        return text[place...].dropFirst().first == "份" ? numbers[number] ?? number.wholeNumberValue : nil
    }
}

import Foundation
import TestSupport
import Testing

/// The shim spells out what it uses of other libraries; here the compiler compares that with their own headers.
@Suite("Library table")
struct LibraryTableTests {
    private static let source = """
        #include <stddef.h>
        #include <cairo-ft.h>
        #include <cairo-pdf.h>
        #include <fontconfig/fontconfig.h>
        #include <pango/pangocairo.h>
        #include <qrencode.h>
        #include FT_FREETYPE_H
        #define CPS_TABLE_ONLY
        #define CPS_QRCODE QRcode
        #include "libraries.h"

        #define CHECK(library, result, name, parameters) \\
            static result(*const check_##name) parameters __attribute__((unused)) = name;
        CPS_FUNCTIONS(CHECK)

        #define SAME(theirs, their_member, ours, our_member) \\
            _Static_assert(offsetof(theirs, their_member) == offsetof(ours, our_member), #their_member)
        SAME(FcFontSet, nfont, struct cps_font_set, count);
        SAME(PangoGlyphItem, item, struct cps_glyph_item, item);
        SAME(PangoItem, analysis.font, struct cps_item, font);
        SAME(FT_FaceRec, face_flags, struct cps_face, flags);
        SAME(FT_FaceRec, charmap, struct cps_face, charmap);
        SAME(QRcode, width, struct cps_qrcode, width);
        SAME(QRcode, data, struct cps_qrcode, data);

        _Static_assert(CPS_CAIRO_SUCCESS == CAIRO_STATUS_SUCCESS, "");
        _Static_assert(CPS_CAIRO_WRITE_ERROR == CAIRO_STATUS_WRITE_ERROR, "");
        _Static_assert(CPS_CAIRO_HINT_STYLE_NONE == CAIRO_HINT_STYLE_NONE, "");
        _Static_assert(CPS_CAIRO_HINT_METRICS_OFF == CAIRO_HINT_METRICS_OFF, "");
        _Static_assert(CPS_CAIRO_METADATA_TITLE == CAIRO_PDF_METADATA_TITLE, "");
        _Static_assert(CPS_CAIRO_METADATA_CREATOR == CAIRO_PDF_METADATA_CREATOR, "");
        _Static_assert(CPS_CAIRO_METADATA_CREATE_DATE == CAIRO_PDF_METADATA_CREATE_DATE, "");
        _Static_assert(CPS_PANGO_SCALE == PANGO_SCALE, "");
        _Static_assert(CPS_PANGO_WEIGHT_NORMAL == PANGO_WEIGHT_NORMAL, "");
        _Static_assert(CPS_PANGO_WEIGHT_BOLD == PANGO_WEIGHT_BOLD, "");
        _Static_assert(CPS_FT_FACE_FLAG_SFNT == FT_FACE_FLAG_SFNT, "");
        _Static_assert(CPS_QR_LEVEL_MEDIUM == QR_ECLEVEL_M, "");
        const char family[] = FC_FAMILY, charset[] = FC_CHARSET;
        _Static_assert(sizeof family == sizeof CPS_FC_FAMILY && sizeof charset == sizeof CPS_FC_CHARSET, "");

        """

    private func compile(_ source: String) throws -> (Int32, String) {
        let folder = try TemporaryFolder()
        try Data(source.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/check.c"))
        let (code, flags) = try Tool.run(["pkg-config", "--cflags", "pangocairo", "cairo-ft", "libqrencode"])
        try #require(code == 0, "\(flags)")
        return try Tool.run(
            ["clang", "-fsyntax-only", "-std=c11", "-Wall", "-Werror", "-I\(SourceTree.root)/Sources/CPaperShim"]
                + flags.split(whereSeparator: \.isWhitespace).map(String.init) + ["\(folder.path)/check.c"])
    }

    @Test("every function, structure and constant is as the libraries' headers have it")
    func agrees() throws {
        let (code, words) = try compile(Self.source)
        #expect(code == 0, "\(words)")
    }

    @Test("a wrong row would be noticed")
    func notices() throws {
        let wrong = Self.source + "CHECK(0, double, cairo_create, (cairo_surface_t *, int))\n"
        #expect(try compile(wrong).0 != 0)
    }
}

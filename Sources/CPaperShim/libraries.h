/// What this shim uses of other libraries, spelled out here.
///
/// Their own headers would need the package manager's pkg-config targets, which also link the libraries and so load them
/// with the program. A test compiles this table against the installed headers, so that none of it can be wrong.
#ifndef CPS_LIBRARIES_H
#define CPS_LIBRARIES_H

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _cairo_scaled_font cairo_scaled_font_t;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;
typedef struct _PangoLayoutIter PangoLayoutIter;
typedef struct _PangoGlyphItem PangoGlyphItem;
typedef struct _PangoFont PangoFont;
typedef struct _PangoCairoFont PangoCairoFont;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoAttrList PangoAttrList;
typedef struct _PangoAttribute PangoAttribute;
typedef struct FT_FaceRec_ *FT_Face;
typedef struct _FcConfig FcConfig;
typedef struct _FcPattern FcPattern;
typedef struct _FcCharSet FcCharSet;
typedef struct _FcObjectSet FcObjectSet;
typedef struct _FcFontSet FcFontSet;

typedef unsigned (*cps_writer)(void *, const unsigned char *, unsigned);
typedef void (*cps_logger)(const char *, int, const char *, void *);

/// As much of their structures as is looked at: FcFontSet, PangoGlyphItem, PangoItem, FT_FaceRec, and all of QRcode.
struct cps_font_set {
    int count;
};
struct cps_item {
    int offset, length, characters;
    void *engines[2];
    PangoFont *font;
};
struct cps_glyph_item {
    struct cps_item *item;
};
struct cps_face {
    long count, index, flags, style, glyphs;
    char *family, *style_name;
    int sizes;
    void *available;
    int charmaps;
    void *maps;
    void *generic[2];
    long box[4];
    unsigned short units;
    short measures[7];
    void *glyph, *size, *charmap;
};
struct cps_qrcode {
    int version;
    int width;
    unsigned char *data;
};
#ifndef CPS_QRCODE
#define CPS_QRCODE struct cps_qrcode
#endif

/// Their enumerators, as the test checks them.
enum {
    CPS_CAIRO_SUCCESS = 0,
    CPS_CAIRO_WRITE_ERROR = 11,
    CPS_CAIRO_HINT_STYLE_NONE = 1,
    CPS_CAIRO_HINT_METRICS_OFF = 1,
    CPS_CAIRO_METADATA_TITLE = 0,
    CPS_CAIRO_METADATA_CREATOR = 4,
    CPS_CAIRO_METADATA_CREATE_DATE = 5,
    CPS_PANGO_SCALE = 1024,
    CPS_PANGO_WEIGHT_NORMAL = 400,
    CPS_PANGO_WEIGHT_BOLD = 700,
    CPS_FT_FACE_FLAG_SFNT = 8,
    CPS_QR_LEVEL_MEDIUM = 1,
};
#define CPS_FC_FAMILY "family"
#define CPS_FC_CHARSET "charset"

/// X(library, result, name, parameters), the libraries in the order of `cps_library_names`.
#define CPS_FUNCTIONS(X) \
    X(0, unsigned, cairo_status, (cairo_t *)) \
    X(0, cairo_t *, cairo_create, (cairo_surface_t *)) \
    X(0, void, cairo_destroy, (cairo_t *)) \
    X(0, void, cairo_save, (cairo_t *)) \
    X(0, void, cairo_restore, (cairo_t *)) \
    X(0, void, cairo_translate, (cairo_t *, double, double)) \
    X(0, void, cairo_scale, (cairo_t *, double, double)) \
    X(0, void, cairo_rotate, (cairo_t *, double)) \
    X(0, void, cairo_move_to, (cairo_t *, double, double)) \
    X(0, void, cairo_rectangle, (cairo_t *, double, double, double, double)) \
    X(0, void, cairo_set_source_rgb, (cairo_t *, double, double, double)) \
    X(0, void, cairo_fill, (cairo_t *)) \
    X(0, void, cairo_show_page, (cairo_t *)) \
    X(0, cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cps_writer, void *, double, double)) \
    X(0, void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, unsigned, const char *)) \
    X(0, void, cairo_surface_finish, (cairo_surface_t *)) \
    X(0, unsigned, cairo_surface_status, (cairo_surface_t *)) \
    X(0, void, cairo_surface_destroy, (cairo_surface_t *)) \
    X(0, cairo_font_options_t *, cairo_font_options_create, (void)) \
    X(0, void, cairo_font_options_set_hint_style, (cairo_font_options_t *, unsigned)) \
    X(0, void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *, unsigned)) \
    X(0, void, cairo_font_options_destroy, (cairo_font_options_t *)) \
    X(0, FT_Face, cairo_ft_scaled_font_lock_face, (cairo_scaled_font_t *)) \
    X(0, void, cairo_ft_scaled_font_unlock_face, (cairo_scaled_font_t *)) \
    X(1, cairo_scaled_font_t *, pango_cairo_font_get_scaled_font, (PangoCairoFont *)) \
    X(1, PangoFontMap *, pango_cairo_font_map_get_default, (void)) \
    X(1, void, pango_cairo_context_set_resolution, (PangoContext *, double)) \
    X(1, void, pango_cairo_context_set_font_options, (PangoContext *, const cairo_font_options_t *)) \
    X(1, void, pango_cairo_show_layout_line, (cairo_t *, PangoLayoutLine *)) \
    X(1, void, pango_cairo_layout_line_path, (cairo_t *, PangoLayoutLine *)) \
    X(2, PangoContext *, pango_font_map_create_context, (PangoFontMap *)) \
    X(2, void, pango_context_set_language, (PangoContext *, PangoLanguage *)) \
    X(2, void, pango_context_set_round_glyph_positions, (PangoContext *, int)) \
    X(2, PangoLanguage *, pango_language_from_string, (const char *)) \
    X(2, PangoLayout *, pango_layout_new, (PangoContext *)) \
    X(2, void, pango_layout_set_text, (PangoLayout *, const char *, int)) \
    X(2, void, pango_layout_set_single_paragraph_mode, (PangoLayout *, int)) \
    X(2, void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *)) \
    X(2, void, pango_layout_set_attributes, (PangoLayout *, PangoAttrList *)) \
    X(2, void, pango_layout_get_size, (PangoLayout *, int *, int *)) \
    X(2, int, pango_layout_get_unknown_glyphs_count, (PangoLayout *)) \
    X(2, PangoLayoutLine *, pango_layout_get_line_readonly, (PangoLayout *, int)) \
    X(2, PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *)) \
    X(2, PangoGlyphItem *, pango_layout_iter_get_run_readonly, (PangoLayoutIter *)) \
    X(2, int, pango_layout_iter_next_run, (PangoLayoutIter *)) \
    X(2, void, pango_layout_iter_free, (PangoLayoutIter *)) \
    X(2, PangoFontDescription *, pango_font_description_new, (void)) \
    X(2, void, pango_font_description_free, (PangoFontDescription *)) \
    X(2, void, pango_font_description_set_family, (PangoFontDescription *, const char *)) \
    X(2, void, pango_font_description_set_absolute_size, (PangoFontDescription *, double)) \
    X(2, void, pango_font_description_set_weight, (PangoFontDescription *, unsigned)) \
    X(2, PangoAttrList *, pango_attr_list_new, (void)) \
    X(2, void, pango_attr_list_unref, (PangoAttrList *)) \
    X(2, void, pango_attr_list_insert, (PangoAttrList *, PangoAttribute *)) \
    X(2, PangoAttribute *, pango_attr_letter_spacing_new, (int)) \
    X(2, PangoAttribute *, pango_attr_font_features_new, (const char *)) \
    X(3, void *, g_object_ref, (void *)) \
    X(3, void, g_object_unref, (void *)) \
    X(4, cps_logger, g_log_set_default_handler, (cps_logger, void *)) \
    X(5, FcPattern *, FcPatternCreate, (void)) \
    X(5, void, FcPatternDestroy, (FcPattern *)) \
    X(5, int, FcPatternAddString, (FcPattern *, const char *, const unsigned char *)) \
    X(5, int, FcPatternAddCharSet, (FcPattern *, const char *, const FcCharSet *)) \
    X(5, FcCharSet *, FcCharSetCreate, (void)) \
    X(5, int, FcCharSetAddChar, (FcCharSet *, unsigned)) \
    X(5, void, FcCharSetDestroy, (FcCharSet *)) \
    X(5, int, FcUtf8ToUcs4, (const unsigned char *, unsigned *, int)) \
    X(5, FcObjectSet *, FcObjectSetCreate, (void)) \
    X(5, int, FcObjectSetAdd, (FcObjectSet *, const char *)) \
    X(5, void, FcObjectSetDestroy, (FcObjectSet *)) \
    X(5, FcFontSet *, FcFontList, (FcConfig *, FcPattern *, FcObjectSet *)) \
    X(5, void, FcFontSetDestroy, (FcFontSet *)) \
    X(6, CPS_QRCODE *, QRcode_encodeData, (int, const unsigned char *, int, unsigned)) \
    X(6, void, QRcode_free, (CPS_QRCODE *))

#define CPS_LIBRARIES \
    { "libcairo.so.2", "libpangocairo-1.0.so.0", "libpango-1.0.so.0", "libgobject-2.0.so.0", "libglib-2.0.so.0", \
      "libfontconfig.so.1", "libqrencode.so.4" }

#ifndef CPS_TABLE_ONLY
#define CPS_MEMBER(library, result, name, parameters) result(*name) parameters;
/// The functions, once `cps_load` has found them.
struct cps_functions {
    CPS_FUNCTIONS(CPS_MEMBER)
};
extern struct cps_functions cps_functions;
#endif

#endif

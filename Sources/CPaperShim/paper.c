#include <stdlib.h>
#include <string.h>

#include "CPaperShim.h"
#include "lent.h"
#include "libraries.h"

#define F cps_functions

/// Beyond this, characters are made narrower instead of being pushed together.
static const double tightest = 1.04;

struct cps_paper {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *font;
    struct cps_lent lent;
    uint8_t *bytes;
    size_t count;
    size_t room;
};

static unsigned take(void *owner, const unsigned char *more, unsigned length) {
    cps_paper *paper = owner;
    if (paper->room - paper->count < length) {
        size_t room = paper->room * 2 + length + 65536;
        uint8_t *bytes = realloc(paper->bytes, room);
        if (!bytes) return CPS_CAIRO_WRITE_ERROR;
        paper->bytes = bytes;
        paper->room = room;
    }
    memcpy(paper->bytes + paper->count, more, length);
    paper->count += length;
    return CPS_CAIRO_SUCCESS;
}

cps_paper *cps_open(double width, double height) {
    cps_paper *paper = calloc(1, sizeof *paper);
    if (!paper) return NULL;
    paper->surface = F.cairo_pdf_surface_create_for_stream(take, paper, width, height);
    paper->cairo = F.cairo_create(paper->surface);
    // The font map belongs to the thread and stays, so that the next paper finds its fonts loaded.
    paper->context = F.pango_font_map_create_context(F.pango_cairo_font_map_get_default());
    F.pango_cairo_context_set_resolution(paper->context, 72);
    F.pango_context_set_language(paper->context, F.pango_language_from_string("zh-cn"));
    F.pango_context_set_round_glyph_positions(paper->context, 0);
    cairo_font_options_t *options = F.cairo_font_options_create();
    F.cairo_font_options_set_hint_style(options, CPS_CAIRO_HINT_STYLE_NONE);
    F.cairo_font_options_set_hint_metrics(options, CPS_CAIRO_HINT_METRICS_OFF);
    F.pango_cairo_context_set_font_options(paper->context, options);
    F.cairo_font_options_destroy(options);
    paper->layout = F.pango_layout_new(paper->context);
    F.pango_layout_set_single_paragraph_mode(paper->layout, 1);
    paper->font = F.pango_font_description_new();
    return paper;
}

void cps_close(cps_paper *paper) {
    cps_forget(&paper->lent);
    F.pango_font_description_free(paper->font);
    F.g_object_unref(paper->layout);
    F.g_object_unref(paper->context);
    F.cairo_destroy(paper->cairo);
    F.cairo_surface_destroy(paper->surface);
    free(paper->bytes);
    free(paper);
}

void cps_describe(cps_paper *paper, enum cps_property property, const char *text) {
    static const unsigned keys[] = {
        [CPS_TITLE] = CPS_CAIRO_METADATA_TITLE,
        [CPS_CREATOR] = CPS_CAIRO_METADATA_CREATOR,
        [CPS_CREATED] = CPS_CAIRO_METADATA_CREATE_DATE,
    };
    F.cairo_pdf_surface_set_metadata(paper->surface, keys[property], text);
}

/// Pairs of Chinese characters don't attract each other: their grid is fixed.
static void space(cps_paper *paper, const cps_run *run, int spacing) {
    PangoAttrList *attributes = F.pango_attr_list_new();
    const char *features = run->narrow ? "kern=0,liga=0,pwid=1" : "kern=0,liga=0";
    F.pango_attr_list_insert(attributes, F.pango_attr_font_features_new(features));
    F.pango_attr_list_insert(attributes, F.pango_attr_letter_spacing_new(spacing));
    F.pango_layout_set_attributes(paper->layout, attributes);
    F.pango_attr_list_unref(attributes);
}

static double width(cps_paper *paper) {
    int width, height;
    F.pango_layout_get_size(paper->layout, &width, &height);
    return (double)width / CPS_PANGO_SCALE;
}

static void set(cps_paper *paper, const cps_run *run) {
    F.pango_font_description_set_family(paper->font, run->families);
    F.pango_font_description_set_absolute_size(paper->font, run->size * CPS_PANGO_SCALE);
    F.pango_font_description_set_weight(paper->font, run->bold ? CPS_PANGO_WEIGHT_BOLD : CPS_PANGO_WEIGHT_NORMAL);
    F.pango_layout_set_font_description(paper->layout, paper->font);
    F.pango_layout_set_text(paper->layout, run->text, (int)run->length);
    space(paper, run, 0);
}

double cps_measure(cps_paper *paper, const cps_run *run) {
    set(paper, run);
    return width(paper);
}

int cps_draw(cps_paper *paper, const cps_run *run) {
    set(paper, run);
    double natural = width(paper);
    double scale = 1;
    if (natural > run->width * tightest) {
        scale = run->width / natural;
    } else if (run->characters > 0) {
        space(paper, run, (int)((run->width - natural) / (double)run->characters * CPS_PANGO_SCALE));
        natural = width(paper);
    }
    F.cairo_save(paper->cairo);
    F.cairo_translate(paper->cairo, run->x + (run->width - natural * scale) / 2, run->baseline);
    F.cairo_scale(paper->cairo, scale, 1);
    F.cairo_move_to(paper->cairo, 0, 0);
    F.pango_cairo_show_layout_line(paper->cairo, F.pango_layout_get_line_readonly(paper->layout, 0));
    F.cairo_restore(paper->cairo);
    cps_remember(&paper->lent, paper->layout);
    return F.pango_layout_get_unknown_glyphs_count(paper->layout);
}

int cps_draw_across(cps_paper *paper, const cps_run *run) {
    static const double rise = -0.785, paleness = 0.9, half_height = 0.38;
    set(paper, run);
    F.cairo_save(paper->cairo);
    F.cairo_translate(paper->cairo, run->x, run->baseline);
    F.cairo_rotate(paper->cairo, rise);
    F.cairo_move_to(paper->cairo, -width(paper) / 2, run->size * half_height);
    F.pango_cairo_layout_line_path(paper->cairo, F.pango_layout_get_line_readonly(paper->layout, 0));
    F.cairo_set_source_rgb(paper->cairo, paleness, paleness, paleness);
    F.cairo_fill(paper->cairo);
    F.cairo_restore(paper->cairo);
    return F.pango_layout_get_unknown_glyphs_count(paper->layout);
}

void cps_add_rectangle(cps_paper *paper, double x, double y, double width, double height) {
    F.cairo_rectangle(paper->cairo, x, y, width, height);
}

void cps_fill(cps_paper *paper) {
    F.cairo_fill(paper->cairo);
}

void cps_end_page(cps_paper *paper) {
    // Only now does cairo look at the fonts of what was drawn.
    cps_lend(&paper->lent);
    F.cairo_show_page(paper->cairo);
    cps_take_back(&paper->lent);
}

bool cps_finish(cps_paper *paper, const uint8_t **bytes, size_t *count) {
    bool drawn = F.cairo_status(paper->cairo) == CPS_CAIRO_SUCCESS;
    cps_lend(&paper->lent);
    F.cairo_surface_finish(paper->surface);
    cps_take_back(&paper->lent);
    *bytes = paper->bytes;
    *count = paper->count;
    return drawn && F.cairo_surface_status(paper->surface) == CPS_CAIRO_SUCCESS;
}

#include "lent.h"

#include <stddef.h>

#define F cps_functions

static void remember(struct cps_lent *lent, PangoFont *font) {
    for (int i = 0; i < lent->count; i++) {
        if (lent->fonts[i].font == font) return;
    }
    if (!font || lent->count == CPS_MOST_LENT) return;
    lent->fonts[lent->count++].font = F.g_object_ref(font);
}

void cps_remember(struct cps_lent *lent, PangoLayout *layout) {
    PangoLayoutIter *iterator = F.pango_layout_get_iter(layout);
    do {
        struct cps_glyph_item *run = (struct cps_glyph_item *)F.pango_layout_iter_get_run_readonly(iterator);
        if (run) remember(lent, run->item->font);
    } while (F.pango_layout_iter_next_run(iterator));
    F.pango_layout_iter_free(iterator);
}

static cairo_scaled_font_t *scaled(PangoFont *font) {
    return F.pango_cairo_font_get_scaled_font((PangoCairoFont *)font);
}

void cps_lend(struct cps_lent *lent) {
    for (int i = 0; i < lent->count; i++) {
        // Locked until it is taken back, or cairo might close the file in between.
        lent->fonts[i].face = F.cairo_ft_scaled_font_lock_face(scaled(lent->fonts[i].font));
        struct cps_face *face = (struct cps_face *)lent->fonts[i].face;
        if (!face) continue;
        lent->fonts[i].flags = face->flags;
        lent->fonts[i].charmap = face->charmap;
        face->flags &= ~(long)CPS_FT_FACE_FLAG_SFNT;
        // What a glyph means is known from the text; looking it up would go through the whole map for each glyph.
        face->charmap = NULL;
    }
}

void cps_take_back(struct cps_lent *lent) {
    // Backwards: fonts of several sizes share a face, and the first one saw it as it was.
    for (int i = lent->count - 1; i >= 0; i--) {
        struct cps_face *face = (struct cps_face *)lent->fonts[i].face;
        if (!face) continue;
        face->flags = lent->fonts[i].flags;
        face->charmap = lent->fonts[i].charmap;
        F.cairo_ft_scaled_font_unlock_face(scaled(lent->fonts[i].font));
        lent->fonts[i].face = NULL;
    }
}

void cps_forget(struct cps_lent *lent) {
    for (int i = 0; i < lent->count; i++) F.g_object_unref(lent->fonts[i].font);
    lent->count = 0;
}

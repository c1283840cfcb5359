/// The fonts of a paper while cairo embeds them.
///
/// cairo 1.16 copies a whole OpenType font twice to take some glyphs out of it, and once it meets a hint mask behind a
/// shared subroutine keeps all 400 KB of subroutines: 40 ms and 500 KB for a page in Noto Serif CJK. Where a font has no
/// tables to read it embeds the outlines alone: 10 ms, 35 KB and the same page. So the fonts' faces are made to look like
/// that while a page or the document is ended. A cairo that does otherwise draws the same page.
#ifndef CPS_LENT_H
#define CPS_LENT_H

#include "libraries.h"

enum { CPS_MOST_LENT = 24 };

struct cps_lent {
    int count;
    struct {
        PangoFont *font;
        /// Set while lent.
        FT_Face face;
        long flags;
        void *charmap;
    } fonts[CPS_MOST_LENT];
};

/// Notes the fonts of what was just drawn; beyond the most they are embedded the long way.
void cps_remember(struct cps_lent *lent, PangoLayout *layout);
void cps_lend(struct cps_lent *lent);
void cps_take_back(struct cps_lent *lent);
void cps_forget(struct cps_lent *lent);

#endif

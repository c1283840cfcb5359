#include <string.h>

#include "CPaperShim.h"
#include "libraries.h"

/// Every character of a text; NULL where there is no memory left.
static FcCharSet *characters(const char *text) {
    const struct cps_functions *f = &cps_functions;
    FcCharSet *set = f->FcCharSetCreate();
    const unsigned char *next = (const unsigned char *)text;
    int rest = (int)strlen(text);
    while (set && rest > 0) {
        unsigned scalar;
        int taken = f->FcUtf8ToUcs4(next, &scalar, rest);
        if (taken <= 0) break;
        f->FcCharSetAddChar(set, scalar);
        next += taken;
        rest -= taken;
    }
    return set;
}

bool cps_has_font(const char *family, const char *sample) {
    const struct cps_functions *f = &cps_functions;
    FcPattern *pattern = f->FcPatternCreate();
    FcObjectSet *wanted = f->FcObjectSetCreate();
    FcCharSet *set = characters(sample);
    bool found = false;
    if (pattern && wanted && set) {
        if (family) f->FcPatternAddString(pattern, CPS_FC_FAMILY, (const unsigned char *)family);
        f->FcPatternAddCharSet(pattern, CPS_FC_CHARSET, set);
        f->FcObjectSetAdd(wanted, CPS_FC_FAMILY);
        FcFontSet *fonts = f->FcFontList(NULL, pattern, wanted);
        if (fonts) {
            found = ((struct cps_font_set *)fonts)->count > 0;
            f->FcFontSetDestroy(fonts);
        }
    }
    if (set) f->FcCharSetDestroy(set);
    if (wanted) f->FcObjectSetDestroy(wanted);
    if (pattern) f->FcPatternDestroy(pattern);
    return found;
}

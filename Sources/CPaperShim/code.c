#include <limits.h>

#include "CPaperShim.h"
#include "libraries.h"

bool cps_make_code(const uint8_t *text, size_t length, cps_code *code) {
    if (length == 0 || length > INT_MAX) return false;
    // Medium: a sixth of the modules may be lost to a fold or a stamp.
    struct cps_qrcode *made = cps_functions.QRcode_encodeData((int)length, text, 0, CPS_QR_LEVEL_MEDIUM);
    if (!made) return false;
    *code = (cps_code){.width = made->width, .modules = made->data, .owner = made};
    return true;
}

void cps_free_code(cps_code *code) {
    cps_functions.QRcode_free(code->owner);
    code->owner = NULL;
}

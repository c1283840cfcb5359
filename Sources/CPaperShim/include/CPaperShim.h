/// The only door to pango, cairo, fontconfig and qrencode.
///
/// The libraries are loaded when a paper is first drawn and not with the program: the desk has to be there in
/// milliseconds, and loading them takes two. One paper belongs to one thread; `cps_load` may be called from any.
#ifndef CPAPERSHIM_H
#define CPAPERSHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Loads the libraries, once for the process.
///
/// @return NULL, or the file name of the library that is missing or too old.
const char *cps_load(void);

/// Whether a font of this family is installed that has every character of `sample`. After `cps_load`.
///
/// @param family NULL for any family.
bool cps_has_font(const char *family, const char *sample);

/// A document that is being drawn. Lengths are in points of 1/72 inch, from the top left corner of a page.
typedef struct cps_paper cps_paper;

/// What a document says about itself.
enum cps_property { CPS_TITLE, CPS_CREATOR, CPS_CREATED };

/// Where and how a few characters stand.
typedef struct {
    const char *text;
    /// In bytes.
    size_t length;
    /// How many characters may be moved apart or together.
    size_t characters;
    /// Families in the order of preference, separated by commas.
    const char *families;
    bool bold;
    /// Whether full-width signs take the narrow form that their font has for Latin text.
    bool narrow;
    double size;
    double x;
    double baseline;
    /// The room to fill exactly.
    double width;
} cps_run;

/// @return NULL where there is no memory left. After `cps_load`.
cps_paper *cps_open(double width, double height);
void cps_close(cps_paper *paper);

/// @param text UTF-8; for `CPS_CREATED` a moment in ISO 8601.
void cps_describe(cps_paper *paper, enum cps_property property, const char *text);

/// Draws characters so that they fill their room: moved apart or together, and made narrower where they are much too
/// wide.
///
/// @return how many characters no font has.
int cps_draw(cps_paper *paper, const cps_run *run);

/// Draws words as a pale shape across the page, rising to the right; they are no text that could be found or copied.
///
/// @param run its place is the middle of the words, its width doesn't count.
/// @return how many characters no font has.
int cps_draw_across(cps_paper *paper, const cps_run *run);

/// The width that characters take by themselves.
double cps_measure(cps_paper *paper, const cps_run *run);

/// Adds a black rectangle to those that `cps_fill` draws.
void cps_add_rectangle(cps_paper *paper, double x, double y, double width, double height);
void cps_fill(cps_paper *paper);

void cps_end_page(cps_paper *paper);

/// Ends the document.
///
/// @param bytes belong to the paper and go with it.
/// @return whether the document is whole; only memory can run out.
bool cps_finish(cps_paper *paper, const uint8_t **bytes, size_t *count);

/// A QR code: one byte for each module, row by row, odd where it is dark.
typedef struct {
    int width;
    const uint8_t *modules;
    void *owner;
} cps_code;

/// @return whether the text fits into a code. After `cps_load`.
bool cps_make_code(const uint8_t *text, size_t length, cps_code *code);
void cps_free_code(cps_code *code);

#endif

/// The only door to libxlsxwriter, which is loaded when a workbook is first made and not with the program.
#ifndef CSHEETSHIM_H
#define CSHEETSHIM_H

#include <stdbool.h>
#include <stdint.h>

/// Loads the library, once for the process.
///
/// @return whether it is there and new enough.
bool csh_load(void);

typedef struct csh_book csh_book;

enum csh_style { CSH_PLAIN, CSH_TITLE, CSH_HEAD, CSH_PERCENT };

/// A workbook that will be written to a path. After `csh_load`.
///
/// @param created seconds since 1970, UTC: the only date in the file.
/// @return NULL where there is no memory left.
csh_book *csh_open(const char *path, const char *title, int64_t created);

/// Begins a sheet; the following cells go there.
///
/// @return false where the name can't be used.
bool csh_sheet(csh_book *book, const char *name);

/// @param text never taken for a formula.
void csh_text(csh_book *book, uint32_t row, uint16_t column, const char *text, enum csh_style style);
void csh_number(csh_book *book, uint32_t row, uint16_t column, double number, enum csh_style style);

/// @param width in characters.
void csh_width(csh_book *book, uint16_t column, double width);

/// Keeps the rows above one in sight.
void csh_freeze(csh_book *book, uint32_t row);

/// Writes the file and lets go of everything.
///
/// @return 0, or an error of the library.
int csh_close(csh_book *book);

#endif

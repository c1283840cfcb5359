#include "CSheetShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/// Every function that is used, with the type that the library's own header gives it.
#define FUNCTIONS(X)                                                                                                  \
    X(workbook_new) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_set_properties) X(workbook_close)      \
    X(workbook_validate_sheet_name) X(worksheet_write_string) X(worksheet_write_number) X(worksheet_set_column)        \
    X(worksheet_freeze_panes) X(format_set_bold) X(format_set_num_format) X(format_set_font_size)                      \
    X(format_set_bottom)

#define MEMBER(name) __typeof__(&name) name;
static struct {
    FUNCTIONS(MEMBER)
} lxw;

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libxlsxwriter.so.4", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
#define FIND(name)                                                                                                    \
    {                                                                                                                 \
        void *found = dlsym(handle, #name);                                                                           \
        if (!found) return;                                                                                           \
        memcpy(&lxw.name, &found, sizeof found);                                                                      \
    }
    FUNCTIONS(FIND)
    is_loaded = true;
}

bool csh_load(void) {
    pthread_once(&once, load);
    return is_loaded;
}

struct csh_book {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *styles[4];
};

csh_book *csh_open(const char *path, const char *title, int64_t created) {
    csh_book *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->book = lxw.workbook_new(path);
    if (!made->book) {
        free(made);
        return NULL;
    }
    lxw_doc_properties properties = {.title = (char *)title, .created = (time_t)created};
    lxw.workbook_set_properties(made->book, &properties);
    for (int style = CSH_TITLE; style <= CSH_PERCENT; style++) made->styles[style] = lxw.workbook_add_format(made->book);
    lxw.format_set_bold(made->styles[CSH_TITLE]);
    lxw.format_set_font_size(made->styles[CSH_TITLE], 14);
    lxw.format_set_bold(made->styles[CSH_HEAD]);
    lxw.format_set_bottom(made->styles[CSH_HEAD], LXW_BORDER_THIN);
    lxw.format_set_num_format(made->styles[CSH_PERCENT], "0.0%");
    return made;
}

bool csh_sheet(csh_book *book, const char *name) {
    if (lxw.workbook_validate_sheet_name(book->book, name) != LXW_NO_ERROR) return false;
    book->sheet = lxw.workbook_add_worksheet(book->book, name);
    return book->sheet != NULL;
}

void csh_text(csh_book *book, uint32_t row, uint16_t column, const char *text, enum csh_style style) {
    lxw.worksheet_write_string(book->sheet, row, column, text, book->styles[style]);
}

void csh_number(csh_book *book, uint32_t row, uint16_t column, double number, enum csh_style style) {
    lxw.worksheet_write_number(book->sheet, row, column, number, book->styles[style]);
}

void csh_width(csh_book *book, uint16_t column, double width) {
    lxw.worksheet_set_column(book->sheet, column, column, width, NULL);
}

void csh_freeze(csh_book *book, uint32_t row) { lxw.worksheet_freeze_panes(book->sheet, row, 0); }

int csh_close(csh_book *book) {
    int error = lxw.workbook_close(book->book);
    free(book);
    return error;
}

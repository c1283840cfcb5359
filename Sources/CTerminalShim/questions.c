#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CTerminalShim.h"
#include "internal.h"

#include <curses.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

// Asking

int cts_ask(const char *terminal) {
    const char *report = tigetstr("u7");
    bool places = report && report != (char *)-1 && strcmp(report, "\033[6n") == 0 && getmaxy(stdscr) >= 2;
    if (places) {
        // A blank screen first, so that the question never stands on the screen that the shell gets back. The second row,
        // because an answer for the first would be the same bytes as a function key with Shift.
        wnoutrefresh(stdscr);
        doupdate();
        cts_send("\0337\033[2;1H\342\221\240\033[6n\033[2;1H\033[K\0338");
        wredrawln(stdscr, 1, 1);
    }
    bool background = cts_has_title(terminal);
    if (background) cts_send("\033]11;?\033\\");
    return (places ? CTS_ASKED_WIDTH : 0) | (background ? CTS_ASKED_BACKGROUND : 0);
}

// Widths

enum { RUNS = 512 };

static uint32_t wide_runs[2 * RUNS];
static atomic_int wide_count;

void cts_widen(const uint32_t *runs, int count) {
    atomic_store(&wide_count, 0);
    if (count > RUNS) count = RUNS;
    for (int i = 0; i < 2 * count; i++) wide_runs[i] = runs[i];
    atomic_store(&wide_count, count);
}

static bool is_widened(uint32_t scalar) {
    int low = 0, high = atomic_load(&wide_count);
    while (low < high) {
        int middle = (low + high) / 2;
        if (scalar > wide_runs[2 * middle + 1])
            low = middle + 1;
        else if (scalar < wide_runs[2 * middle])
            high = middle;
        else
            return true;
    }
    return false;
}

/// Stands before the C library's for this program and for curses, which lays its rows out by it and has no other way to
/// hear of a terminal that shows some characters wider than the library thinks. `wcswidth` asks the library itself.
int wcwidth(wchar_t scalar) {
    if (scalar >= 0xA1 && atomic_load(&wide_count) > 0 && is_widened((uint32_t)scalar)) return 2;
    return wcswidth(&scalar, 1);
}

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CTerminalShim.h"
#include "internal.h"

#include <curses.h>
#include <stdbool.h>
#include <stdio.h>

_Static_assert(KEY_MAX < CTS_KEY_BASE, "our keys lie above those of curses");

static void define(const char *sequence, int key) { define_key(sequence, key); }

/// Modified keys are the same on all terminals of today but in few terminfo entries, and curses numbers those that
/// are as it likes. The plain ones are here too, for terminals that are not quite what TERM says.
void cts_define_keys(void) {
    static const struct {
        char final;
        int key;
    } letters[] = {
        {'A', CTS_KEY_UP},           {'B', CTS_KEY_DOWN},         {'C', CTS_KEY_RIGHT},
        {'D', CTS_KEY_LEFT},         {'H', CTS_KEY_HOME},         {'F', CTS_KEY_END},
        {'P', CTS_KEY_FUNCTION + 1}, {'Q', CTS_KEY_FUNCTION + 2}, {'R', CTS_KEY_FUNCTION + 3},
        {'S', CTS_KEY_FUNCTION + 4},
    };
    static const struct {
        int number, key;
    } numbers[] = {
        {1, CTS_KEY_HOME},           {2, CTS_KEY_INSERT},          {3, CTS_KEY_DELETE},
        {4, CTS_KEY_END},            {5, CTS_KEY_PAGE_UP},         {6, CTS_KEY_PAGE_DOWN},
        {7, CTS_KEY_HOME},           {8, CTS_KEY_END},             {11, CTS_KEY_FUNCTION + 1},
        {12, CTS_KEY_FUNCTION + 2},  {13, CTS_KEY_FUNCTION + 3},   {14, CTS_KEY_FUNCTION + 4},
        {15, CTS_KEY_FUNCTION + 5},  {17, CTS_KEY_FUNCTION + 6},   {18, CTS_KEY_FUNCTION + 7},
        {19, CTS_KEY_FUNCTION + 8},  {20, CTS_KEY_FUNCTION + 9},   {21, CTS_KEY_FUNCTION + 10},
        {23, CTS_KEY_FUNCTION + 11}, {24, CTS_KEY_FUNCTION + 12},
    };
    char text[16];
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        bool function = letters[i].final >= 'P';
        if (!function) {
            snprintf(text, sizeof text, "\033[%c", letters[i].final);
            define(text, letters[i].key);
        }
        snprintf(text, sizeof text, "\033O%c", letters[i].final);
        define(text, letters[i].key);
        for (int m = 1; m < 8; m++) {
            int modifiers = (m & 1 ? CTS_KEY_SHIFT : 0) | (m & 2 ? CTS_KEY_ALT : 0) | (m & 4 ? CTS_KEY_CONTROL : 0);
            snprintf(text, sizeof text, "\033[1;%d%c", m + 1, letters[i].final);
            define(text, letters[i].key | modifiers);
        }
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        snprintf(text, sizeof text, "\033[%d~", numbers[i].number);
        define(text, numbers[i].key);
        for (int m = 1; m < 8; m++) {
            int modifiers = (m & 1 ? CTS_KEY_SHIFT : 0) | (m & 2 ? CTS_KEY_ALT : 0) | (m & 4 ? CTS_KEY_CONTROL : 0);
            snprintf(text, sizeof text, "\033[%d;%d~", numbers[i].number, m + 1);
            define(text, numbers[i].key | modifiers);
        }
    }
    define("\033[Z", CTS_KEY_TAB | CTS_KEY_SHIFT);
    define("\033[200~", CTS_KEY_PASTE_BEGIN);
    define("\033[<", CTS_KEY_MOUSE);
    define("\033[201~", CTS_KEY_PASTE_END);
}

int cts_translate_key(int key) {
    if (key >= CTS_KEY_BASE) return key;
    if (key >= KEY_F(1) && key <= KEY_F(12)) return CTS_KEY_FUNCTION + (key - KEY_F0);
    if (key >= KEY_F(13) && key <= KEY_F(24)) return (CTS_KEY_FUNCTION + (key - KEY_F(12))) | CTS_KEY_SHIFT;
    switch (key) {
    case KEY_UP: return CTS_KEY_UP;
    case KEY_DOWN: return CTS_KEY_DOWN;
    case KEY_LEFT: return CTS_KEY_LEFT;
    case KEY_RIGHT: return CTS_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return CTS_KEY_HOME;
    case KEY_END: case KEY_LL: case KEY_SELECT: case KEY_C1: return CTS_KEY_END;
    case KEY_PPAGE: case KEY_A3: return CTS_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CTS_KEY_PAGE_DOWN;
    case KEY_IC: return CTS_KEY_INSERT;
    case KEY_DC: return CTS_KEY_DELETE;
    case KEY_BTAB: return CTS_KEY_TAB | CTS_KEY_SHIFT;
    case KEY_ENTER: return CTS_KEY_ENTER;
    case KEY_BACKSPACE: return CTS_KEY_BACKSPACE;
    case KEY_SR: return CTS_KEY_UP | CTS_KEY_SHIFT;
    case KEY_SF: return CTS_KEY_DOWN | CTS_KEY_SHIFT;
    case KEY_SLEFT: return CTS_KEY_LEFT | CTS_KEY_SHIFT;
    case KEY_SRIGHT: return CTS_KEY_RIGHT | CTS_KEY_SHIFT;
    case KEY_SHOME: return CTS_KEY_HOME | CTS_KEY_SHIFT;
    case KEY_SEND: return CTS_KEY_END | CTS_KEY_SHIFT;
    case KEY_SPREVIOUS: return CTS_KEY_PAGE_UP | CTS_KEY_SHIFT;
    case KEY_SNEXT: return CTS_KEY_PAGE_DOWN | CTS_KEY_SHIFT;
    default: return CTS_KEY_UNKNOWN;
    }
}

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CTerminalShim.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// term.h takes this word for itself.
#undef columns

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wide characters are Unicode scalars");
_Static_assert(sizeof(attr_t) >= 4, "attributes and a colour pair fit");
_Static_assert(CCHARW_MAX >= 5, "a cell holds a base and four marks");

enum { ROLES = 64, RUN = 512, GETA = 0x3013 };

static struct {
    SCREEN *screen;
    FILE *input, *output;
    WINDOW *keys;
    int in, out;
    bool claimed, pasting, titled, mouse;
    attr_t attributes[ROLES];
    short pairs[ROLES];
    int foregrounds[ROLES], backgrounds[ROLES];
} term;

// Text

static int locale_result;

static void set_locale(void) {
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        locale_result = 1;
    else
        locale_result = setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

/// Once, because another thread may be asking for widths in the locale that a second call would drop.
int cts_set_locale(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, set_locale);
    return locale_result;
}

int cts_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cts_read_key(void) {
    if (!term.screen) return CTS_KEY_NONE;
    int key = wgetch(term.keys);
    if (key == ERR) return CTS_KEY_NONE;
    return key <= 0xFF ? key : cts_translate_key(key);
}

// Opening and closing

static void send_bytes(const char *bytes) {
    fputs(bytes, term.output);
    fflush(term.output);
}

#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

void cts_send(const char *bytes) {
    if (term.screen) send_bytes(bytes);
}

bool cts_has_title(const char *terminal) {
    static const char *const known[] = {"xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "vte", "konsole",
                                        "putty", "gnome", "kitty", "st-"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(terminal, known[i], strlen(known[i])) == 0) return true;
    return false;
}

static void enter_extras(void) {
    if (!term.claimed) return;
    send_bytes(term.titled ? "\033[22;2t\033[?2004h" : "\033[?2004h");
    if (term.mouse) send_bytes(MOUSE_ON);
    cts_rescue_arm(true);
}

static void leave_extras(void) {
    if (!term.claimed) return;
    cts_rescue_arm(false);
    if (term.mouse) send_bytes(MOUSE_OFF);
    send_bytes(term.titled ? "\033[?2004l\033[23;2t" : "\033[?2004l");
}

static int fail(int result) {
    if (term.input) fclose(term.input);
    if (term.output) fclose(term.output);
    term.input = term.output = NULL;
    if (term.claimed) cts_restore_signals();
    term.claimed = false;
    return result;
}

int cts_open(const char *terminal, int input, int output, int claim) {
    if (term.screen) return CTS_ALREADY_OPEN;
    if (claim && (!isatty(input) || !isatty(output))) return CTS_NOT_A_TERMINAL;
    int known = 0;
    if (setupterm((char *)terminal, output, &known) != OK) return CTS_UNKNOWN_TERMINAL;
    const char *move = tigetstr("cup");
    del_curterm(cur_term);
    if (!move || move == (char *)-1) return CTS_UNKNOWN_TERMINAL;
    if (cts_signal_wake() < 0) return CTS_SYSTEM_ERROR;

    int in = dup(input), out = dup(output);
    term.input = in >= 0 ? fdopen(in, "r") : NULL;
    term.output = out >= 0 ? fdopen(out, "w") : NULL;
    if (!term.input || !term.output) return fail(CTS_SYSTEM_ERROR);
    term.in = in;
    term.out = out;
    term.claimed = claim;
    term.titled = claim && cts_has_title(terminal);
    if (claim) {
        if (cts_rescue_prepare(out) != 0) return fail(CTS_SYSTEM_ERROR);
        // Before curses, which leaves a signal alone that somebody else already catches.
        cts_install_signals();
    }
    term.screen = newterm(terminal, term.output, term.input);
    if (!term.screen) return fail(CTS_UNKNOWN_TERMINAL);
    raw();
    noecho();
    nonl();
    set_escdelay(25);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    // Keys are read through a pad, because reading them through a window would refresh that window first.
    term.keys = newpad(1, 1);
    if (!term.keys) {
        cts_close();
        return CTS_SYSTEM_ERROR;
    }
    keypad(term.keys, TRUE);
    nodelay(term.keys, TRUE);
    meta(term.keys, TRUE);
    cts_define_keys();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    memset(term.attributes, 0, sizeof term.attributes);
    memset(term.pairs, 0, sizeof term.pairs);
    if (claim) {
        // The device knows better than LINES and COLUMNS, which curses would believe.
        cts_resize(0, 0);
        cts_rescue_append(term.titled ? "\033[?2004l\033[23;2t" : "\033[?2004l");
        // Harmless where the mouse was never on, and a shell full of reports where it was left on.
        cts_rescue_append(MOUSE_OFF);
        cts_rescue_append(tigetstr("sgr0"));
        cts_rescue_append(tigetstr("rmcup"));
        cts_rescue_append(tigetstr("rmkx"));
        cts_rescue_append(tigetstr("cnorm"));
        static bool registered;
        if (!registered) registered = atexit(cts_close) == 0;
        enter_extras();
    }
    return CTS_OPENED;
}

void cts_close(void) {
    if (!term.screen) return;
    leave_extras();
    curs_set(1);
    endwin();
    if (term.keys) delwin(term.keys);
    term.keys = NULL;
    delscreen(term.screen);
    term.screen = NULL;
    term.mouse = false;
    fail(0);
}

void cts_set_mouse(int on) {
    if (!term.screen || !term.claimed || term.mouse == (on != 0)) return;
    term.mouse = on != 0;
    send_bytes(term.mouse ? MOUSE_ON : MOUSE_OFF);
}

void cts_suspend(void) {
    if (!term.screen || !term.claimed) return;
    leave_extras();
    endwin();
    cts_stop_process();
    reset_prog_mode();
    clearok(curscr, TRUE);
    enter_extras();
}

// Painting

int cts_colors(void) { return term.screen && has_colors() ? COLORS : 0; }

void cts_define_style(int role, int attributes, int foreground, int background) {
    if (!term.screen || role < 0 || role >= ROLES) return;
    term.attributes[role] = (attributes & CTS_BOLD ? A_BOLD : 0) | (attributes & CTS_DIM ? A_DIM : 0)
                            | (attributes & CTS_UNDERLINE ? A_UNDERLINE : 0) | (attributes & CTS_REVERSE ? A_REVERSE : 0);
    term.pairs[role] = 0;
    if (foreground < 0 && background < 0) return;
    if (!has_colors() || role + 1 >= COLOR_PAIRS) return;
    // Roles of the same colours share a pair: curses takes two pairs for two looks and sends the colours again.
    // Only among those defined before: the others may be about to change.
    for (int other = 0; other < role; other++)
        if (term.pairs[other] == other + 1 && term.foregrounds[other] == foreground
            && term.backgrounds[other] == background) {
            term.pairs[role] = term.pairs[other];
            return;
        }
    if (init_extended_pair(role + 1, foreground, background) != OK) return;
    term.pairs[role] = (short)(role + 1);
    term.foregrounds[role] = foreground;
    term.backgrounds[role] = background;
}

void cts_size(int *rows, int *columns) {
    *rows = term.screen ? getmaxy(stdscr) : 0;
    *columns = term.screen ? getmaxx(stdscr) : 0;
}

void cts_resize(int force_rows, int force_columns) {
    if (!term.screen) return;
    int rows = force_rows, columns = force_columns;
    struct winsize size;
    if (rows <= 0 && ioctl(term.out, TIOCGWINSZ, &size) == 0) {
        rows = size.ws_row;
        columns = size.ws_col;
    }
    if (rows <= 0 || columns <= 0) return;
    if (is_term_resized(rows, columns)) resize_term(rows, columns);
}

/// The wide stand-in is the geta mark, which Chinese and Japanese printers put for a character they do not have.
static wchar_t shown(uint32_t scalar, int width) {
    return wcwidth((wchar_t)scalar) == width ? (wchar_t)scalar : width == 2 ? GETA : L'?';
}

int cts_put_run(int row, int column, const uint32_t *glyphs, const uint8_t *roles, int count) {
    if (!term.screen) return -1;
    cchar_t cells[RUN];
    int result = 0;
    for (int start = 0; start < count;) {
        int used = 0, index = start;
        for (; index < count && used < RUN; index++) {
            if (glyphs[index] == 0) continue;
            int width = index + 1 < count && glyphs[index + 1] == 0 ? 2 : 1;
            wchar_t text[2] = {shown(glyphs[index], width), 0};
            int role = roles[index] & (ROLES - 1);
            setcchar(&cells[used++], text, term.attributes[role], term.pairs[role], NULL);
        }
        while (index < count && glyphs[index] == 0) index++;
        if (used > 0 && mvwadd_wchnstr(stdscr, row, column + start, cells, used) == ERR) result = -1;
        start = index;
    }
    return result;
}

int cts_put_cluster(int row, int column, const uint32_t *scalars, int count, int width, int role) {
    if (!term.screen || count < 1) return -1;
    wchar_t text[CCHARW_MAX + 1] = {shown(scalars[0], width)};
    int used = 1;
    for (int i = 1; i < count && used < CCHARW_MAX; i++)
        if (wcwidth((wchar_t)scalars[i]) == 0) text[used++] = (wchar_t)scalars[i];
    text[used] = 0;
    role &= ROLES - 1;
    cchar_t cell;
    if (setcchar(&cell, text, term.attributes[role], term.pairs[role], NULL) == ERR) return -1;
    return mvwadd_wchnstr(stdscr, row, column, &cell, 1) == ERR ? -1 : 0;
}

void cts_refresh(int row, int column) {
    if (!term.screen) return;
    // A hidden cursor may stay wherever painting left it, which saves the move.
    leaveok(stdscr, row < 0);
    if (row >= 0) wmove(stdscr, row, column);
    if (row < 0) curs_set(0);
    wnoutrefresh(stdscr);
    doupdate();
    if (row >= 0) curs_set(1);
    fflush(term.output);
}

void cts_invalidate(void) {
    if (term.screen) clearok(curscr, TRUE);
}

void cts_erase(void) {
    if (term.screen) werase(stdscr);
}

int cts_read_row(int row, uint32_t *scalars, int capacity) {
    wchar_t text[4096];
    int columns = term.screen ? getmaxx(stdscr) : 0;
    int length = columns > 0 && columns < 4096 ? mvwinnwstr(stdscr, row, 0, text, 4095) : 0;
    if (length == ERR) return 0;
    if (length > capacity) length = capacity;
    for (int i = 0; i < length; i++) scalars[i] = (uint32_t)text[i];
    return length;
}

int cts_read_attributes(int row, int column) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1];
    attr_t attributes = 0;
    short pair = 0;
    if (!term.screen || mvwin_wch(stdscr, row, column, &cell) == ERR) return 0;
    if (getcchar(&cell, text, &attributes, &pair, NULL) == ERR) return 0;
    return (attributes & A_BOLD ? CTS_BOLD : 0) | (attributes & A_DIM ? CTS_DIM : 0)
           | (attributes & A_UNDERLINE ? CTS_UNDERLINE : 0) | (attributes & A_REVERSE ? CTS_REVERSE : 0);
}

void cts_set_title(const char *title) {
    if (!term.screen || !term.titled) return;
    fprintf(term.output, "\033]2;%s\033\\", title);
    fflush(term.output);
}

// Waiting

int cts_wait(int wake, int timeout) {
    struct pollfd fds[3] = {
        {.fd = term.screen ? term.in : -1, .events = POLLIN},
        {.fd = cts_signal_wake(), .events = POLLIN},
        {.fd = wake, .events = POLLIN},
    };
    int count = poll(fds, 3, timeout);
    int error = errno;
    if (count < 0) return error == EINTR ? CTS_READY_SIGNAL : CTS_READY_CLOSED;
    int ready = 0;
    if (fds[0].revents & POLLIN) ready |= CTS_READY_INPUT;
    if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= CTS_READY_CLOSED;
    if (fds[1].revents & POLLIN) {
        cts_wake_clear(cts_signal_wake());
        ready |= CTS_READY_SIGNAL;
    }
    if (fds[2].revents & POLLIN && cts_wake_clear(wake)) ready |= CTS_READY_WAKE;
    return ready;
}

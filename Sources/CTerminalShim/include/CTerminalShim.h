/// The only door to curses, wide characters, signals and event descriptors.
///
/// Swift 6 cannot use `curses.h` itself: its globals are shared mutable state and its attributes are macros. One
/// screen is open at a time, and only one thread calls the functions that touch it; the wake functions may be called
/// from any thread.
#ifndef CTERMINALSHIM_H
#define CTERMINALSHIM_H

#include <stdint.h>

/// What `cts_open` found wrong.
enum cts_open_result {
    CTS_OPENED = 0,
    CTS_NOT_A_TERMINAL = 1,
    CTS_UNKNOWN_TERMINAL = 2,
    CTS_ALREADY_OPEN = 3,
    CTS_SYSTEM_ERROR = 4,
};

/// Codes of `cts_read_key` beyond bytes. Keys have their own numbers, so that Swift needs none of curses'.
enum cts_key {
    CTS_KEY_NONE = -1,
    CTS_KEY_BASE = 0x1000,
    CTS_KEY_UP = CTS_KEY_BASE,
    CTS_KEY_DOWN,
    CTS_KEY_LEFT,
    CTS_KEY_RIGHT,
    CTS_KEY_HOME,
    CTS_KEY_END,
    CTS_KEY_PAGE_UP,
    CTS_KEY_PAGE_DOWN,
    CTS_KEY_INSERT,
    CTS_KEY_DELETE,
    CTS_KEY_TAB,
    CTS_KEY_ENTER,
    CTS_KEY_BACKSPACE,
    CTS_KEY_PASTE_BEGIN,
    CTS_KEY_PASTE_END,
    /// A mouse report begins; the rest of it comes as bytes.
    CTS_KEY_MOUSE,
    CTS_KEY_UNKNOWN,
    CTS_KEY_FUNCTION = CTS_KEY_BASE + 0x40,
    /// Modifiers are or-ed to a key.
    CTS_KEY_SHIFT = 0x100,
    CTS_KEY_ALT = 0x200,
    CTS_KEY_CONTROL = 0x400,
};

/// What happened to the process, or-ed, as `cts_take_events` tells.
enum cts_event {
    CTS_EVENT_RESIZED = 1,
    CTS_EVENT_TERMINATE = 2,
    CTS_EVENT_HANGUP = 4,
    CTS_EVENT_SUSPEND = 8,
    CTS_EVENT_RESUMED = 16,
};

/// What `cts_wait` saw, or-ed.
enum cts_ready {
    CTS_READY_INPUT = 1,
    CTS_READY_SIGNAL = 2,
    CTS_READY_WAKE = 4,
    CTS_READY_CLOSED = 8,
};

/// Attributes of `cts_define_style`, or-ed.
enum cts_attribute {
    CTS_BOLD = 1,
    CTS_DIM = 2,
    CTS_UNDERLINE = 4,
    CTS_REVERSE = 8,
};

/// What `cts_ask` asked for, or-ed.
enum cts_asked {
    CTS_ASKED_WIDTH = 1,
    CTS_ASKED_BACKGROUND = 2,
};

/// Takes the locale of the environment for characters. Numbers stay in the C locale, since other C code parses them.
/// Returns 1 when it is UTF-8, 0 when it was not and C.UTF-8 took its place, -1 when that is missing too.
int cts_set_locale(void);

/// The C library's column count of a scalar; -1 for what it does not know.
int cts_wcwidth(uint32_t scalar);

/// Asks the terminal of the open screen how wide it shows an ambiguous character, and what its background is. Waits for
/// nothing: the answers come with the keys, `ESC [ 2 ; column R` and `ESC ] 11 ; rgb:... ESC \`. Returns `cts_asked` bits:
/// what the terminal's description doesn't offer isn't asked.
int cts_ask(const char *terminal);

/// Makes the scalars of some runs (sorted pairs of first and last scalar) two columns wide for everything from now on,
/// curses included; none for what the C library says. `count` is the number of pairs, 512 at most.
void cts_widen(const uint32_t *runs, int count);

/// Opens a screen for a terminal type on two descriptors that stay the caller's. With `claim`, both must be
/// terminals, and the modes and signals of the process are taken over as well. Returns a `cts_open_result`.
int cts_open(const char *terminal, int input, int output, int claim);

/// Puts everything back as it was before `cts_open`. Does nothing when no screen is open.
void cts_close(void);

/// How many colours the open screen has, 0 for none.
int cts_colors(void);

/// Defines how cells with a role (0 to 63) look: attributes, and colours as palette numbers with -1 for the default.
void cts_define_style(int role, int attributes, int foreground, int background);

/// Rows and columns of the open screen as curses knows them.
void cts_size(int *rows, int *columns);

/// Asks the terminal device for its size and tells curses; `force` is for tests without a device and may be 0 by 0.
void cts_resize(int force_rows, int force_columns);

/// Puts a run of cells into curses' screen: `glyphs` holds a scalar for each cell and 0 for the right half of a wide
/// one. Scalars that the C library gives another width are replaced. Returns 0 on success.
int cts_put_run(int row, int column, const uint32_t *glyphs, const uint8_t *roles, int count);

/// Puts one cell with combining marks; `width` is 1 or 2. Returns 0 on success.
int cts_put_cluster(int row, int column, const uint32_t *scalars, int count, int width, int role);

/// Sends what changed to the terminal, with the cursor at a place or hidden when `row` is negative.
void cts_refresh(int row, int column);

/// Makes the next `cts_refresh` send everything.
void cts_invalidate(void);

/// Blanks curses' screen.
void cts_erase(void);

/// Reads back one row of curses' screen as scalars, for tests. Returns how many were written.
int cts_read_row(int row, uint32_t *scalars, int capacity);

/// The attributes curses' screen has in a cell, or-ed `cts_attribute`, for tests.
int cts_read_attributes(int row, int column);

/// Sets the window title on terminals known to have one. The text must be clean UTF-8.
void cts_set_title(const char *title);

/// Turns mouse reports on or off, in the form that knows no limit of columns (SGR). They are off when a screen is opened,
/// while the process is stopped, and after the screen is closed, however it is.
void cts_set_mouse(int on);

/// Sends a control sequence that draws nothing. The text must be clean.
void cts_send(const char *sequence);

/// The next byte (0 to 255) or key of the input, or CTS_KEY_NONE when there is none now.
int cts_read_key(void);

/// Waits for input, a signal or a wake. `timeout` is in milliseconds, negative for no end. Returns `cts_ready` bits;
/// 0 when the time is over.
int cts_wait(int wake, int timeout);

/// Takes the signals that came since the last call, as `cts_event` bits.
int cts_take_events(void);

/// Gives the terminal back, stops the process as Ctrl-Z does, and claims the terminal again when it goes on.
void cts_suspend(void);

/// A new wake descriptor, or -1.
int cts_wake_open(void);
/// Makes the descriptor readable. Safe in any thread and in signal handlers.
void cts_wake_signal(int wake);
/// Makes the descriptor unreadable again; returns 1 when it was readable.
int cts_wake_clear(int wake);
/// Gives the descriptor back.
void cts_wake_close(int wake);

#endif

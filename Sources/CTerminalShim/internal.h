/// What the files of this shim share and Swift does not see.
#ifndef CTS_INTERNAL_H
#define CTS_INTERNAL_H

#include <stdbool.h>

/// Takes over the signals of the process; the handlers only set flags and write to the signal wake descriptor.
void cts_install_signals(void);
/// Gives the signals back to whoever had them.
void cts_restore_signals(void);
/// The descriptor that signals make readable, opened at the first call; -1 when there is none.
int cts_signal_wake(void);
/// Forgets events that have been dealt with.
void cts_drop_events(int events);
/// Stops the process group as Ctrl-Z does; returns when it goes on.
void cts_stop_process(void);

/// Notes the terminal's modes for a fatal signal, and starts the list of what to send then. Returns 0 on success.
int cts_rescue_prepare(int out);
/// Adds a terminfo string to what a fatal signal sends.
void cts_rescue_append(const char *bytes);
/// Whether a fatal signal has something to put back.
void cts_rescue_arm(bool armed);

/// Whether a terminal type is one of those that know xterm's control strings.
bool cts_has_title(const char *terminal);
/// Sends bytes to the terminal of the open screen, at once and past curses.
void cts_send(const char *bytes);

/// Tells curses the key sequences that terminfo lacks; for the open screen.
void cts_define_keys(void);
/// A key of curses as one of ours.
int cts_translate_key(int key);

#endif

#define _GNU_SOURCE

#include "CTerminalShim.h"
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

_Static_assert(__GCC_ATOMIC_INT_LOCK_FREE == 2, "signal handlers may set flags");

/// What a fatal signal needs, prepared while nothing is wrong.
static struct {
    volatile sig_atomic_t armed;
    int out;
    struct termios modes;
    char bytes[512];
    size_t length;
} rescue;

static int signal_wake = -1;
static int pending_events;

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
enum { CAUGHT = sizeof caught / sizeof *caught, FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction caught_before[CAUGHT], fatal_before[FATAL];
static char fatal_stack[32768];

static void on_signal(int number) {
    int saved = errno;
    int event = number == SIGWINCH  ? CTS_EVENT_RESIZED
                : number == SIGHUP  ? CTS_EVENT_HANGUP
                : number == SIGTSTP ? CTS_EVENT_SUSPEND
                : number == SIGCONT ? CTS_EVENT_RESUMED
                                    : CTS_EVENT_TERMINATE;
    __atomic_fetch_or(&pending_events, event, __ATOMIC_SEQ_CST);
    cts_wake_signal(signal_wake);
    errno = saved;
}

/// Only calls that POSIX allows in a signal handler.
static void rescue_terminal(void) {
    if (!rescue.armed) return;
    rescue.armed = 0;
    size_t done = 0;
    while (done < rescue.length) {
        ssize_t count = write(rescue.out, rescue.bytes + done, rescue.length - done);
        if (count <= 0) break;
        done += (size_t)count;
    }
    tcsetattr(rescue.out, TCSANOW, &rescue.modes);
}

static void on_fatal(int number) {
    rescue_terminal();
    for (int i = 0; i < FATAL; i++)
        if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
    raise(number);
}

void cts_install_signals(void) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigset_t heard;
    sigemptyset(&heard);
    for (int i = 0; i < CAUGHT; i++) {
        sigaction(caught[i], &action, &caught_before[i]);
        sigaddset(&heard, caught[i]);
    }
    // A parent with blocked signals hands that down, and a desk that can't hear the line drop would stay for ever.
    pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
    stack_t stack = {.ss_sp = fatal_stack, .ss_size = sizeof fatal_stack};
    sigaltstack(&stack, NULL);
    struct sigaction last = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigemptyset(&last.sa_mask);
    for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &last, &fatal_before[i]);
}

void cts_restore_signals(void) {
    for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &caught_before[i], NULL);
    for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
}

int cts_take_events(void) { return __atomic_exchange_n(&pending_events, 0, __ATOMIC_SEQ_CST); }

void cts_drop_events(int events) { __atomic_fetch_and(&pending_events, ~events, __ATOMIC_SEQ_CST); }

int cts_signal_wake(void) {
    if (signal_wake < 0) signal_wake = cts_wake_open();
    return signal_wake;
}

int cts_rescue_prepare(int out) {
    rescue.out = out;
    rescue.length = 0;
    return tcgetattr(out, &rescue.modes);
}

void cts_rescue_append(const char *bytes) {
    if (!bytes || bytes == (char *)-1) return;
    for (; *bytes && rescue.length < sizeof rescue.bytes; bytes++) {
        // Terminfo marks delays as $<5>; no terminal of today needs them.
        if (bytes[0] == '$' && bytes[1] == '<') {
            const char *end = strchr(bytes, '>');
            if (!end) return;
            bytes = end;
            continue;
        }
        rescue.bytes[rescue.length++] = *bytes;
    }
}

void cts_rescue_arm(bool armed) { rescue.armed = armed; }

void cts_stop_process(void) {
    // SIGTSTP and not SIGSTOP: where no shell could continue it, the kernel leaves the process running.
    struct sigaction ours, plain = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &plain, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    cts_drop_events(CTS_EVENT_SUSPEND | CTS_EVENT_RESUMED);
}

// Wake descriptors

int cts_wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void cts_wake_signal(int wake) {
    uint64_t one = 1;
    ssize_t ignored = write(wake, &one, sizeof one);
    (void)ignored;
}

int cts_wake_clear(int wake) {
    uint64_t count;
    return read(wake, &count, sizeof count) == (ssize_t)sizeof count;
}

void cts_wake_close(int wake) {
    if (wake >= 0) close(wake);
}

#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "CPaperShim.h"

struct cps_functions cps_functions;

static const char *const library_names[] = CPS_LIBRARIES;
static const char *missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct function {
    int library;
    const char *name;
    size_t offset;
};

#define CPS_ROW(library, result, name, parameters) {library, #name, offsetof(struct cps_functions, name)},
static const struct function table[] = {CPS_FUNCTIONS(CPS_ROW)};

/// A warning on stderr would land in the middle of the desk's screen; what goes wrong is told by results.
static void ignore(const char *domain, int level, const char *message, void *data) {
    (void)domain, (void)level, (void)message, (void)data;
}

static void load(void) {
    void *handle = NULL;
    int opened = -1;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const char *library = library_names[table[i].library];
        if (table[i].library != opened) {
            handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
            opened = table[i].library;
        }
        void *found = handle ? dlsym(handle, table[i].name) : NULL;
        if (!found) {
            missing = library;
            return;
        }
        memcpy((char *)&cps_functions + table[i].offset, &found, sizeof found);
    }
    cps_functions.g_log_set_default_handler(ignore, NULL);
}

const char *cps_load(void) {
    pthread_once(&once, load);
    return missing;
}

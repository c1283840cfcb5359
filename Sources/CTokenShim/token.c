#include "CTokenShim.h"

#include <dlfcn.h>
#include <p11-kit-1/p11-kit/pkcs11.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/// What is used of p11-kit, as its header declares it.
static struct {
    CK_FUNCTION_LIST **(*load_all)(int flags);
    void (*release_all)(CK_FUNCTION_LIST **modules);
    CK_FUNCTION_LIST *(*load)(const char *path, int flags);
    CK_RV (*initialize)(CK_FUNCTION_LIST *module);
    CK_RV (*finalize)(CK_FUNCTION_LIST *module);
    void (*release)(CK_FUNCTION_LIST *module);
} kit;

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;
/// Modules are initialised for the whole process; one call at a time keeps their ends apart.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static void load(void) {
    void *handle = dlopen("libp11-kit.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
    const struct {
        const char *name;
        void *place;
    } table[] = {
        {"p11_kit_modules_load_and_initialize", &kit.load_all},
        {"p11_kit_modules_finalize_and_release", &kit.release_all},
        {"p11_kit_module_load", &kit.load},
        {"p11_kit_module_initialize", &kit.initialize},
        {"p11_kit_module_finalize", &kit.finalize},
        {"p11_kit_module_release", &kit.release},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        void *found = dlsym(handle, table[i].name);
        if (!found) return;
        memcpy(table[i].place, &found, sizeof found);
    }
    is_loaded = true;
}

/// The modules in use: all that are registered, or one.
typedef struct {
    CK_FUNCTION_LIST **all;
    CK_FUNCTION_LIST *one[2];
} modules;

static enum ctk_outcome open_modules(modules *opened, const char *path) {
    pthread_once(&once, load);
    if (!is_loaded) return CTK_NO_LIBRARY;
    memset(opened, 0, sizeof *opened);
    if (!path) {
        opened->all = kit.load_all(0);
        return opened->all && opened->all[0] ? CTK_DONE : CTK_NO_MODULE;
    }
    CK_FUNCTION_LIST *module = kit.load(path, 0);
    if (!module) return CTK_NO_MODULE;
    if (kit.initialize(module) != CKR_OK) {
        kit.release(module);
        return CTK_NO_MODULE;
    }
    opened->one[0] = module;
    return CTK_DONE;
}

static void close_modules(modules *opened) {
    if (opened->all) kit.release_all(opened->all);
    if (!opened->one[0]) return;
    kit.finalize(opened->one[0]);
    kit.release(opened->one[0]);
}

static CK_FUNCTION_LIST **list_of(modules *opened) { return opened->all ? opened->all : opened->one; }

/// Texts of PKCS#11 are filled up with blanks and don't end with a zero.
static void trim(char *text, const unsigned char *padded, size_t length) {
    while (length > 0 && (padded[length - 1] == ' ' || padded[length - 1] == 0)) length--;
    memcpy(text, padded, length);
    text[length] = 0;
}

typedef bool (*visitor)(CK_FUNCTION_LIST *module, CK_SLOT_ID slot, const CK_TOKEN_INFO *info, void *context);

/// Goes through the tokens that a clerk could sign with: those that ask for a PIN.
static void visit_tokens(modules *opened, visitor visit, void *context) {
    for (CK_FUNCTION_LIST **module = list_of(opened); *module; module++) {
        CK_ULONG count = 0;
        if ((*module)->C_GetSlotList(CK_TRUE, NULL, &count) != CKR_OK || count == 0) continue;
        CK_SLOT_ID *slots = calloc(count, sizeof *slots);
        if (!slots) return;
        bool goes_on = (*module)->C_GetSlotList(CK_TRUE, slots, &count) == CKR_OK;
        for (CK_ULONG i = 0; goes_on && i < count; i++) {
            CK_TOKEN_INFO info;
            if ((*module)->C_GetTokenInfo(slots[i], &info) != CKR_OK) continue;
            const CK_FLAGS needed = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | CKF_USER_PIN_INITIALIZED;
            if ((info.flags & needed) != needed) continue;
            goes_on = visit(*module, slots[i], &info, context);
        }
        free(slots);
        if (!goes_on) return;
    }
}

struct search {
    const char *label;
    CK_FUNCTION_LIST *module;
    CK_SLOT_ID slot;
    int count;
};

static bool match(CK_FUNCTION_LIST *module, CK_SLOT_ID slot, const CK_TOKEN_INFO *info, void *context) {
    struct search *search = context;
    char label[sizeof info->label + 1];
    trim(label, info->label, sizeof info->label);
    if (search->label && strcmp(search->label, label) != 0) return true;
    search->module = module;
    search->slot = slot;
    search->count++;
    return true;
}

static enum ctk_outcome outcome_of(CK_RV code) {
    switch (code) {
    case CKR_OK: return CTK_DONE;
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE: return CTK_WRONG_PIN;
    case CKR_PIN_LOCKED:
    case CKR_PIN_EXPIRED: return CTK_PIN_LOCKED;
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED: return CTK_REMOVED;
    case CKR_HOST_MEMORY: return CTK_NO_MEMORY;
    default: return CTK_FAILED;
    }
}

/// One value of an object, which the caller frees; NULL where it has none.
static uint8_t *attribute(CK_FUNCTION_LIST *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object,
                          CK_ATTRIBUTE_TYPE type, size_t *length) {
    CK_ATTRIBUTE wanted = {type, NULL, 0};
    if (module->C_GetAttributeValue(session, object, &wanted, 1) != CKR_OK) return NULL;
    if (wanted.ulValueLen == CK_UNAVAILABLE_INFORMATION || wanted.ulValueLen == 0) return NULL;
    wanted.pValue = malloc(wanted.ulValueLen);
    if (!wanted.pValue) return NULL;
    if (module->C_GetAttributeValue(session, object, &wanted, 1) != CKR_OK) {
        free(wanted.pValue);
        return NULL;
    }
    *length = wanted.ulValueLen;
    return wanted.pValue;
}

/// Objects that match, as many as there is room for.
static CK_ULONG find(CK_FUNCTION_LIST *module, CK_SESSION_HANDLE session, CK_ATTRIBUTE *wanted, CK_ULONG count,
                     CK_OBJECT_HANDLE *found, CK_ULONG room) {
    CK_ULONG number = 0;
    if (module->C_FindObjectsInit(session, wanted, count) != CKR_OK) return 0;
    if (module->C_FindObjects(session, found, room, &number) != CKR_OK) number = 0;
    module->C_FindObjectsFinal(session);
    return number;
}

/// The first certificate that a private key with the same id stands beside.
static CK_OBJECT_HANDLE signing_key(CK_FUNCTION_LIST *module, CK_SESSION_HANDLE session, ctk_answer *answer) {
    CK_OBJECT_CLASS certificates = CKO_CERTIFICATE, keys = CKO_PRIVATE_KEY;
    CK_BBOOL yes = CK_TRUE;
    CK_ATTRIBUTE wanted[] = {{CKA_CLASS, &certificates, sizeof certificates}};
    CK_OBJECT_HANDLE found[32];
    CK_ULONG count = find(module, session, wanted, 1, found, 32);
    for (CK_ULONG i = 0; i < count; i++) {
        size_t length = 0;
        uint8_t *id = attribute(module, session, found[i], CKA_ID, &length);
        if (!id) continue;
        CK_ATTRIBUTE beside[] = {
            {CKA_CLASS, &keys, sizeof keys}, {CKA_SIGN, &yes, sizeof yes}, {CKA_ID, id, length}};
        CK_OBJECT_HANDLE key;
        bool is_there = find(module, session, beside, 3, &key, 1) == 1;
        free(id);
        if (!is_there) continue;
        answer->certificate = attribute(module, session, found[i], CKA_VALUE, &answer->certificate_length);
        if (answer->certificate) return key;
    }
    return CK_INVALID_HANDLE;
}

/// Signs within an open session in which the user is logged in.
static CK_RV sign(CK_FUNCTION_LIST *module, CK_SESSION_HANDLE session, const uint8_t *text, size_t text_length,
                  const uint8_t *digest, ctk_answer *answer) {
    CK_OBJECT_HANDLE key = signing_key(module, session, answer);
    if (key == CK_INVALID_HANDLE) {
        answer->outcome = CTK_NO_KEY;
        return CKR_OK;
    }
    CK_KEY_TYPE kind = 0;
    CK_ATTRIBUTE type = {CKA_KEY_TYPE, &kind, sizeof kind};
    CK_RV code = module->C_GetAttributeValue(session, key, &type, 1);
    if (code != CKR_OK) return code;
    CK_MECHANISM mechanism = {0, NULL, 0};
    switch (kind) {
    case CKK_RSA:
        mechanism.mechanism = CKM_SHA256_RSA_PKCS;
        answer->mechanism = CTK_RSA_PKCS_SHA256;
        break;
    case CKK_EC:
        mechanism.mechanism = CKM_ECDSA;
        answer->mechanism = CTK_ECDSA_SHA256;
        text = digest;
        text_length = 32;
        break;
    default: answer->outcome = CTK_UNKNOWN_KEY; return CKR_OK;
    }
    code = module->C_SignInit(session, &mechanism, key);
    if (code != CKR_OK) return code;
    CK_ULONG length = 0;
    code = module->C_Sign(session, (CK_BYTE *)text, text_length, NULL, &length);
    if (code != CKR_OK) return code;
    answer->signature = malloc(length);
    if (!answer->signature) return CKR_HOST_MEMORY;
    code = module->C_Sign(session, (CK_BYTE *)text, text_length, answer->signature, &length);
    answer->signature_length = length;
    return code;
}

/// Whether the token is still in its slot.
static bool is_present(CK_FUNCTION_LIST *module, CK_SLOT_ID slot) {
    CK_TOKEN_INFO info;
    return module->C_GetTokenInfo(slot, &info) == CKR_OK && (info.flags & CKF_TOKEN_INITIALIZED);
}

ctk_answer ctk_sign(const char *path, const char *label, const uint8_t *pin, size_t pin_length, const uint8_t *text,
                    size_t text_length, const uint8_t *digest) {
    ctk_answer answer = {.outcome = CTK_DONE};
    modules opened;
    pthread_mutex_lock(&turn);
    answer.outcome = open_modules(&opened, path);
    if (answer.outcome != CTK_DONE) {
        if (answer.outcome == CTK_NO_MODULE) close_modules(&opened);
        pthread_mutex_unlock(&turn);
        return answer;
    }
    struct search search = {.label = label};
    visit_tokens(&opened, match, &search);
    if (search.count != 1) {
        answer.outcome = search.count == 0 ? CTK_NO_TOKEN : CTK_SEVERAL_TOKENS;
    } else {
        CK_FUNCTION_LIST *module = search.module;
        CK_SESSION_HANDLE session;
        CK_RV code = module->C_OpenSession(search.slot, CKF_SERIAL_SESSION, NULL, NULL, &session);
        if (code == CKR_OK) {
            code = module->C_Login(session, CKU_USER, (CK_UTF8CHAR *)pin, pin_length);
            if (code == CKR_USER_ALREADY_LOGGED_IN) code = CKR_OK;
            if (code == CKR_OK) {
                code = sign(module, session, text, text_length, digest, &answer);
                module->C_Logout(session);
            }
            // A token that is pulled out in between answers in many ways, some of them as if nothing were wrong.
            const bool may_be_gone = code == CKR_OK || outcome_of(code) == CTK_FAILED;
            if (may_be_gone && !is_present(module, search.slot)) code = CKR_DEVICE_REMOVED;
            module->C_CloseSession(session);
        }
        if (code != CKR_OK) {
            answer.outcome = outcome_of(code);
            answer.code = code;
        }
    }
    close_modules(&opened);
    pthread_mutex_unlock(&turn);
    if (answer.outcome != CTK_DONE) {
        free(answer.signature);
        free(answer.certificate);
        answer.signature = answer.certificate = NULL;
    }
    return answer;
}

void ctk_release(ctk_answer *answer) {
    free(answer->signature);
    free(answer->certificate);
    answer->signature = answer->certificate = NULL;
}

struct listing {
    ctk_lister lister;
    void *context;
};

static bool tell(CK_FUNCTION_LIST *module, CK_SLOT_ID slot, const CK_TOKEN_INFO *info, void *context) {
    (void)module, (void)slot;
    struct listing *listing = context;
    char label[sizeof info->label + 1], maker[sizeof info->manufacturerID + 1], serial[sizeof info->serialNumber + 1];
    trim(label, info->label, sizeof info->label);
    trim(maker, info->manufacturerID, sizeof info->manufacturerID);
    trim(serial, info->serialNumber, sizeof info->serialNumber);
    listing->lister(listing->context, label, maker, serial);
    return true;
}

enum ctk_outcome ctk_list(const char *path, ctk_lister lister, void *context) {
    modules opened;
    pthread_mutex_lock(&turn);
    enum ctk_outcome outcome = open_modules(&opened, path);
    if (outcome == CTK_DONE) {
        struct listing listing = {lister, context};
        visit_tokens(&opened, tell, &listing);
    }
    if (outcome == CTK_DONE || outcome == CTK_NO_MODULE) close_modules(&opened);
    pthread_mutex_unlock(&turn);
    return outcome;
}

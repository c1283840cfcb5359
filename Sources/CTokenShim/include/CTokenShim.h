/// The only door to PKCS#11 tokens, through p11-kit.
///
/// The library is loaded when a token is first asked for and not with the program. One call does everything between opening
/// the token and closing it again, so that no session stays open and nothing of the PIN is left behind.
#ifndef CTOKENSHIM_H
#define CTOKENSHIM_H

#include <stddef.h>
#include <stdint.h>

/// What became of a call.
enum ctk_outcome {
    CTK_DONE,
    /// p11-kit isn't installed.
    CTK_NO_LIBRARY,
    /// No module answers: none is registered, or the named one can't be loaded.
    CTK_NO_MODULE,
    CTK_NO_TOKEN,
    /// More tokens than one, and none was named.
    CTK_SEVERAL_TOKENS,
    CTK_WRONG_PIN,
    /// Too many wrong PINs; only its issuer can open it again.
    CTK_PIN_LOCKED,
    /// The token went away while it was in use.
    CTK_REMOVED,
    /// No certificate whose key can sign.
    CTK_NO_KEY,
    /// A key of a kind that isn't known here.
    CTK_UNKNOWN_KEY,
    CTK_NO_MEMORY,
    /// Anything else; `ctk_answer.code` has the return value of PKCS#11.
    CTK_FAILED,
};

enum ctk_mechanism { CTK_RSA_PKCS_SHA256, CTK_ECDSA_SHA256 };

typedef struct {
    enum ctk_outcome outcome;
    /// CKR_… of the call that failed; 0 otherwise.
    unsigned long code;
    enum ctk_mechanism mechanism;
    /// Both are the caller's to release with `ctk_release`.
    uint8_t *signature;
    size_t signature_length;
    uint8_t *certificate;
    size_t certificate_length;
} ctk_answer;

/// Signs with the one key of a token that has a certificate.
///
/// @param module path of a PKCS#11 module; NULL for every module that is registered with p11-kit.
/// @param label of the token; NULL for whichever is there.
/// @param pin not kept, and overwritten where a copy was made.
/// @param text what is signed, and `digest`, 32 bytes of SHA-256 over it, for keys that sign digests alone.
ctk_answer ctk_sign(const char *module, const char *label, const uint8_t *pin, size_t pin_length, const uint8_t *text,
                    size_t text_length, const uint8_t *digest);

void ctk_release(ctk_answer *answer);

/// Tells a caller about one token.
///
/// @param label without the blanks that fill it up.
typedef void (*ctk_lister)(void *context, const char *label, const char *maker, const char *serial);

/// Lists the tokens that are there.
enum ctk_outcome ctk_list(const char *module, ctk_lister lister, void *context);

#endif

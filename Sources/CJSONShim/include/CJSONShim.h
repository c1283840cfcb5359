#ifndef CJSONSHIM_H
#define CJSONSHIM_H

// A strict JSON parser for Swift: RapidJSON reads, and what it read is laid out as one flat array of nodes, so that
// walking a document costs Swift no call and no allocation.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is.
enum {
    CJS_NULL = 0,
    CJS_FALSE = 1,
    CJS_TRUE = 2,
    /// A number written without fraction and exponent that fits `integer`.
    CJS_INTEGER = 3,
    /// Any other finite number, in `real`.
    CJS_REAL = 4,
    CJS_STRING = 5,
    CJS_ARRAY = 6,
    CJS_OBJECT = 7
};

/// One value. An object is followed by key, value, key, value …; an array by its elements; both may nest.
typedef struct cjs_node {
    /// Of a string or key: valid UTF-8 without NUL, unescaped, not terminated.
    const uint8_t *text;
    double real;
    int64_t integer;
    /// Bytes of `text`.
    uint32_t length;
    /// Members of an object, elements of an array.
    uint32_t count;
    /// The place of the first node that is no longer inside this one.
    uint32_t next;
    uint8_t kind;
} cjs_node;

/// Why a text was refused.
enum {
    CJS_OK = 0,
    CJS_EMPTY = 1,
    CJS_TRAILING = 2,
    CJS_BAD_VALUE = 3,
    CJS_BAD_KEY = 4,
    CJS_NO_COLON = 5,
    CJS_NO_COMMA = 6,
    CJS_BAD_ESCAPE = 7,
    CJS_BAD_SURROGATE = 8,
    CJS_BAD_UTF8 = 9,
    CJS_NUL = 10,
    CJS_UNTERMINATED = 11,
    CJS_BAD_NUMBER = 12,
    CJS_TOO_DEEP = 13,
    CJS_TOO_LONG = 14,
    CJS_NO_MEMORY = 15
};

/// Containers may nest this deep.
enum { CJS_MAX_DEPTH = 64 };

/// A parser with the memory of its last document.
typedef struct cjs_document cjs_document;

/// Returns NULL where there is no memory.
cjs_document *cjs_create(void);
void cjs_destroy(cjs_document *document);

/// Parses a copy of the bytes and forgets the document parsed before.
///
/// Returns CJS_OK or the reason; then `cjs_failure_offset` says at which byte.
int cjs_parse(cjs_document *document, const uint8_t *bytes, size_t length);
size_t cjs_failure_offset(const cjs_document *document);

/// The nodes of the last document, the root first; valid until the next parse. Only after CJS_OK.
const cjs_node *cjs_nodes(const cjs_document *document);

/// Where in the source a string or key began, or 0 for a node of another kind.
size_t cjs_offset_of(const cjs_document *document, const cjs_node *node);

#ifdef __cplusplus
}
#endif

#endif

#include "CJSONShim.h"

#include <stdlib.h>
#include <string.h>

#include <new>

// Nothing here may throw or abort: every RapidJSON assertion is about a misuse that the code below doesn't commit.
#define RAPIDJSON_HAS_STDSTRING 0
#define RAPIDJSON_ASSERT(x) ((void)0)
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#elif defined(__ARM_NEON)
#define RAPIDJSON_NEON
#endif
#include <rapidjson/reader.h>

namespace {

// Vector loads of RapidJSON may look past the end of the text, up to the next multiple of sixteen.
constexpr size_t padding = 16;
constexpr size_t largest = UINT32_MAX / 4;

typedef rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator> Reader;

// Iterative, so that nesting cannot overflow the stack; in place, so that strings need no memory of their own.
// RapidJSON's own check of the encoding is left out, since it goes byte by byte; `first_bad_byte` comes before it.
constexpr unsigned flags =
    rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;

inline bool is_tail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The place of the first byte that is not valid UTF-8, or is NUL; `length` where there is none.
///
/// The text must be readable, and NUL, for four bytes beyond its end.
size_t first_bad_byte(const uint8_t *text, size_t length) {
    size_t place = 0;
    while (place < length) {
        const uint8_t *at = text + place;
        const uint8_t lead = at[0];
        if (lead < 0x80) {
            if (lead == 0) return place;
            place += 1;
        } else if (lead < 0xE0) {
            if (lead < 0xC2 || !is_tail(at[1])) return place;
            place += 2;
        } else if (lead < 0xF0) {
            // Neither overlong forms nor surrogates.
            const bool second = lead == 0xE0 ? at[1] >= 0xA0 && at[1] < 0xC0
                : lead == 0xED               ? at[1] >= 0x80 && at[1] < 0xA0
                                             : is_tail(at[1]);
            if (!second || !is_tail(at[2])) return place;
            place += 3;
        } else {
            const bool second = lead == 0xF0 ? at[1] >= 0x90 && at[1] < 0xC0
                : lead == 0xF4               ? at[1] >= 0x80 && at[1] < 0x90
                                             : is_tail(at[1]);
            if (lead > 0xF4 || !second || !is_tail(at[2]) || !is_tail(at[3])) return place;
            place += 4;
        }
    }
    return length;
}

}  // namespace

struct cjs_document {
    uint8_t *text = nullptr;
    size_t text_capacity = 0;
    cjs_node *nodes = nullptr;
    uint32_t node_capacity = 0;
    uint32_t node_count = 0;
    uint32_t open[CJS_MAX_DEPTH];
    uint32_t depth = 0;
    size_t failure_offset = 0;
    /// Whether the text has a backslash anywhere.
    bool has_escapes = false;
    /// The reason for which the handler stopped the parser.
    int stopped = CJS_OK;
    rapidjson::CrtAllocator allocator;
    Reader reader;

    cjs_document() : reader(&allocator) {}
    ~cjs_document() {
        free(text);
        free(nodes);
    }

    bool stop(int reason) {
        stopped = reason;
        return false;
    }

    cjs_node *append(uint8_t kind) {
        if (node_count == node_capacity) {
            uint32_t wanted = node_capacity ? node_capacity * 2 : 256;
            void *grown = realloc(nodes, wanted * sizeof(cjs_node));
            if (!grown) return nullptr;
            nodes = static_cast<cjs_node *>(grown);
            node_capacity = wanted;
        }
        cjs_node *node = &nodes[node_count++];
        node->text = nullptr;
        node->length = 0;
        node->count = 0;
        node->next = node_count;
        node->kind = kind;
        return node;
    }

    // The handler of RapidJSON's events.

    bool scalar(uint8_t kind) { return append(kind) || stop(CJS_NO_MEMORY); }
    bool Null() { return scalar(CJS_NULL); }
    bool Bool(bool value) { return scalar(value ? CJS_TRUE : CJS_FALSE); }

    bool Int64(int64_t value) {
        cjs_node *node = append(CJS_INTEGER);
        if (!node) return stop(CJS_NO_MEMORY);
        node->integer = value;
        node->real = static_cast<double>(value);
        return true;
    }
    bool Int(int value) { return Int64(value); }
    bool Uint(unsigned value) { return Int64(value); }
    bool Uint64(uint64_t value) {
        if (value <= INT64_MAX) return Int64(static_cast<int64_t>(value));
        return Double(static_cast<double>(value));
    }
    bool Double(double value) {
        cjs_node *node = append(CJS_REAL);
        if (!node) return stop(CJS_NO_MEMORY);
        node->real = value;
        return true;
    }
    bool RawNumber(const char *, rapidjson::SizeType, bool) { return stop(CJS_BAD_NUMBER); }

    /// What only an escape can bring into a text whose bytes were checked.
    static int escaped_fault(const char *bytes, const char *end) {
        if (memchr(bytes, 0, static_cast<size_t>(end - bytes))) return CJS_NUL;
        // RapidJSON 1.1.0 lets the escape of a lone low surrogate through.
        const char *rest = bytes;
        while ((rest = static_cast<const char *>(memchr(rest, 0xED, static_cast<size_t>(end - rest))))) {
            if (rest + 1 < end && static_cast<uint8_t>(rest[1]) >= 0xA0) return CJS_BAD_SURROGATE;
            rest++;
        }
        return CJS_OK;
    }

    bool String(const char *bytes, rapidjson::SizeType length, bool) {
        if (has_escapes) {
            const int reason = escaped_fault(bytes, bytes + length);
            if (reason != CJS_OK) return stop(reason);
        }
        cjs_node *node = append(CJS_STRING);
        if (!node) return stop(CJS_NO_MEMORY);
        node->text = reinterpret_cast<const uint8_t *>(bytes);
        node->length = length;
        return true;
    }
    bool Key(const char *bytes, rapidjson::SizeType length, bool copy) { return String(bytes, length, copy); }

    bool start(uint8_t kind) {
        if (depth == CJS_MAX_DEPTH) return stop(CJS_TOO_DEEP);
        open[depth++] = node_count;
        return scalar(kind);
    }
    bool end(uint32_t count) {
        cjs_node *node = &nodes[open[--depth]];
        node->count = count;
        node->next = node_count;
        return true;
    }
    bool StartObject() { return start(CJS_OBJECT); }
    bool EndObject(rapidjson::SizeType count) { return end(count); }
    bool StartArray() { return start(CJS_ARRAY); }
    bool EndArray(rapidjson::SizeType count) { return end(count); }

    int load(const uint8_t *bytes, size_t length) {
        node_count = 0;
        depth = 0;
        stopped = CJS_OK;
        failure_offset = 0;
        if (length > largest) return CJS_TOO_LONG;
        if (length + padding > text_capacity) {
            size_t wanted = length + padding + length / 2;
            void *grown = realloc(text, wanted);
            if (!grown) return CJS_NO_MEMORY;
            text = static_cast<uint8_t *>(grown);
            text_capacity = wanted;
        }
        if (length) memcpy(text, bytes, length);
        memset(text + length, 0, padding);
        // A NUL would end the text for RapidJSON, and what follows it would go unread.
        has_escapes = memchr(text, '\\', length) != nullptr;
        const size_t bad = first_bad_byte(text, length);
        if (bad == length) return CJS_OK;
        failure_offset = bad;
        return text[bad] == 0 ? CJS_NUL : CJS_BAD_UTF8;
    }
};

namespace {

int reason(rapidjson::ParseErrorCode code, int stopped) {
    switch (code) {
    case rapidjson::kParseErrorNone: return CJS_OK;
    case rapidjson::kParseErrorDocumentEmpty: return CJS_EMPTY;
    case rapidjson::kParseErrorDocumentRootNotSingular: return CJS_TRAILING;
    case rapidjson::kParseErrorValueInvalid: return CJS_BAD_VALUE;
    case rapidjson::kParseErrorObjectMissName: return CJS_BAD_KEY;
    case rapidjson::kParseErrorObjectMissColon: return CJS_NO_COLON;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return CJS_NO_COMMA;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return CJS_NO_COMMA;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex: return CJS_BAD_ESCAPE;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return CJS_BAD_SURROGATE;
    case rapidjson::kParseErrorStringEscapeInvalid: return CJS_BAD_ESCAPE;
    case rapidjson::kParseErrorStringMissQuotationMark: return CJS_UNTERMINATED;
    case rapidjson::kParseErrorStringInvalidEncoding: return CJS_BAD_UTF8;
    case rapidjson::kParseErrorNumberTooBig: return CJS_BAD_NUMBER;
    case rapidjson::kParseErrorNumberMissFraction: return CJS_BAD_NUMBER;
    case rapidjson::kParseErrorNumberMissExponent: return CJS_BAD_NUMBER;
    case rapidjson::kParseErrorTermination: return stopped == CJS_OK ? CJS_BAD_VALUE : stopped;
    case rapidjson::kParseErrorUnspecificSyntaxError: return CJS_BAD_VALUE;
    }
    return CJS_BAD_VALUE;
}

}  // namespace

extern "C" {

cjs_document *cjs_create(void) {
    void *memory = malloc(sizeof(cjs_document));
    return memory ? new (memory) cjs_document() : nullptr;
}

void cjs_destroy(cjs_document *document) {
    if (!document) return;
    document->~cjs_document();
    free(document);
}

int cjs_parse(cjs_document *document, const uint8_t *bytes, size_t length) {
    int loaded = document->load(bytes, length);
    if (loaded != CJS_OK) return loaded;
    rapidjson::InsituStringStream stream(reinterpret_cast<char *>(document->text));
    rapidjson::ParseResult result = document->reader.Parse<flags>(stream, *document);
    if (!result.IsError()) return CJS_OK;
    document->failure_offset = result.Offset() > length ? length : result.Offset();
    return reason(result.Code(), document->stopped);
}

size_t cjs_failure_offset(const cjs_document *document) { return document->failure_offset; }

const cjs_node *cjs_nodes(const cjs_document *document) { return document->nodes; }

size_t cjs_offset_of(const cjs_document *document, const cjs_node *node) {
    return node->text ? static_cast<size_t>(node->text - document->text) : 0;
}

}  // extern "C"

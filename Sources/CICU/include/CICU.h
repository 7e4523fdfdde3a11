/// The part of ICU 72 that Copydesk uses, as plain functions over UTF-8 bytes.
///
/// ICU's own names carry the version (`ucnv_open_72`) through macros that Swift does not see, and its UTF-8
/// normaliser exists in C++ only; so every call goes through here. Lengths are bytes. A negative result is an error.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether the UTF-8 text is in Unicode normalisation form C.
bool copydesk_is_nfc(const uint8_t *text, int32_t length);

/// The text in UTF-8, decoded from a charset by ICU's name for it: a buffer of `*resultLength` bytes that the caller
/// frees with `free`, or NULL if the charset is unknown. Ill-formed bytes become U+FFFD, `*substitutions` counts them.
uint8_t *copydesk_decode(
  const char *charset, const uint8_t *bytes, int32_t length, int32_t *resultLength, int32_t *substitutions);

/// Bytes that stayed, then some that were rewritten: `times` units of `source` bytes became `target` bytes each.
typedef struct {
  int32_t kept, source, target, times;
} CopydeskSpan;

/// Where, from an offset on, more than 64 characters with a combining class follow on each other; `length` if nowhere. `*end`
/// is the offset behind them. To bring n such marks into their order takes n² steps.
int32_t copydesk_marks(const uint8_t *text, int32_t length, int32_t start, int32_t *end);

/// The text in form C: a buffer of `*resultLength` bytes, or NULL on an error; `*spans` is a list of `*spanCount` rewritings.
/// The caller frees both with `free`.
uint8_t *copydesk_nfc_spans(
  const uint8_t *text, int32_t length, int32_t *resultLength, CopydeskSpan **spans, int32_t *spanCount);

/// The same as `copydesk_decode`, character by character, with the list of rewritings.
uint8_t *copydesk_decode_spans(
  const char *charset, const uint8_t *bytes, int32_t length, int32_t *resultLength, int32_t *substitutions,
  CopydeskSpan **spans, int32_t *spanCount);

/// Rules that rewrite strings; not thread-safe: one a worker.
typedef struct CopydeskTransliterator CopydeskTransliterator;

/// Opens rules (`::NFKC; ::Lower;`), NULL if ICU does not understand them.
CopydeskTransliterator *copydesk_transliterator_open(const char *rules);

/// Closes them.
void copydesk_transliterator_close(CopydeskTransliterator *transliterator);

/// The UTF-8 text rewritten: a buffer of `*resultLength` bytes that the caller frees with `free`, or NULL.
uint8_t *copydesk_transliterate(
  CopydeskTransliterator *transliterator, const uint8_t *text, int32_t length, int32_t *resultLength);

/// Whether ICU has a converter of this name.
bool copydesk_knows_charset(const char *charset);

/// A charset detector; not thread-safe: one a worker.
typedef struct CopydeskDetector CopydeskDetector;

/// Opens a detector, NULL on an error.
CopydeskDetector *copydesk_detector_open(void);

/// Closes it.
void copydesk_detector_close(CopydeskDetector *detector);

/// The best guess for the bytes, with markup ignored if `stripTags`; a string that lives as long as the detector, or
/// NULL if there is none. `*confidence` is 0…100.
const char *copydesk_detect(
  CopydeskDetector *detector, const uint8_t *bytes, int32_t length, bool stripTags, int32_t *confidence);

#ifdef __cplusplus
}
#endif

#include "CICU.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

namespace {

/// A byte sink into memory that the caller owns in the end.
uint8_t *copyOut(const std::string &string, int32_t *resultLength) {
  auto *out = static_cast<uint8_t *>(malloc(string.size() + 1));
  if (out == nullptr) return nullptr;
  memcpy(out, string.data(), string.size());
  *resultLength = static_cast<int32_t>(string.size());
  return out;
}

/// Counts each ill-formed sequence, then does what ICU's own substitution does.
void countAndSubstitute(
  const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
  UConverterCallbackReason reason, UErrorCode *error) {
  if (reason <= UCNV_IRREGULAR) {
    ++*static_cast<int32_t *>(const_cast<void *>(context));
    *error = U_ZERO_ERROR;
    static const UChar replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
  }
}

/// Turns away, without a look at ICU's tables, most of what has no combining class.
bool mayBeMark(UChar32 code) {
  if (code < 0x300) return false;
  if (code >= 0x370 && code < 0x483) return false;    // Greek, Cyrillic
  if (code >= 0x1E00 && code < 0x20D0) return false;  // Latin, Greek, punctuation
  return code < 0x3100 || code >= 0xA66F;             // not the ideographs
}

/// A list of rewritings, equal neighbours as one.
class Spans {
 public:
  void keep(int32_t count) { kept_ += count; }

  void replace(int32_t source, int32_t target) {
    if (kept_ == 0 && !spans_.empty() && spans_.back().source == source && spans_.back().target == target) {
      ++spans_.back().times;
    } else {
      spans_.push_back({kept_, source, target, 1});
      kept_ = 0;
    }
  }

  /// The list in memory that the caller owns; NULL if that fails.
  CopydeskSpan *copyOut(int32_t *count) {
    if (kept_ > 0) spans_.push_back({kept_, 0, 0, 0});
    auto *out = static_cast<CopydeskSpan *>(malloc((spans_.size() + 1) * sizeof(CopydeskSpan)));
    if (out == nullptr) return nullptr;
    if (!spans_.empty()) memcpy(out, spans_.data(), spans_.size() * sizeof(CopydeskSpan));
    *count = static_cast<int32_t>(spans_.size());
    return out;
  }

 private:
  std::vector<CopydeskSpan> spans_;
  int32_t kept_ = 0;
};

}  // namespace

struct CopydeskTransliterator {
  icu::Transliterator *rules;
};

struct CopydeskDetector {
  UCharsetDetector *detector;
};

bool copydesk_is_nfc(const uint8_t *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return true;
  return nfc->isNormalizedUTF8(icu::StringPiece(reinterpret_cast<const char *>(text), length), error) &&
         U_SUCCESS(error);
}

int32_t copydesk_marks(const uint8_t *text, int32_t length, int32_t start, int32_t *end) {
  const int32_t most = 64;
  int32_t index = start, run = start, count = 0;
  while (index < length) {
    // Plain letters, eight at a time: most of any text.
    uint64_t eight;
    while (count == 0 && index + 8 <= length && (memcpy(&eight, text + index, 8), (eight & 0x8080808080808080u) == 0)) {
      index += 8;
    }
    if (index >= length) break;
    int32_t before = index;
    UChar32 code;
    U8_NEXT(text, index, length, code);
    if (mayBeMark(code) && u_getCombiningClass(code) != 0) {
      if (count++ == 0) run = before;
      continue;
    }
    if (count > most) {
      *end = before;
      return run;
    }
    count = 0;
  }
  *end = length;
  return count > most ? run : length;
}

uint8_t *copydesk_nfc_spans(
  const uint8_t *text, int32_t length, int32_t *resultLength, CopydeskSpan **spans, int32_t *spanCount) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return nullptr;
  std::string out;
  out.reserve(length + 16);
  icu::StringByteSink<std::string> sink(&out);
  icu::Edits edits;
  nfc->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink, &edits, error);
  if (U_FAILURE(error)) return nullptr;
  Spans list;
  auto iterator = edits.getFineIterator();
  while (iterator.next(error)) {
    if (iterator.hasChange()) {
      list.replace(iterator.oldLength(), iterator.newLength());
    } else {
      list.keep(iterator.oldLength());
    }
  }
  *spans = list.copyOut(spanCount);
  return copyOut(out, resultLength);
}

uint8_t *copydesk_decode_spans(
  const char *charset, const uint8_t *bytes, int32_t length, int32_t *resultLength, int32_t *substitutions,
  CopydeskSpan **spans, int32_t *spanCount) {
  UErrorCode error = U_ZERO_ERROR;
  *substitutions = 0;
  UConverter *from = ucnv_open(charset, &error);
  if (U_FAILURE(error)) return nullptr;
  ucnv_setToUCallBack(from, countAndSubstitute, substitutions, nullptr, nullptr, &error);
  std::string out;
  out.reserve(length + length / 8 + 16);
  Spans list;
  const char *source = reinterpret_cast<const char *>(bytes), *end = source + length;
  while (source < end) {
    const char *start = source;
    UChar32 code = ucnv_getNextUChar(from, &source, end, &error);
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) {  // nothing but shifts was left
      if (source > start) list.replace(static_cast<int32_t>(source - start), 0);
      break;
    }
    if (U_FAILURE(error) || code < 0) {
      error = U_ZERO_ERROR;
      code = 0xFFFD;
      ++*substitutions;
      if (source == start) ++source;
    }
    char units[4];
    int32_t count = 0;
    UBool isError = false;
    U8_APPEND(units, count, 4, code, isError);
    if (isError) continue;
    out.append(units, count);
    auto taken = static_cast<int32_t>(source - start);
    if (taken == count && memcmp(start, units, count) == 0) {
      list.keep(count);
    } else {
      list.replace(taken, count);
    }
  }
  ucnv_close(from);
  *spans = list.copyOut(spanCount);
  return copyOut(out, resultLength);
}

CopydeskTransliterator *copydesk_transliterator_open(const char *rules) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError place;
  icu::Transliterator *opened = icu::Transliterator::createFromRules(
    "copydesk", icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, place, error);
  if (U_FAILURE(error) || opened == nullptr) return nullptr;
  return new CopydeskTransliterator{opened};
}

void copydesk_transliterator_close(CopydeskTransliterator *transliterator) {
  delete transliterator->rules;
  delete transliterator;
}

uint8_t *copydesk_transliterate(
  CopydeskTransliterator *transliterator, const uint8_t *text, int32_t length, int32_t *resultLength) {
  icu::UnicodeString string =
    icu::UnicodeString::fromUTF8(icu::StringPiece(reinterpret_cast<const char *>(text), length));
  transliterator->rules->transliterate(string);
  std::string out;
  string.toUTF8String(out);
  return copyOut(out, resultLength);
}

bool copydesk_knows_charset(const char *charset) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  if (U_FAILURE(error)) return false;
  ucnv_close(converter);
  return true;
}

uint8_t *copydesk_decode(
  const char *charset, const uint8_t *bytes, int32_t length, int32_t *resultLength, int32_t *substitutions) {
  UErrorCode error = U_ZERO_ERROR;
  *substitutions = 0;
  UConverter *from = ucnv_open(charset, &error);
  if (U_FAILURE(error)) return nullptr;
  UConverter *to = ucnv_open("UTF-8", &error);
  if (U_FAILURE(error)) {
    ucnv_close(from);
    return nullptr;
  }
  ucnv_setToUCallBack(from, countAndSubstitute, substitutions, nullptr, nullptr, &error);

  std::string out;
  out.reserve(length + length / 8 + 16);
  UChar pivot[2048];
  UChar *pivotSource = pivot, *pivotTarget = pivot;
  char chunk[8192];
  const char *source = reinterpret_cast<const char *>(bytes), *sourceEnd = source + length;
  bool first = true;
  do {
    error = U_ZERO_ERROR;
    char *target = chunk;
    ucnv_convertEx(
      to, from, &target, chunk + sizeof chunk, &source, sourceEnd, pivot, &pivotSource, &pivotTarget, pivot + 2048,
      first, true, &error);
    first = false;
    out.append(chunk, target - chunk);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close(to);
  ucnv_close(from);
  if (U_FAILURE(error)) return nullptr;
  return copyOut(out, resultLength);
}

CopydeskDetector *copydesk_detector_open(void) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return nullptr;
  return new CopydeskDetector{detector};
}

void copydesk_detector_close(CopydeskDetector *detector) {
  ucsdet_close(detector->detector);
  delete detector;
}

const char *copydesk_detect(
  CopydeskDetector *detector, const uint8_t *bytes, int32_t length, bool stripTags, int32_t *confidence) {
  UErrorCode error = U_ZERO_ERROR;
  ucsdet_enableInputFilter(detector->detector, stripTags);
  ucsdet_setText(detector->detector, reinterpret_cast<const char *>(bytes), length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector->detector, &error);
  if (U_FAILURE(error) || match == nullptr) return nullptr;
  *confidence = ucsdet_getConfidence(match, &error);
  const char *name = ucsdet_getName(match, &error);
  return U_FAILURE(error) ? nullptr : name;
}

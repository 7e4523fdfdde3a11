#include "CICU.h"

#include <cstdlib>
#include <cstring>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
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

}  // namespace

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

uint8_t *copydesk_nfc(const uint8_t *text, int32_t length, int32_t *resultLength) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return nullptr;
  std::string out;
  out.reserve(length + 16);
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink, nullptr, error);
  if (U_FAILURE(error)) return nullptr;
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

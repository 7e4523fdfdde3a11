/// Dates and distances as CLDR writes them, by ICU: what the tests of times parse back.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The day written by a skeleton (`yMMMd`) or a style (`short`, `medium`, `long`, `full`) of a locale, in UTF-8; the caller
/// frees it. NULL if ICU knows neither.
char *cldr_date(const char *locale, const char *pattern, int32_t year, int32_t month, int32_t day);

/// `in 2 days`, `2 weeks ago`; `yesterday` where words are asked for and there is one. The unit is one of `day week month
/// year`; the caller frees the string.
char *cldr_relative(const char *locale, const char *unit, int32_t count, int32_t words);

#ifdef __cplusplus
}
#endif

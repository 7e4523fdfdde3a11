#include "CCLDR.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

using namespace icu;

static char *utf8(const UnicodeString &string) {
  std::string bytes;
  string.toUTF8String(bytes);
  return strdup(bytes.c_str());
}

char *cldr_date(const char *locale, const char *pattern, int32_t year, int32_t month, int32_t day) {
  UErrorCode status = U_ZERO_ERROR;
  const Locale where(locale);
  std::unique_ptr<DateFormat> format;
  const char *styles[] = {"full", "long", "medium", "short"};
  const DateFormat::EStyle values[] = {DateFormat::kFull, DateFormat::kLong, DateFormat::kMedium, DateFormat::kShort};
  for (int place = 0; place < 4; place++) {
    if (strcmp(pattern, styles[place]) == 0) format.reset(DateFormat::createDateInstance(values[place], where));
  }
  if (!format) format.reset(DateFormat::createInstanceForSkeleton(pattern, where, status));
  if (U_FAILURE(status) || !format) return nullptr;
  GregorianCalendar calendar(year, month - 1, day, 12, 0, status);
  if (U_FAILURE(status)) return nullptr;
  UnicodeString result;
  format->setTimeZone(calendar.getTimeZone());
  format->format(calendar.getTime(status), result);
  return U_FAILURE(status) ? nullptr : utf8(result);
}

char *cldr_relative(const char *locale, const char *unit, int32_t count, int32_t words) {
  UErrorCode status = U_ZERO_ERROR;
  const RelativeDateTimeFormatter format(Locale(locale), status);
  const char *names[] = {"day", "week", "month", "year"};
  const URelativeDateTimeUnit units[] = {
    UDAT_REL_UNIT_DAY, UDAT_REL_UNIT_WEEK, UDAT_REL_UNIT_MONTH, UDAT_REL_UNIT_YEAR};
  UnicodeString result;
  for (int place = 0; place < 4; place++) {
    if (strcmp(unit, names[place]) != 0) continue;
    if (words) {
      format.format(count, units[place], result, status);
    } else {
      format.formatNumeric(count, units[place], result, status);
    }
    return U_FAILURE(status) ? nullptr : utf8(result);
  }
  return nullptr;
}

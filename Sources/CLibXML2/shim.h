#pragma once
#include <libxml/xmlversion.h>

// Debian's libxml2 is built with ICU, and its headers then show ICU's types, which clash with those of the ICU that
// Foundation carries ('UErrorCode' has different definitions in different modules) wherever a test imports both. Only
// the fields at the end of `xmlCharEncodingHandler` depend on them, and nothing here touches that.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

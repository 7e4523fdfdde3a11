#include "CMarkup.h"
#include "source.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  CopydeskEvents result;
  int32_t *events;
  size_t capacity;
  htmlParserCtxtPtr context;
  int failed;
} Reading;

static void add(Reading *reading, int32_t event) {
  if (reading->result.count == reading->capacity) {
    size_t capacity = reading->capacity * 2;
    int32_t *events = realloc(reading->events, capacity * sizeof *events);
    if (!events) {
      reading->failed = 1;
      xmlStopParser(reading->context);
      return;
    }
    reading->events = events;
    reading->capacity = capacity;
  }
  reading->events[reading->result.count++] = event;
}

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes) { add(data, COPYDESK_START); }

static void end_element(void *data, const xmlChar *name) { add(data, COPYDESK_END); }

// A text of more than a thousand bytes is told in parts.
static void characters(void *data, const xmlChar *text, int length) { add(data, length); }

CopydeskEvents *copydesk_html_events(const char *page, size_t length) {
  if (length > INT32_MAX) return NULL;
  Reading *reading = calloc(1, sizeof *reading);
  if (!reading) return NULL;
  reading->capacity = length / 4 + 64;
  reading->events = malloc(reading->capacity * sizeof *reading->events);
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  reading->context = context;
  if (!reading->events || !context) reading->failed = 1;
  if (!reading->failed) {
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.startElement = start_element;
    handler.endElement = end_element;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.initialized = 1;
    htmlCtxtUseOptions(
      context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT
                 | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED | XML_PARSE_HUGE);
    if (copydesk_read_in_place(context, page, length, &handler, reading)) {
      htmlParseDocument(context);
    } else {
      reading->failed = 1;
    }
  }
  if (context) htmlFreeParserCtxt(context);
  reading->result.events = reading->events;
  if (reading->failed) {
    copydesk_html_free(&reading->result);
    return NULL;
  }
  return &reading->result;
}

void copydesk_html_free(CopydeskEvents *events) {
  if (!events) return;
  // `result` is the first member.
  Reading *reading = (Reading *)events;
  free(reading->events);
  free(reading);
}

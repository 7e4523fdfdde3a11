#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

// Names come from the parser's dictionary: equal ones are one pointer. A page has some forty of them.
#define SLOTS 256

typedef struct {
  CopydeskEvents result;
  CopydeskEvent *events;
  size_t capacity;
  const char **names;
  size_t name_capacity;
  const xmlChar *slots[SLOTS];
  int32_t places[SLOTS];
  const char *page;
  htmlParserCtxtPtr context;
  int failed;
} Reading;

static CopydeskEvent *next_event(Reading *reading) {
  if (reading->result.count == reading->capacity) {
    size_t capacity = reading->capacity * 2;
    CopydeskEvent *events = realloc(reading->events, capacity * sizeof *events);
    if (!events) {
      reading->failed = 1;
      xmlStopParser(reading->context);
      return NULL;
    }
    reading->events = events;
    reading->capacity = capacity;
  }
  return &reading->events[reading->result.count++];
}

// The number of a name; a table that is full keeps the name as a new one each time, which costs memory only.
static int32_t number_of(Reading *reading, const xmlChar *name) {
  size_t slot = ((uintptr_t)name >> 3) * 0x9E3779B1u % SLOTS;
  for (size_t i = 0; i < 8; i++, slot = (slot + 1) % SLOTS) {
    if (reading->slots[slot] == name) return reading->places[slot];
    if (!reading->slots[slot]) break;
  }
  if (reading->result.name_count == reading->name_capacity) {
    size_t capacity = reading->name_capacity * 2;
    const char **names = realloc(reading->names, capacity * sizeof *names);
    if (!names) {
      reading->failed = 1;
      xmlStopParser(reading->context);
      return 0;
    }
    reading->names = names;
    reading->name_capacity = capacity;
  }
  int32_t number = (int32_t)reading->result.name_count++;
  // The dictionary goes with the parser.
  char *copy = strdup((const char *)name);
  if (!copy) {
    reading->result.name_count--;
    reading->failed = 1;
    xmlStopParser(reading->context);
    return 0;
  }
  reading->names[number] = copy;
  if (!reading->slots[slot]) {
    reading->slots[slot] = name;
    reading->places[slot] = number;
  }
  return number;
}

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
  Reading *reading = data;
  int32_t number = -1;
  if (attributes && attributes[0] && attributes[1]) number = (int32_t)strtol((const char *)attributes[1], NULL, 10);
  int32_t known = number_of(reading, name);
  CopydeskEvent *event = next_event(reading);
  if (event) *event = (CopydeskEvent){COPYDESK_START, number, 0, known};
}

static void end_element(void *data, const xmlChar *name) {
  CopydeskEvent *event = next_event(data);
  if (event) *event = (CopydeskEvent){COPYDESK_END, 0, 0, 0};
}

static void characters(void *data, const xmlChar *text, int length) {
  Reading *reading = data;
  // The input has no buffer of its own, so `cur` is a place in the page. A text of a thousand bytes or more is a part of a
  // longer one, told before its last character is passed (2.9.14).
  int32_t cur = (int32_t)(reading->context->input->cur - (const xmlChar *)reading->page);
  int32_t place = cur - length;
  if (length >= 1000) {
    int32_t last = 1;
    while (last < 4 && (text[length - last] & 0xC0) == 0x80) last++;
    if (place + last >= 0 && memcmp(reading->page + place + last, text, (size_t)length) == 0) place += last;
  }
  if (place < 0 || memcmp(reading->page + place, text, (size_t)length) != 0) {
    reading->result.lost++;
    return;
  }
  if (reading->result.count) {
    CopydeskEvent *before = &reading->events[reading->result.count - 1];
    if (before->kind == COPYDESK_TEXT && before->place + before->number == place) {
      before->number += length;
      return;
    }
  }
  CopydeskEvent *event = next_event(reading);
  if (event) *event = (CopydeskEvent){COPYDESK_TEXT, length, place, 0};
}

// Over bytes that are none libxml2 2.9.14 changes the charset in the middle, which without a buffer it must not.
static int is_utf8(const unsigned char *bytes, size_t length) {
  size_t i = 0;
  while (i < length) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    size_t more = bytes[i] >= 0xF0 ? 3 : bytes[i] >= 0xE0 ? 2 : 1;
    if (bytes[i] < 0xC2 || bytes[i] > 0xF4) return 0;
    if (length - i <= more) return 0;
    for (size_t k = 1; k <= more; k++)
      if ((bytes[i + k] & 0xC0) != 0x80) return 0;
    unsigned second = bytes[i + 1];
    if (bytes[i] == 0xE0 && second < 0xA0) return 0;
    if (bytes[i] == 0xED && second > 0x9F) return 0;
    if (bytes[i] == 0xF0 && second < 0x90) return 0;
    if (bytes[i] == 0xF4 && second > 0x8F) return 0;
    i += more + 1;
  }
  return 1;
}

CopydeskEvents *copydesk_html_events(const char *page, size_t length) {
  if (length > INT32_MAX || !is_utf8((const unsigned char *)page, length)) return NULL;
  Reading *reading = calloc(1, sizeof *reading);
  if (!reading) return NULL;
  reading->page = page;
  reading->capacity = length / 16 + 64;
  reading->events = malloc(reading->capacity * sizeof *reading->events);
  reading->name_capacity = 64;
  reading->names = malloc(reading->name_capacity * sizeof *reading->names);
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  reading->context = context;
  xmlParserInputPtr input = context ? xmlNewInputStream(context) : NULL;
  if (!reading->events || !reading->names || !input) reading->failed = 1;
  if (!reading->failed) {
    // No tree, no entities, no network: only these three are called.
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
    *context->sax = handler;
    context->userData = reading;
    context->charset = XML_CHAR_ENCODING_UTF8;
    input->base = input->cur = (const xmlChar *)page;
    input->end = input->base + length;
    inputPush(context, input);
    htmlParseDocument(context);
  }
  if (context) htmlFreeParserCtxt(context);
  reading->result.events = reading->events;
  reading->result.names = reading->names;
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
  for (size_t i = 0; i < reading->result.name_count; i++) free((char *)reading->names[i]);
  free(reading->names);
  free(reading->events);
  free(reading);
}

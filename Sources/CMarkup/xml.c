#include "CMarkup.h"
#include "source.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  CopydeskElements result;
  CopydeskElement *elements;
  size_t capacity;
  char *strings;
  size_t used, room;
  int32_t open;
  const char *xml;
  xmlParserCtxtPtr context;
  int failed;
} Reading;

static void fail(Reading *reading) {
  reading->failed = 1;
  xmlStopParser(reading->context);
}

static int32_t keep(Reading *reading, const xmlChar *string) {
  if (!string) return 0;
  size_t length = strlen((const char *)string) + 1;
  if (reading->used + length > reading->room) {
    size_t room = (reading->used + length) * 2;
    char *strings = realloc(reading->strings, room);
    if (!strings) {
      fail(reading);
      return 0;
    }
    reading->strings = strings;
    reading->room = room;
  }
  memcpy(reading->strings + reading->used, string, length);
  reading->used += length;
  return (int32_t)(reading->used - length);
}

static void start_element(
  void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  Reading *reading = data;
  if (reading->result.count == reading->capacity) {
    size_t capacity = reading->capacity * 2;
    CopydeskElement *elements = realloc(reading->elements, capacity * sizeof *elements);
    if (!elements) return fail(reading);
    reading->elements = elements;
    reading->capacity = capacity;
  }
  // `cur` is a place in the XML, before the `>` or `/>`.
  const char *xml = reading->xml;
  int32_t cur = (int32_t)(reading->context->input->cur - (const xmlChar *)xml);
  int32_t start = cur;
  while (start > 0 && xml[start] != '<') start--;
  int32_t after = start;
  while (after < cur && !strchr(" \t\r\n/>", xml[after])) after++;
  int32_t content = xml[cur] == '/' ? cur + 2 : cur + 1;
  int32_t known = keep(reading, name);
  int32_t space = keep(reading, uri ? uri : prefix);
  if (reading->failed) return;
  reading->elements[reading->result.count] = (CopydeskElement){reading->open, known, space, after, content, content};
  reading->open = (int32_t)reading->result.count++;
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  Reading *reading = data;
  if (reading->open < 0) return;
  CopydeskElement *element = &reading->elements[reading->open];
  int32_t cur = (int32_t)(reading->context->input->cur - (const xmlChar *)reading->xml);
  // Behind `</name>`; of an empty element perhaps still before its `/>`.
  if (cur > element->content) {
    cur--;
    while (cur > element->content && reading->xml[cur] != '<') cur--;
    element->end = cur;
  }
  reading->open = element->parent;
}

CopydeskElements *copydesk_xml_elements(const char *xml, size_t length) {
  Reading *reading = calloc(1, sizeof *reading);
  if (!reading) return NULL;
  reading->xml = xml;
  reading->open = -1;
  reading->capacity = 64;
  reading->elements = malloc(reading->capacity * sizeof *reading->elements);
  reading->room = 4096;
  reading->strings = malloc(reading->room);
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  reading->context = context;
  if (!reading->elements || !reading->strings || !context) reading->failed = 1;
  if (!reading->failed) {
    // The empty string has the place 0.
    reading->strings[reading->used++] = 0;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.initialized = XML_SAX2_MAGIC;
    xmlCtxtUseOptions(context, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);
    if (copydesk_read_in_place(context, xml, length, &handler, reading)) {
      xmlParseDocument(context);
      if (!context->wellFormed) reading->failed = 1;
    } else {
      reading->failed = 1;
    }
  }
  if (context) xmlFreeParserCtxt(context);
  reading->result.elements = reading->elements;
  reading->result.strings = reading->strings;
  if (reading->failed) {
    copydesk_xml_free(&reading->result);
    return NULL;
  }
  return &reading->result;
}

void copydesk_xml_free(CopydeskElements *elements) {
  if (!elements) return;
  // `result` is the first member.
  Reading *reading = (Reading *)elements;
  free(reading->elements);
  free(reading->strings);
  free(reading);
}

#include "source.h"

#include <libxml/parserInternals.h>

int copydesk_read_in_place(
  xmlParserCtxtPtr context, const char *bytes, size_t length, const xmlSAXHandler *handler, void *data) {
  xmlParserInputPtr input = context ? xmlNewInputStream(context) : NULL;
  if (!input) return 0;
  *context->sax = *handler;
  context->userData = data;
  context->charset = XML_CHAR_ENCODING_UTF8;
  input->base = input->cur = (const xmlChar *)bytes;
  input->end = input->base + length;
  if (inputPush(context, input) < 0) {
    xmlFreeInputStream(input);
    return 0;
  }
  return 1;
}

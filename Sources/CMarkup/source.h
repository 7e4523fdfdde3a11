// What both parsers are set up with.
#pragma once

#include <libxml/parser.h>
#include <stddef.h>

/// Lets a context read bytes where they lie: without a buffer of its own, so that `context->input->cur` is a place in them. Only the
/// handler's functions are called: no tree, no entities, no network. False without memory.
int copydesk_read_in_place(
  xmlParserCtxtPtr context, const char *bytes, size_t length, const xmlSAXHandler *handler, void *data);

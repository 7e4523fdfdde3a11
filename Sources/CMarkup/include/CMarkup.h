/// libxml2's parser of HTML behind plain functions: the tags and texts of a page, in order and nested.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Events that are no text.
enum {
  COPYDESK_START = 0,
  COPYDESK_END = -1,
};

/// The events of a page in order: a start tag, an end tag, or, above 0, a text of so many bytes.
typedef struct {
  const int32_t *events;
  size_t count;
} CopydeskEvents;

/// Parses a page of ASCII that a NUL follows and that has none inside. Every start tag has its end. NULL without memory.
CopydeskEvents *copydesk_html_events(const char *page, size_t length);

/// Gives back what `copydesk_html_events` made; NULL is allowed.
void copydesk_html_free(CopydeskEvents *events);

/// An element of XML.
typedef struct {
  /// The element that it stands in, by its index; -1 for the outermost.
  int32_t parent;
  /// The name without its prefix, and the namespace's URI (0-terminated, from the start of `strings`; the empty string without
  /// one). A prefix that is not declared stands for a URI.
  int32_t name, space;
  /// Where the attributes begin, behind the name, where the content begins, and where it ends; an empty element's end where it
  /// begins.
  int32_t attributes, content, end;
} CopydeskElement;

/// The elements of a piece of XML, in the order of their start tags.
typedef struct {
  const CopydeskElement *elements;
  size_t count;
  const char *strings;
} CopydeskElements;

/// Reads a piece of XML that is well-formed, has one outermost element and no references; entities, DTDs and the network are
/// off. NULL if it is not well-formed, or without memory.
CopydeskElements *copydesk_xml_elements(const char *xml, size_t length);

/// Gives back what `copydesk_xml_elements` made; NULL is allowed.
void copydesk_xml_free(CopydeskElements *elements);

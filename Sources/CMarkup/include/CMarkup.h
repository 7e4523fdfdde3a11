/// libxml2's parser of HTML behind plain functions: the tags and texts of a page, in order and nested.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// What an event is.
enum {
  COPYDESK_TEXT,
  COPYDESK_START,
  COPYDESK_END,
};

/// A tag or a text.
typedef struct {
  int32_t kind;
  /// Of a start tag: the number in its attribute `a`, or -1. Of a text: how many bytes it has.
  int32_t number;
  /// Of a text: its first byte in the page.
  int32_t place;
  /// Of a start tag: which of the names it has, counted in the order in which they come.
  int32_t name;
} CopydeskEvent;

/// The events of a page.
typedef struct {
  const CopydeskEvent *events;
  size_t count;
  /// The names, each once, in the order in which they come.
  const char *const *names;
  size_t name_count;
  /// Texts that do not stand in the page as they were told: none of a page as asked for.
  size_t lost;
} CopydeskEvents;

/// Parses a page of UTF-8 that a NUL follows and that has none inside. Every start tag has its end.
///
/// Text without references stands in the page as it is, and is told by its place there. NULL without memory, and
/// of what is no UTF-8.
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

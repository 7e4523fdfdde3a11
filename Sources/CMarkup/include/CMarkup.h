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
/// Text without references stands in the page as it is, and is told by its place there. NULL without memory.
CopydeskEvents *copydesk_html_events(const char *page, size_t length);

/// Gives back what `copydesk_html_events` made; NULL is allowed.
void copydesk_html_free(CopydeskEvents *events);

/// The tables of `Gazetteer/`, compiled into the binary: it runs from any folder and has nothing to find or download.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// One embedded file: its bytes and their number.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} CopydeskTable;

/// The embedded file of that name ("places.tsv"), or one with NULL bytes.
CopydeskTable copydesk_table(const char *name);

/// The embedded file at an index, or one with NULL bytes after the last.
CopydeskTable copydesk_table_at(size_t index);

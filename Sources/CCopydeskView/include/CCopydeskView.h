#ifndef COPYDESK_VIEW_H
#define COPYDESK_VIEW_H

#include <stddef.h>
#include <stdint.h>

/// A part of the report's page, by the name of its file; NULL if there is none.
const uint8_t *copydesk_view_part(const char *name, size_t *count);

#endif

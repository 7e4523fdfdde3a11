#include "CCopydeskView.h"

#include <string.h>

static const uint8_t page[] = {
#embed "page/page.html"
};
static const uint8_t style[] = {
#embed "page/page.css"
};
static const uint8_t script[] = {
#embed "page/page.js"
};
// Natural Earth, public domain: scripts/build-outline.
static const uint8_t outline[] = {
#embed "page/outline.svgpath"
};

#define PART(id) if (strcmp(name, #id) == 0) { *count = sizeof id; return id; }

const uint8_t *copydesk_view_part(const char *name, size_t *count) {
  PART(page)
  PART(style)
  PART(script)
  PART(outline)
  *count = 0;
  return NULL;
}

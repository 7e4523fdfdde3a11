/* What the static libraries take from glibc 2.35, with what glibc 2.34 has: so the binary runs on all that has 2.34.
   scripts/portable links it in. */
#define _GNU_SOURCE
#include <link.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>

/* glibc 2.35 gave it a new version that leaves errno alone; nobody here asks for errno. */
float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (float)sqrt((double)x * x + (double)y * y);
}

/* libgcc asks it where the unwinding tables of a piece of code are; glibc 2.34 can only list all objects. */
struct found {
  unsigned long long flags;
  void *start, *end;
  struct link_map *map;
  void *tables;
  unsigned long long reserved[7];
};
struct search {
  uintptr_t code;
  struct found *result;
};

static int visit(struct dl_phdr_info *object, size_t size, void *data) {
  (void)size;
  struct search *search = data;
  int hit = 0;
  void *tables = NULL;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[i];
    uintptr_t start = object->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_GNU_EH_FRAME) tables = (void *)start;
    if (part->p_type == PT_LOAD && search->code >= start && search->code < start + part->p_memsz) {
      hit = 1;
      search->result->start = (void *)start;
      search->result->end = (void *)(start + part->p_memsz);
    }
  }
  if (hit) search->result->tables = tables;
  return hit;
}

/* By another name, since newer headers declare it. */
int find_object(void *code, struct found *result) __asm__("_dl_find_object");
int find_object(void *code, struct found *result) {
  *result = (struct found){0};
  struct search search = {(uintptr_t)code, result};
  return dl_iterate_phdr(visit, &search) && result->tables ? 0 : -1;
}

#include "CCopydeskData.h"

#include <string.h>

// `#embed` (C23) is as quick as a copy, and the build follows a change of the file. One line per table.
#define TABLE(id, file) static const uint8_t id[] = {

TABLE(countries, "countries.tsv")
#embed "../../Gazetteer/countries.tsv"
};

static const CopydeskTable tables[] = {
  {"countries.tsv", countries, sizeof countries},
};

CopydeskTable copydesk_table(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  CopydeskTable none = {name, NULL, 0};
  return none;
}

CopydeskTable copydesk_table_at(size_t index) {
  if (index < sizeof tables / sizeof *tables) return tables[index];
  CopydeskTable none = {NULL, NULL, 0};
  return none;
}

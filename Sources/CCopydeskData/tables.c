#include "CCopydeskData.h"

#include <string.h>

// `#embed` (C23) is as quick as a copy, and the build follows a change of the file. A few lines per table.
#define TABLE(id) static const uint8_t id[] = {

TABLE(gazetteer)
#embed "../../Gazetteer/gazetteer.bin"
};
TABLE(ids)
#embed "../../Gazetteer/ids.tsv"
};
TABLE(skeleton)
#embed "../../Gazetteer/skeleton.tsv"
};
TABLE(character_names)
#embed "../../Gazetteer/character-names.tsv"
};
TABLE(common_words)
#embed "../../Gazetteer/common-words.txt"
};
TABLE(given_names)
#embed "../../Gazetteer/given-names.txt"
};
TABLE(family_names)
#embed "../../Gazetteer/family-names.txt"
};
TABLE(magnitudes)
#embed "../../Gazetteer/magnitudes.tsv"
};
TABLE(currency_names)
#embed "../../Gazetteer/currency-names.tsv"
};
TABLE(languages)
#embed "../../Languages/languages.pack"
};
TABLE(language_model)
#embed "../../Models/language-model.tsv"
};

TABLE(model_places)
#embed "../../Models/places.tsv"
};
TABLE(model_id_choice)
#embed "../../Models/id-choice.tsv"
};
TABLE(model_quotations)
#embed "../../Models/quotations.tsv"
};
TABLE(model_speakers)
#embed "../../Models/speakers.tsv"
};
TABLE(model_quote_confidence)
#embed "../../Models/quote-confidence.tsv"
};
TABLE(model_rule_confidence)
#embed "../../Models/rule-confidence.tsv"
};
TABLE(model_blocks)
#embed "../../Models/blocks.trees"
};

// Read in place as numbers of several bytes.
#define MODEL(id) _Alignas(64) static const uint8_t id[] = {

MODEL(words)
#embed "../../Models/words.cdlex"
};
MODEL(tagger_en)
#embed "../../Models/en.cdtag"
};
MODEL(tagger_sr)
#embed "../../Models/sr.cdtag"
};
MODEL(words_de)
#embed "../../Models/de.cdlex"
};
MODEL(tagger_de)
#embed "../../Models/de.cdtag"
};
MODEL(tagger_tr)
#embed "../../Models/tr.cdtag"
};

static const CopydeskTable tables[] = {
  {"gazetteer.bin", gazetteer, sizeof gazetteer},
  {"ids.tsv", ids, sizeof ids},
  {"languages.pack", languages, sizeof languages},
  {"skeleton.tsv", skeleton, sizeof skeleton},
  {"character-names.tsv", character_names, sizeof character_names},
  {"common-words.txt", common_words, sizeof common_words},
  {"given-names.txt", given_names, sizeof given_names},
  {"family-names.txt", family_names, sizeof family_names},
  {"magnitudes.tsv", magnitudes, sizeof magnitudes},
  {"currency-names.tsv", currency_names, sizeof currency_names},
  {"language-model.tsv", language_model, sizeof language_model},
  {"places.tsv", model_places, sizeof model_places},
  {"id-choice.tsv", model_id_choice, sizeof model_id_choice},
  {"quotations.tsv", model_quotations, sizeof model_quotations},
  {"speakers.tsv", model_speakers, sizeof model_speakers},
  {"quote-confidence.tsv", model_quote_confidence, sizeof model_quote_confidence},
  {"rule-confidence.tsv", model_rule_confidence, sizeof model_rule_confidence},
  {"blocks.trees", model_blocks, sizeof model_blocks},
  {"words.cdlex", words, sizeof words},
  {"en.cdtag", tagger_en, sizeof tagger_en},
  {"sr.cdtag", tagger_sr, sizeof tagger_sr},
  {"de.cdlex", words_de, sizeof words_de},
  {"de.cdtag", tagger_de, sizeof tagger_de},
  {"tr.cdtag", tagger_tr, sizeof tagger_tr},
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

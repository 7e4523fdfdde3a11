"""The lists of single words: common words, given names, family names."""
import collections
import gzip
import os

from names import key
from tables import curated, table


def common_words(resources):
    """Words that a public-domain news text has mostly in lower case."""
    low, high, first = collections.Counter(), collections.Counter(), True
    with gzip.open(os.path.join(resources, "ner", "silver_gmb_teacher.bio.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            if not line.strip():
                first = True
                continue
            word = line.split("\t")[0]
            if word.isascii() and word.isalpha() and len(word) > 1:
                if word.islower(): low[word] += 1
                elif word.istitle() and not first: high[word.lower()] += 1
            first = False
    words = {w for w, n in low.items() if n >= 3 and n >= high[w] // 2}
    words.update(key(w) for r in curated("words.tsv") for w in r[0].split())
    return words


def given_names(source, common):
    names = collections.Counter()
    for row in table(os.path.join(source, "us_census_1990_names.tsv.gz")):
        if row["kind"] != "surname" and float(row["percent"]) >= 0.003: names[key(row["name"])] += 1
    for row in table(os.path.join(source, "forenames_by_country.tsv")):
        for n in (row["Localized Name"], row["Romanized Name"]):
            k = key(n or "")
            if k and " " not in k and len(k) > 2: names[k] += 1
    for r in curated("given-names.tsv"):
        for n in r[1].split(): names[key(n)] += 1
    # Will, Mark and Grace are names all the same; North and Major are none.
    frequent = {key(row["name"]) for row in table(os.path.join(source, "us_census_1990_names.tsv.gz"))
                if row["kind"] != "surname" and float(row["percent"]) >= 0.05}
    return {n for n in names if n and " " not in n and (n not in common or n in frequent)}


def family_names(source, given, common):
    names = set()
    for row in table(os.path.join(source, "us_census_1990_names.tsv.gz")):
        if row["kind"] == "surname" and float(row["percent"]) >= 0.004: names.add(key(row["name"]))
    for row in table(os.path.join(source, "surnames_by_country.tsv")):
        for n in (row["Localized Name"], row["Romanized Name"]):
            k = key(n or "")
            if k and " " not in k and len(k) > 2: names.add(k)
    return {n for n in names if n and " " not in n and n not in common}

"""The lists of names: those that the tagger sees as evidence, and those that fill the slots of the templates."""

import gzip
import json

# Of the source list these are left out: nationalities and countries are our own tables'.
LEFT_OUT = {"NAT", "COUNTRY"}
TABLES = {"countries": "COUNTRY", "groups": "NAT", "organizations": "ORG", "persons": "PERSON", "regions": "REGION", "places": "CITY"}


def rows(gazetteer, table):
    for line in open(gazetteer / f"{table}.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def lexicon_names(gazetteer, source):
    """{(name, list)} of the project's tables and of a table of names with their lists."""
    names = set()
    for name, lists in source_rows(source):
        names |= {(name, one) for one in lists if one not in LEFT_OUT}
    # 'Russian' stands among the names of Russia too; here it is an adjective.
    adjectives = {(key, row[5]) for row in rows(gazetteer, "groups") for key in row[4].split("|")}
    for table, label in TABLES.items():
        for row in rows(gazetteer, table):
            kind, rank, keys = row[0], int(row[1]), row[4].split("|")
            if table == "countries":
                keys = [key for key in keys if (key.lstrip("^=~"), row[5]) not in adjectives]
            if table == "regions" and kind not in ("LOC", "GPE", "FAC"):
                continue
            one = label if table != "places" else "CITYL" if rank >= 5 else "CITYS"
            for key in keys:
                names.add((key.lstrip("^=~"), "LAST1" if key.startswith("~") else one))
    for file, label in (("given-names", "FIRST"), ("family-names", "LAST2")):
        names |= {(word, label) for word in (gazetteer / f"{file}.txt").read_text(encoding="utf-8").split()}
    return {(name, label) for name, label in names if name}


# The ranks that scripts/build-gazetteer gives to clubs, to listed companies and to public bodies.
CLUB, COMPANY, BODY = 2, 4, 8


def slot_names(gazetteer, source):
    """{slot: [name, …]} for the templates: the canonical names of the project's tables, and the companies of the source list."""
    def known(table, test):
        return [row[5] for row in rows(gazetteer, table) if test(row, int(row[1]))]

    def words(file):
        return [word.capitalize() for word in (gazetteer / file).read_text(encoding="utf-8").split() if len(word) > 2]

    companies = [name for name, lists in source_rows(source) if "COMPANY" in lists]
    # The larger ones more often, as in the news.
    cities = [name for least in (4, 6, 6, 7, 7) for name in known("places", lambda row, rank: rank >= least and row[0] == "GPE")]
    states = known("admin", lambda row, rank: rank >= 4 and row[2] in ("US", "CA", "GB"))
    return {
        "CLUB": [short(name) for name in known("organizations", lambda row, rank: rank == CLUB)],
        "COMPANY": known("organizations", lambda row, rank: rank == COMPANY) + [name.partition(",")[0].title() for name in companies],
        "ORG": known("organizations", lambda row, rank: rank == BODY),
        "CITY": cities, "STATE": states, "TOWNCLUB": cities + states,
        "COUNTRY": known("countries", lambda row, rank: rank >= 5),
        "GIVEN": words("given-names.txt"), "SUR": words("family-names.txt"),
    }


def short(name):
    """'Stalybridge Celtic FC' as the news has it: without the letters for its kind."""
    words = [word for word in name.split() if not (word.isupper() and len(word) <= 4)]
    return " ".join(words) if words else name


def source_rows(source):
    for line in gzip.open(source, "rt", encoding="utf-8"):
        name, _, lists = line.rstrip("\n").partition("\t")
        yield name, lists.replace(",", " ").split()


def clusters(resources, language, count):
    """[(word, path)] of the Brown clusters of spacy-lookups-data for the commonest words of a language."""
    def table(kind):
        return json.loads(gzip.open(resources / f"{language}_lexeme_{kind}.json.gz").read())

    numbers = table("cluster")
    for word in list(table("prob"))[:count]:
        # The number has the path backwards: its lowest bit is the first turn.
        number = numbers.get(word, 0)
        if number and word.strip() == word and len(word) <= 24:
            yield word, bin(number)[:1:-1]

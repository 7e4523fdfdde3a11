"""Reads the corpora that the shipped taggers learn from, and brings their labels to the types of the record."""

import gzip
import json
import re

# What the corpora call the types; every other label is outside.
TYPES = {
    "PER": "PER person politician scientist writer musicalartist researcher Person",
    "ORG": "ORG corporation group organisation politicalparty university band Organisation",
    "LOC": "LOC location country Location",
    "NORP": "Nationality",
    "EVENT": "event election conference",
    "PRODUCT": "product Weapon MilitaryPlatform",
    "WORK": "creative-work book poem song album",
}
TYPE_OF = {label: kind for kind, labels in TYPES.items() for label in labels.split()}

# 'northern Iraq': the name is Iraq.
MODIFIERS = set("""northern southern eastern western central north south east west northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern upper lower former mainland downtown neighboring neighbouring""".split())


def read(path):
    """[[[(token, tag), …] sentence, …] document, …] of a BIO file; without documents each sentence is one."""
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")
    documents, document, sentence, marked = [], [], [], False
    with opened as lines:
        for line in [*lines, ""]:
            line = line.rstrip("\n")
            if line.startswith("-DOCSTART-"):
                marked = True
                documents.append(document)
                document = []
            elif line.strip():
                token, _, tag = line.rpartition("\t") if "\t" in line else line.rpartition(" ")
                sentence.append((token.split("\t")[0], tag))
            elif sentence:
                document.append(plain(sentence))
                sentence = []
    documents.append(document)
    if not marked:
        return [[one] for document in documents for one in document]
    return [document for document in documents if document]


def plain(sentence):
    """The sentence with the types of the record alone."""
    out, before = [], "O"
    for token, tag in sentence:
        prefix, _, label = tag.partition("-")
        kind = TYPE_OF.get(label)
        if kind is None:
            tag = "O"
        elif prefix == "I" and before[2:] == kind:
            tag = "I-" + kind
        else:
            tag = "B-" + kind
        if tag == "B-LOC" and token in MODIFIERS:
            tag = "O"
        out.append((token, tag))
        before = tag
    return out


def write(path, documents):
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write("-DOCSTART-\tO\n\n")
            for sentence in document:
                out.writelines(f"{token}\t{tag}\n" for token, tag in sentence)
                out.write("\n")


def without_sources(documents, listing, unwanted):
    """The documents whose source (in a JSON list, by their order) isn't unwanted."""
    sources = [one["source"] for one in json.loads(open(listing, encoding="utf-8").read())]
    assert len(sources) == len(documents)
    return [document for document, source in zip(documents, sources) if source != unwanted]


# The labels of the German corpus; routes ('A8') and the rest are outside.
SMARTDATA = {
    "organization": "ORG", "organization-company": "ORG", "person": "PER", "location": "LOC", "location-city": "LOC",
    "location-street": "LOC", "location-stop": "LOC",
}


def smartdata(*paths):
    """The documents of the DFKI SmartData Corpus as records with code point offsets; texts that come twice once."""
    seen, out = set(), []
    for path in paths:
        for document in json_values(gzip.open(path, "rt", encoding="utf-8").read()):
            text = document["text"]["string"]
            if text in seen:
                continue
            seen.add(text)
            # Its offsets count UTF-16 units.
            points = [index for index, char in enumerate(text) for _ in range(2 if ord(char) > 0xFFFF else 1)] + [len(text)]
            spans = [
                (one["span"]["start"], one["span"]["end"], SMARTDATA[one["type"]])
                for one in (document["conceptMentions"] or {"array": []})["array"] if one["type"] in SMARTDATA
            ]
            entities, end = [], 0
            for first, last, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
                if first >= end and last < len(points):
                    entities.append({"start": points[first], "end": points[last], "type": kind})
                    end = last
            out.append({"text": text, "entities": entities})
    return out


SPACE = re.compile(r"\s*")


def json_values(text):
    """The values of a text that has one behind the other."""
    decoder, position = json.JSONDecoder(), SPACE.match(text).end()
    while position < len(text):
        value, position = decoder.raw_decode(text, position)
        position = SPACE.match(text, position).end()
        yield value


# The labels of the Turkish corpus; states, towns and nature are one for the tagger, as in the other languages.
TURKISH = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "EVENT": "EVENT",
    "PRODUCT": "PRODUCT", "WORK_OF_ART": "WORK", "LAW": "LAW",
}
SUFFIX = re.compile(r"(.+?)['’]\w+$")
CLOSING = re.compile(r"[.,;:!?)%]+$")


def turkish(path):
    """The sentences of the Turkish Wiki NER Dataset as records; what follows an apostrophe is no part of a name."""
    out, text, entities, before = [], "", [], None
    for line in [*open(path, encoding="utf-8"), ""]:
        if not line.strip():
            if text:
                out.append({"text": text, "entities": entities})
            text, entities, before = "", [], None
            continue
        fields = line.split()
        prefix, _, label = fields[-1].partition("-")
        kind, cut = TURKISH.get(label), SUFFIX.match(fields[0])
        if text and not CLOSING.match(fields[0]) and not text.endswith("("):
            text += " "
        start, end = len(text), len(text) + len(cut[1] if cut else fields[0])
        text += fields[0]
        if kind and prefix == "I" and kind == before:
            entities[-1]["end"] = end
        elif kind:
            entities.append({"start": start, "end": end, "type": kind})
        before = kind
    return out


def write_records(path, records):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def headlines(documents, random, share):
    """Copies of some sentences with names as headlines: in capitals, or in title case."""
    out = []
    for document in documents:
        for sentence in document:
            if not 4 <= len(sentence) <= 22 or all(tag == "O" for _, tag in sentence) or random.random() >= share:
                continue
            if sentence[-1][0] in (".", "!"):
                sentence = sentence[:-1]
            change = str.upper if random.random() < 0.45 else title
            out.append([[(change(token), tag) for token, tag in sentence]])
    return out


SMALL = set("a an the and or but of in on at to for by with from as is vs".split())


def title(token):
    return token if token in SMALL or not re.match("[a-z]", token) else token[0].upper() + token[1:]


def renamed(documents, fill, random, share):
    """Copies of some sentences with other names in the places of theirs, so that a name that nobody knows is learned by its place.

    `fill(kind, words)` gives the tokens of another name of a kind, or nothing to keep it."""
    out = []
    for document in documents:
        for sentence in document:
            parts = list(chunks(sentence))
            kinds = {kind for kind, _ in parts}
            # Every sentence with an organisation, and some with people or places alone.
            if "ORG" not in kinds and (not kinds & {"PER", "LOC"} or random.random() < 0.6) or random.random() >= share:
                continue
            new = []
            for kind, words in parts:
                words = fill(kind, words) or words
                new += [(word, f"{'I' if at else 'B'}-{kind}" if kind else "O") for at, word in enumerate(words)]
            out.append([new])
    return out


def of_same_ending(documents, random):
    """A `fill` for `renamed` that swaps names of one kind, as many words and the same last letter: the case stays the same."""
    names = {}
    for document in documents:
        for sentence in document:
            for kind, words in chunks(sentence):
                names.setdefault(ending(kind, words), []).append(words)
    return lambda kind, words: random.choice(names[ending(kind, words)]) if kind else None


def ending(kind, words):
    return kind, min(len(words), 3), words[-1][-1].lower()


def chunks(sentence):
    """(kind, words) of the names of a sentence, and (None, [word]) of each word outside."""
    kind, words = None, []
    for word, tag in [*sentence, ("", "B-")]:
        if tag.startswith("I-") and words and kind == tag[2:]:
            words.append(word)
            continue
        if words:
            yield kind, words
        kind, words = tag[2:] or None, [word]

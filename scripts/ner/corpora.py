"""Reads the corpora that the shipped taggers learn from, and brings their labels to PER, ORG and LOC."""

import gzip
import json
import re

# What the corpora call the three types; every other label is outside.
TYPES = {
    "PER": "PER person politician scientist writer musicalartist researcher Person",
    "ORG": "ORG corporation group organisation politicalparty university band Organisation",
    "LOC": "LOC location country Location",
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
    """The sentence with the three types alone."""
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

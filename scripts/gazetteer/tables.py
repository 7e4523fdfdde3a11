"""Reading the source tables and the hand-written ones."""
import csv
import gzip
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Gazetteer")
CURATED = os.path.join(HERE, "curated")


def number(text, digits=4):
    if text in ("", None): return ""
    s = ("%.*f" % (digits, float(text))).rstrip("0").rstrip(".")
    return "0" if s == "-0" else s


def table(path, delimiter="\t"):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as f:
        yield from csv.DictReader(f, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def curated(name):
    """Lines of a hand-written table: tab-separated, '#' opens a comment."""
    with open(os.path.join(CURATED, name), encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"): yield line.split("\t")

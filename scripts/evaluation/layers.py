"""The extractors' layers: one function an area, (bench, gold) -> [(set, metric, value), …]."""

import json
import re

from .bench import documents, load, rows_of, summary


def ner(bench, gold):
    corpus = gold.path.parent.name
    texts = bench.script("ner/score_ner.py", "--make-docs", gold.path)
    inputs = [json.loads(line) for line in texts.split("\n") if line]
    system = bench.stream(gold.key, inputs, "--verbatim", "--layers", "entities")
    cpu = bench.cpu
    rows = []
    for label, options in (("PER ORG LOC F1", []), ("PER ORG LOC F1, leading 'the' ignored", ["--ignore-the"])):
        options = ["--corpus", corpus, "--scheme", "plo", *options]
        output = bench.score(gold.key, "ner/score_ner.py", gold.path, system, *options, *bench.listing("--errors"))
        # This scorer prints per cent already.
        rows.append((gold.key, label, f"{summary(output)['f1']:.1f}"))
    tokens = sum(len(document["text"].split()) for document in inputs)
    # On less text than this the start of the process is what would be measured.
    if tokens > 100_000:
        rows.append((gold.key, "tokens per CPU second", f"{tokens / max(cpu, 0.001):.0f}"))
    return rows


def linking(bench, gold):
    rows = documents(load(gold.path), published=lambda row: row["date"])
    records = bench.stream(gold.key, rows, "--verbatim", "--layers", "entities")
    system = [{"id": r["id"], "entities": [{**e, "link": linking_link(e)} for e in r["entities"]]} for r in records]
    values = summary(bench.score(gold.key, "linking/score_linking.py", gold.path, system))
    metrics = [("f1", "exact span F1"), ("f1_overlap", "overlap F1"), ("acc161", "within 161 km, of recognised"),
               ("e2e161_f1", "end-to-end F1 at 161 km"), ("id_acc", "GeoNames id, of recognised"),
               ("uri_acc", "DBpedia id, of recognised"), ("uri_recall", "DBpedia id, of all linkable")]
    result = rows_of(gold.key, values, metrics)
    if "median_km" in values:
        result.append((gold.key, "median distance, km", f"{values['median_km']:.1f}"))
        result += linking_gold_spans(bench, gold)
    return result


def linking_gold_spans(bench, gold):
    """The gold's own names: what is left is disambiguation. Where the source is a publisher, also with its address."""
    rows = load(gold.path)
    plain = [{"id": row["id"], "text": row["text"],
              "entities": [{"start": e["start"], "end": e["end"]} for e in row["entities"] if not e.get("ignore")]} for row in rows]
    result = linking_of_spans(bench, gold, plain, "of gold spans")
    sources = {row["id"]: row.get("source") or "" for row in rows}
    if not all(source and "/" not in source for source in sources.values()):
        return result
    published = [{**row, "url": f"https://{sources[row['id']]}/"} for row in plain]
    result += linking_of_spans(bench, gold, published, "of gold spans, address known")
    records = bench.stream(f"{gold.key}-address", documents(rows, published=lambda row: row["date"], url=lambda row: f"https://{row['source']}/"),
                           "--verbatim", "--layers", "entities")
    system = [{"id": r["id"], "entities": [{**e, "link": linking_link(e)} for e in r["entities"]]} for r in records]
    values = summary(bench.score(f"{gold.key}-address", "linking/score_linking.py", gold.path, system))
    return result + rows_of(gold.key, values, [("e2e161_f1", "end-to-end F1 at 161 km, address known")])


def linking_of_spans(bench, gold, rows, label):
    answers = bench.ask(f"{gold.key}-{len(label)}", ["gazetteer", "link"], rows)
    # Their types are ours to find; to the scorer they are places.
    system = [{"id": r["id"], "entities": [{**e, "type": "LOC", "link": linking_link(e)} for e in r["entities"]]} for r in answers]
    values = summary(bench.score(f"{gold.key}-{len(label)}", "linking/score_linking.py", gold.path, system))
    return rows_of(gold.key, values, [("acc161", f"within 161 km, {label}"), ("id_acc", f"GeoNames id, {label}")])


def linking_link(entity):
    ids = dict(one.split(":", 1)[:2] for one in filter(None, [entity.get("link"), *(entity.get("same_as") or [])]))
    geonames = ids.get("geonames", "")
    return {
        "geonameid": int(geonames) if geonames.isdigit() else None,
        "lat": entity.get("lat"), "lon": entity.get("lon"),
        # DBpedia ids are titles of Wikipedia; the record has Wikidata ids, and a name that mostly is that title.
        "uri": entity["name"].replace(" ", "_") if ids and entity.get("name") else None,
    }


def stated(row):
    """The language of a gold row: phrases of three words are too short to tell it, and the peers know it too."""
    return row.get("lang")


def quantities(bench, gold):
    system = bench.stream(gold.key, documents(load(gold.path), language=stated), "--verbatim", "--layers", "quantities")
    scores = scored_as_json(bench, gold, system, "quantities/score_quantities.py")
    metrics = [("relaxed_f1", "relaxed span F1"), ("value_f1", "value F1"), ("value_unit_f1", "value+unit F1")]
    if gold.path.stem in ("newsquant", "constructions"):
        metrics = [("strict_f1", "strict span F1"), *metrics, ("modifier_acc", "modifier, of matched"),
                   ("counted_acc", "counted thing, of matched")]
    if gold.path.stem == "newsquant":
        metrics += [(f"cqe_{key}_f1", f"CQE {label} F1") for key, label in
                    (("value", "value"), ("value_unit", "value+unit"), ("value_change", "value+change"))]
    if gold.path.stem == "meantime-values":
        metrics = metrics[:1]  # spans only: this gold has no values
    rows = rows_of(gold.key, scores.pop("all"), metrics)
    for source, values in scores.items():
        # A file of several corpora (duckling) gets rows for each of them.
        if len(scores) > 1:
            rows += rows_of(f"{gold.key}/{source.removeprefix(gold.path.stem + '-')}", values, metrics)
    return rows


def times(bench, gold):
    rows = documents(load(gold.path), published=lambda row: row["dct"], language=stated)
    system = bench.stream(gold.key, rows, "--verbatim", "--layers", "times")
    scores = scored_as_json(bench, gold, system, "times/score_times.py")
    return rows_of(gold.key, scores["all"], [
        ("strict_f1", "strict span F1"), ("relaxed_f1", "relaxed span F1"), ("type_f1", "type F1"), ("value_f1", "value F1"),
        ("value_lenient_f1", "lenient value F1")])


def scored_as_json(bench, gold, system, scorer):
    """{source: {key: number}}; the key "all" is the whole file."""
    result = bench.path(gold.key, "scores.json")
    bench.score(gold.key, scorer, gold.path, system, "--json", result, *bench.listing("--errors"))
    return json.loads(result.read_text())


def quotes(bench, gold):
    rows = documents(load(gold.path), published=lambda row: row.get("date"))
    records = bench.stream(gold.key, rows, "--verbatim", "--layers", "quotes")
    cpu, characters = bench.cpu, sum(len(record["text"]) for record in records)
    system = [{"id": r["id"], "text": r["text"], "quotes": quotes_quotes(r["quotes"])} for r in records]
    score = lambda *options: quotes_values(
        bench.score(gold.key, "quotes/score_quotes.py", gold.path, system, *options, *bench.listing("--errors")))
    whole = rows_of(gold.key, score(), [(label, label) for label in QUOTES_METRICS])
    if gold.path.stem != "polnear":
        return whole
    # The peers were run on the hundred documents that the scorer draws.
    sample = rows_of(f"{gold.key}/sample", score("--sample", "100"), [(label, label) for label in QUOTES_METRICS])
    return whole + sample + [(gold.key, "thousand characters per CPU second", f"{characters / 1000 / max(cpu, 0.001):.0f}")]


def quotes_quotes(quotes):
    """The gold's span of a mixed quote is the whole reported clause; fragments of one clause are one quote there."""
    result = {}
    for quote in quotes:
        clause = quote.get("clause") if quote["kind"] == "mixed" else None
        start, end = (clause["start"], clause["end"]) if clause else (quote["start"], quote["end"])
        result.setdefault((start, end, bool(clause)), {**quote, "start": start, "end": end, "nested": quote.get("parent") is not None})
    return list(result.values())


QUOTES_METRICS = ["quoted segments F1", "quoted segments with speaker F1", "scare quotes left alone", "mixed F1", "indirect F1",
                  "indirect+mixed F1", "all F1", "all with speaker F1", "words F1", "speaker, of found", "name, of found",
                  "name recall", "pronoun name recall"]


def quotes_values(output):
    """Shares by metric: from the last line where it has the number, else from the table above it."""
    last = summary(output)
    relaxed = output.partition("spans, relaxed")[2].partition("spans, exact")[0]
    share = lambda text, pattern: float(re.search(pattern, text, re.M)[1]) / 100
    # The scorer prints 0 for a file that has none.
    no_scare_quotes = re.search(r"left alone .* of 0$", output, re.M)
    last_keys = {
        "quoted segments F1": "direct_f1", "quoted segments with speaker F1": "direct_joint_f1", "indirect+mixed F1": "indirect_f1",
        "all F1": "all_f1", "all with speaker F1": "all_joint_f1", "speaker, of found": "speaker_acc", "name, of found": "name_acc",
        "name recall": "name_recall", "pronoun name recall": "pronoun_name_recall"}
    return {
        **{label: last[key] for label, key in last_keys.items()},
        "scare quotes left alone": float("nan") if no_scare_quotes else share(output, r"left alone +([\d.]+)"),
        "mixed F1": share(relaxed, r"^ +mixed +[\d.]+ +[\d.]+ +([\d.]+)"),
        "indirect F1": share(relaxed, r"^ +indirect +[\d.]+ +[\d.]+ +([\d.]+)"),
        "words F1": share(output, r"soft \(words\) +[\d.]+ +[\d.]+ +([\d.]+)"),
    }

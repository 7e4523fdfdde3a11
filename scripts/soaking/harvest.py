"""Finds prose in any file: texts, and with the binary's own cuts every sentence of them."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

LONGEST = 20_000
PAGES = {".html", ".htm", ".warc", ".xml", ".rss", ".atom", ".arc"}
COLUMNS = {".bio", ".conll", ".conllu", ".tsv", ".iob"}
SKIPPED = {".png", ".jpg", ".bin", ".cdlex", ".cdtag", ".cdgaz", ".parquet", ".pyc", ".so", ".o"}
BLANK = re.compile(r"\n\s*\n")


def plain(path):
    """(bytes, suffix) of a file, unpacked."""
    data, suffix = path.read_bytes(), path.suffix.lower()
    if suffix == ".gz":
        return gzip.decompress(data), Path(path.stem).suffix.lower()
    if suffix == ".zst" and shutil.which("zstd"):
        return subprocess.run(["zstd", "-dc"], input=data, capture_output=True).stdout, Path(path.stem).suffix.lower()
    return data, suffix


def of_json(value):
    """The strings of a JSON value that look like prose; lists of words are joined."""
    if isinstance(value, str):
        if value.count(" ") > 1 and len(value) > 12:
            yield value
    elif isinstance(value, list):
        if len(value) > 3 and all(isinstance(part, str) for part in value):
            yield " ".join(value)
        else:
            for part in value:
                yield from of_json(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from of_json(part)


def of_lines_of_json(text):
    found, bad = [], 0
    for line in text.splitlines():
        try:
            found += of_json(json.loads(line))
        except ValueError:
            bad += 1
    if bad:
        try:
            found += of_json(json.loads(text))
        except ValueError:
            pass
    return found


def of_columns(text):
    """Sentences whose words stand below each other, and cells of several words."""
    words = []
    for line in text.splitlines() + [""]:
        if line.startswith("#"):
            continue
        cells = line.split("\t") if "\t" in line else line.split(" ")[:1]
        if not line.strip():
            if words:
                yield " ".join(words)
            words = []
            continue
        yield from (cell for cell in cells if cell.count(" ") > 2)
        word = next((cell for cell in cells if cell and not cell.isdigit()), None)
        if word:
            words.append(word)


def of_text(text):
    for part in BLANK.split(text):
        yield part.strip()


def harvest(folders, binary):
    """The texts of all files, each once, in a fixed order."""
    found, pages = [], []
    for folder in folders:
        base = Path(folder)
        for path in sorted([base] if base.is_file() else base.rglob("*")):
            if not path.is_file() or path.suffix.lower() in SKIPPED:
                continue
            try:
                data, suffix = plain(path)
            except (OSError, EOFError):
                continue
            if suffix in PAGES:
                pages.append(path)
                continue
            text = data.decode("utf-8", "replace")
            if suffix in (".json", ".jsonl"):
                found += of_lines_of_json(text)
            elif suffix in COLUMNS:
                found += of_columns(text)
            else:
                found += of_text(text)
    found += of_pages(pages, binary)
    return list(dict.fromkeys(text[:LONGEST] for text in found if text.strip()))


def of_pages(paths, binary):
    names = "\n".join(str(path.resolve()) for path in paths)
    done = subprocess.run([binary, "-q", "--layers", "none", "--files-from", "-"], input=names.encode(), capture_output=True)
    for line in done.stdout.splitlines():
        record = json.loads(line)
        yield from (record[key] for key in ("title", "byline", "text") if record[key])


def sentences(texts, binary):
    """Every sentence of the texts once, as the binary cuts them."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run([binary, "-q", "--layers", "none", "--in", "jsonl", "-"], input=lines.encode(), capture_output=True)
    found = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if len(record["sentences"]) > 1:
            for part in record["sentences"]:
                found[record["text"][part["start"]:part["end"]]] = None
    return list(found)

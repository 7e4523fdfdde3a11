"""Damaged files: bit flips, truncations and splices of real pages and containers, the same for the same seed."""

import json
import subprocess
import tempfile
from pathlib import Path

from . import archive

BATCH = 50


def damaged(data, other, random):
    """One of several kinds of damage."""
    data = bytearray(data)
    kind = random.randrange(6)
    if kind == 0:  # a few flipped bits
        for _ in range(random.choice((1, 2, 20))):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    elif kind == 1:  # cut off
        del data[random.randrange(len(data)):]
    elif kind == 2:  # a piece is missing
        start = random.randrange(len(data))
        del data[start:start + random.choice((1, 7, 512, 70_000))]
    elif kind == 3:  # spliced with another file
        start, cut = random.randrange(len(data)), random.randrange(len(other))
        data[start:] = other[cut:]
    elif kind == 4:  # noise in the middle
        start = random.randrange(len(data))
        size = random.choice((4, 100, 5000))
        data[start:start + size] = random.randbytes(size)
    else:  # zeros, as after a crash of the machine
        start = random.randrange(len(data))
        size = random.choice((512, 4096, 65_536))
        data[start:start + size] = bytes(min(size, len(data) - start))
    return bytes(data)


def run(binary, count, random, say):
    """Runs `count` damaged files; returns a list of what went wrong."""
    found = archive.pages()
    problems, documents = [], 0
    with tempfile.TemporaryDirectory(prefix="copydesk-damage-") as folder:
        folder = Path(folder)
        for start in range(0, count, BATCH):
            paths, expected = [], {}
            for number in range(start, min(count, start + BATCH)):
                # A few pages each: damage then strikes heads and borders, not only the middle of a page.
                small = [found[random.randrange(len(found))] for _ in range(random.choice((1, 2, 3)))]
                files = archive.containers(small, random)
                name = random.choice(sorted(files))
                path = folder / f"{number}-{name}"
                path.write_bytes(damaged(files[name], files[random.choice(sorted(files))], random))
                paths.append(str(path))
                if name == "a.jsonl" and path.read_bytes()[:1] == b"{":
                    expected[str(path)] = {lines_of(path), values_of(path)}
                elif name.startswith("a.html"):
                    expected[str(path)] = {1}
            problems += check(binary, paths, expected)
            documents += len(paths)
            for path in paths:
                Path(path).unlink()
            if documents % 1000 == 0:
                say(f"{documents} damaged files, {len(problems)} problems")
    return problems


def lines_of(path):
    data = path.read_bytes()
    # What no longer looks like JSON Lines may be taken for something else; its name settles that it is not.
    return data.count(b"\n") + (not data.endswith(b"\n") if data else 1)


def values_of(path):
    """The answers where a file is read by values: a splice with an array leaves `{…}, {…}]`, each value a document and the
    bracket an error."""
    text, reader = path.read_bytes().decode("utf-8", "replace"), json.JSONDecoder(strict=False)
    place = answers = 0
    while place < len(text):
        if text[place] in " \t\r\n,":
            place += 1
            continue
        answers += 1
        try:
            place = reader.raw_decode(text, place)[1]
        except ValueError:
            # A value that is no JSON ends where the next one begins, or with its line.
            ends = [end for end in (text.find("}, {", place), text.find("\n", place)) if end >= 0]
            place = min(ends) + 1 if ends else len(text)
    return answers


def check(binary, paths, expected):
    """Every file is answered, every line is a valid record, nothing crashes or hangs."""
    try:
        done = subprocess.run([binary, "--jobs", "2", *paths], capture_output=True, timeout=300)
    except subprocess.TimeoutExpired:
        return [f"no end after 300 s: {' '.join(paths)}"]
    # 1: every document has an error.
    if done.returncode not in (0, 1, 66) or (done.returncode == 1 and b'"error":null' in done.stdout):
        return [f"ended with {done.returncode}: {' '.join(paths)}"]
    problems, answers = [], dict.fromkeys(paths, 0)
    lines = done.stdout.split(b"\n")
    if lines.pop() != b"":
        problems.append("the last line has no end")
    for line in lines:
        answers[json.loads(line)["source"]["path"]] += 1
    for path, count in answers.items():
        if path in expected and count not in expected[path]:
            problems.append(f"{path}: {sorted(expected[path])} documents in, {count} out")
        elif count == 0 and Path(path).stat().st_size > 0 and ".warc" not in path and ".arc" not in path:
            problems.append(f"{path} was not answered")
    verified = subprocess.run([binary, "verify", "-"], input=done.stdout, capture_output=True, timeout=300)
    if verified.returncode != 0:
        problems.append(f"a record is not valid: {verified.stderr[:300]!r}")
    return problems


def intact_neighbours(binary, count, random):
    """In an archive of many records of which one is damaged, the others come out as they did before."""
    found = archive.pages()
    problems = []
    with tempfile.TemporaryDirectory(prefix="copydesk-neighbours-") as folder:
        for number in range(count):
            records = list(archive.warc_records(found, random))
            struck = random.randrange(1, len(records))
            whole = {key(line) for line in records_of(binary, folder, records, number)}
            hurt = list(records)
            if number % 2:
                # The packed member is hurt, not the record inside it.
                import gzip
                members = [gzip.compress(r, mtime=0) for r in records]
                members[struck] = damaged_inside(members[struck], random)
                after = {key(line) for line in output_of(binary, folder, b"".join(members), "n.warc.gz")}
            else:
                hurt[struck] = damaged_inside(records[struck], random)
                after = {key(line) for line in output_of(binary, folder, b"".join(hurt), "n.warc")}
            lost = whole - after
            if len(lost) > 1:
                problems.append(f"damage to record {struck} (round {number}) lost {len(lost)} records: {sorted(lost)[:3]}")
    return problems


def damaged_inside(data, random):
    data = bytearray(data)
    kind = random.randrange(4)
    if kind == 0:
        for _ in range(3):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    elif kind == 1:
        del data[random.randrange(1, len(data)):]
    elif kind == 2:
        start = random.randrange(len(data))
        del data[start:start + 300]
    else:
        start = random.randrange(len(data))
        data[start:start + 64] = random.randbytes(min(64, len(data) - start))
    return bytes(data)


def records_of(binary, folder, records, number):
    return output_of(binary, folder, b"".join(records), "n.warc")


def output_of(binary, folder, data, name):
    path = Path(folder) / name
    path.write_bytes(data)
    done = subprocess.run([binary, "--layers", "none", str(path)], capture_output=True, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines() if line]


def key(record):
    return record["id"], record["source"]["sha256"]

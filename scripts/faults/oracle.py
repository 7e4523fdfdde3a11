"""Python's readers of JSON and CSV as judges: mutated lines and tables must be read by us as they read them."""

import csv
import io
import json
import re
import subprocess

WORDS = ["The man", "said", "no", "\u00e9t\u00e9", "\U0001f600", "\u201cyes\u201d", "\\", '"', "/", "\t", "12", "a,b", "x;y", "\u0142"]


def text(random):
    return " ".join(random.choice(WORDS) for _ in range(random.randrange(1, 8)))


def value(random, depth=0):
    kind = random.randrange(8 if depth < 4 else 5)
    if kind == 0:
        return random.choice([None, True, False])
    if kind == 1:
        return random.choice([0, -1, 2.5, 1e300, -0.0, 12345678901234567890])
    if kind < 5:
        return text(random)
    if kind < 7:
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    return {random.choice("abc"): value(random, depth + 1) for _ in range(random.randrange(4))}


def mutated(line, random):
    """One or two small changes, of which most spoil a line."""
    for _ in range(random.randrange(3)):
        at = random.randrange(len(line) + 1)
        kind = random.randrange(3)
        if kind == 0:
            line = line[:at] + line[at + 1:]
        elif kind == 1:
            line = line[:at] + random.choice('{}[]",:\\ 0e-.ntf\u00e9') + line[at:]
        else:
            line = line[:at] + line[at:at + random.randrange(9)] + line[at:]
    return line


def run_copydesk(binary, data, *arguments):
    done = subprocess.run([binary, "--layers", "none", "--verbatim", *arguments, "-"], input=data, capture_output=True, timeout=300)
    assert done.returncode in (0, 1), (done.returncode, done.stderr[-300:])
    return [json.loads(line) for line in done.stdout.split(b"\n") if line]


def json_lines(binary, count, random):
    """Lines of JSON."""
    lines = []
    for _ in range(count):
        whole = {"id": str(random.randrange(10**6)), "text": text(random), "more": value(random)}
        lines.append(mutated(json.dumps(whole, ensure_ascii=random.random() < 0.5), random))
    found = run_copydesk(binary, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"), "--in", "jsonl")
    if len(found) != len(lines):
        return [f"{len(lines)} lines of JSON in, {len(found)} out"]
    problems = []
    for line, record in zip(lines, found):
        try:
            theirs = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            theirs = None
        except ValueError:
            continue
        code = (record["error"] or {}).get("code")
        if any(word in line for word in ("NaN", "Infinity")):
            continue
        if not isinstance(theirs, dict):
            # Bad escapes and characters that JSON wants escaped inside strings are let through, with a warning; numbers with zeros
            # in front too, since no document is to be lost for a postcode.
            if re.search(r"\\u(?![0-9a-fA-F]{4})|[^0-9.eE]0[0-9]", line):
                continue
            if code not in ("bad-json", "empty-line") and "json-control-character" not in record["warnings"]:
                problems.append(f"only we read {line!r}")
        elif code == "bad-json":
            problems.append(f"only Python reads {line!r}")
        elif isinstance(theirs.get("text"), str) and code is None:
            if record["text"] != theirs["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace"):
                problems.append(f"{record['text']!r} was read of {line!r}")
    return problems


def arrays(binary, count, random):
    """Arrays and objects over several lines, each read as Python reads its elements."""
    problems = []
    for _ in range(max(1, count // 200)):
        whole = [{"id": str(n), "text": text(random), "more": value(random)} for n in range(20)]
        indent = random.choice([None, 0, 1, 4])
        data = json.dumps(whole, indent=indent, ensure_ascii=random.random() < 0.5)
        if random.random() < 0.5:
            data = random.choice(["", "\n", "\n\n"]).join(json.dumps(o, indent=indent or 2) for o in whole)
        encoding = random.choice(["utf-8", "utf-8", "utf-16", "utf-32"])
        found = run_copydesk(binary, data.encode(encoding))
        if [(r["id"], r["text"]) for r in found] != [(o["id"], o["text"]) for o in whole]:
            problems.append(f"an array ({encoding}) was read otherwise: {data[:200]!r}")
    return problems


def tables(binary, count, random):
    """Tables that Python's strict reader takes."""
    problems = []
    for _ in range(max(1, count // 50)):
        delimiter = random.choice(",;\t|")
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator=random.choice(["\n", "\r\n"]),
                            quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        writer.writerow(["id", "text", "title"])
        for number in range(20):
            body = text(random).replace(" ", random.choice([" ", " ", "\n", "\r\n"]))
            writer.writerow([str(number), body, text(random)])
        data = out.getvalue()
        head = data.index("\n") + 1
        data = data[:head] + mutated(data[head:], random)
        try:
            rows = [row for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter, strict=True) if row]
        except csv.Error:
            rows = None
        found = run_copydesk(binary, data.encode(), "--in", "csv")
        if rows is None or any(len(row) != 3 for row in rows):
            continue
        ours = [(r["id"], r["text"]) for r in found]
        theirs = [(row[0] or f"-#{n + 1}", row[1]) for n, row in enumerate(rows[1:])]
        if ours != theirs:
            different = next((pair for pair in zip(ours, theirs) if pair[0] != pair[1]), (len(ours), len(theirs)))
            problems.append(f"a table was read otherwise: {different}")
    return problems


def run(binary, count, random, say):
    """Returns where we and they differ."""
    problems = []
    for start in range(0, count, 2000):
        problems += json_lines(binary, min(2000, count - start), random)
    problems += arrays(binary, count, random)
    problems += tables(binary, count, random)
    say(f"{count} lines of JSON, {max(1, count // 200)} arrays, {max(1, count // 50)} tables: {len(problems)} read otherwise")
    return problems

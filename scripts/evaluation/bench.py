"""Runs the binary over gold documents and the scorers over its records."""

import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path


class Failure(Exception):
    """An evaluation that can't give a number; its text goes into the table."""


class Bench:
    def __init__(self, gold, binary, work, jobs=1, timeout=1800, echo=False, errors=0):
        self.gold, self.binary, self.work = gold, binary, work
        self.jobs, self.timeout, self.echo, self.errors = jobs, timeout, echo, errors
        self.remarks = Counter()  # how many documents went wrong in runs that still gave numbers, by metric
        self.cpu = 0.0            # user + system seconds of the last run of the binary

    # Running the binary

    def stream(self, name, documents, *options):
        """One record for each document ({"id", "text", ...}), all through one process as JSON Lines on stdin."""
        documents = list(documents)
        lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents).encode()
        source = self.path(name, "input.jsonl")
        source.write_bytes(lines)
        with source.open("rb") as stdin:
            records = self.run(name, [*options, "--in", "jsonl", "-"], stdin=stdin)
        for record in records:
            # A document that failed has no text; to the scorers it then is one in which nothing was found.
            record["text"] = record.get("text") or ""
        if [r.get("id") for r in records] != [d["id"] for d in documents]:
            raise Failure(f"{len(documents)} lines in, {len(records)} records out, or their ids or order differ")
        if "--verbatim" in options:
            changed = sum(r["text"] != d["text"] for r, d in zip(records, documents) if not r.get("error"))
            self.remarks["documents whose text --verbatim changed"] += changed
        return records

    def files(self, name, contents, *options):
        """{file name: record} for {file name: bytes}, all files given as paths to one process."""
        folder = self.path(name, "files")
        folder.mkdir(exist_ok=True)
        for file, data in contents.items():
            (folder / file).write_bytes(data)
        records = self.run(name, [*options, *contents], cwd=folder)
        # By path and not by id: the id of a page can be its URL.
        found = {(r.get("source") or {}).get("path"): r for r in records}
        if len(records) != len(contents) or found.keys() != contents.keys():
            raise Failure(f"{len(contents)} files in, {len(records)} records out, or their paths differ")
        return found

    def filter(self, name, lines, *command):
        """The lines that a command makes of lines, one for each."""
        lines = list(lines)
        done = subprocess.run([self.binary, *command], input="\n".join(lines).encode(), capture_output=True, timeout=self.timeout)
        found = done.stdout.decode().split("\n")
        if done.returncode or len(found) != len(lines):
            raise Failure(f"{' '.join(command)} ended with {done.returncode}; {len(lines)} lines in, {len(found)} out")
        return found

    def run(self, name, arguments, stdin=subprocess.DEVNULL, cwd=None):
        if "--jobs" not in arguments:
            arguments = ["--jobs", str(self.jobs), *arguments]
        output, log = self.path(name, "records.jsonl"), self.path(name, "log")
        # A crash handler that writes a backtrace can take minutes; the failure itself is all that is wanted here.
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with output.open("wb") as out, log.open("wb") as err:
            try:
                code = subprocess.run([self.binary, *arguments], stdin=stdin, stdout=out, stderr=err, cwd=cwd,
                                      env=environment, timeout=self.timeout).returncode
            except subprocess.TimeoutExpired:
                raise Failure(f"no end after {self.timeout} s") from None
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if code:
            # A negative code is the number of the signal that ended the process.
            raise Failure(f"copydesk ended with {code}: {last_line(log.read_text(errors='replace'))}")
        # Not splitlines(): it would also split at U+2028, which must not happen inside a record.
        with output.open(encoding="utf-8", newline="\n") as lines:
            records = [json.loads(line) for line in lines]
        self.remarks["documents with an error"] += sum(bool(r.get("error")) for r in records)
        return records

    def ask(self, name, arguments, rows):
        """What a subcommand answers to JSON Lines on stdin: a line for each."""
        source, output = self.path(name, "question.jsonl"), self.path(name, "answer.jsonl")
        source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        with source.open("rb") as stdin, output.open("wb") as out:
            done = subprocess.run([self.binary, *arguments], stdin=stdin, stdout=out, stderr=subprocess.PIPE, timeout=self.timeout)
        if done.returncode:
            raise Failure(f"copydesk {arguments[0]} ended with {done.returncode}: {last_line(done.stderr.decode(errors='replace'))}")
        return load(output)

    # Running a scorer

    def score(self, name, scorer, gold, rows, *arguments):
        """The scorer's output for `rows`, one for each record, in the shape the scorer asks for."""
        system = self.path(name, "system.jsonl")
        system.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        output = self.script(scorer, gold, system, *arguments)
        if self.echo:
            print(f"\n== {name} {' '.join(map(str, arguments))}\n{output.rstrip()}", flush=True)
        return output

    def script(self, script, *arguments):
        # -B: the folder of the scorers may be read-only, and is not ours to write to.
        command = [sys.executable, "-B", self.gold / script, *arguments]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise Failure(f"{Path(script).name} ended with {done.returncode}: {last_line(done.stderr)}")
        return done.stdout

    def listing(self, flag):
        """The arguments that make a scorer list errors, if they were asked for."""
        return [flag, str(self.errors)] if self.errors else []

    # Files

    def path(self, name, suffix):
        return self.work / f"{name.replace('/', '.')}.{suffix}"


# Reading gold and scores


def last_line(text):
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "no message")


def load(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def summary(output):
    """{key: number} of a scorer's last line, `name key=number key=number`."""
    return {key: float(value) for key, _, value in (word.partition("=") for word in last_line(output).split()[1:])}


def percent(share):
    return "–" if share is None or share != share else f"{100 * share:.1f}"


def documents(rows, text="text", published=None, language=None, url=None):
    """The input lines for gold rows; `published`, `language` and `url` are functions of a gold row."""
    for row in rows:
        document = {"id": row["id"], "text": row[text]}
        # A date that isn't ISO ("7:58 AM ET") is no date for the option; the document then has none.
        if published and re.match(r"\d{4}-\d\d-\d\d", published(row) or ""):
            document["published"] = published(row)
        if language and language(row):
            document["language"] = language(row)
        if url:
            document["url"] = url(row)
        yield document


def rows_of(name, values, metrics):
    """[(name, label, per cent)] for each (key, label) whose key is in `values`."""
    return [(name, label, percent(values[key])) for key, label in metrics if key in values]

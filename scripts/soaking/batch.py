"""Runs the command on a batch of documents in any format, and finds the document that kills it."""

import csv
import gzip
import html
import io
import json
import random as randoms
import shutil
import subprocess
import tempfile
from pathlib import Path

from faults import archive

HANG = 240
CONTROLS = {code: None for code in range(32) if code not in (9, 10, 13)}


def as_jsonl(texts):
    return "".join(json.dumps({"id": f"d{i}", "text": text}, ensure_ascii=False) + "\n" for i, text in enumerate(texts))


def page(text):
    return f"<!doctype html><title>{html.escape(text[:60])}</title><body><article><p>" + html.escape(text).replace(
        "\n", "</p><p>") + "</p></article></body>"


def as_csv(texts):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "text"])
    writer.writerows([f"d{i}", text.replace("\0", "") or " "] for i, text in enumerate(texts))
    return out.getvalue()


def as_feed(texts):
    items = "".join(
        f"<item><guid>d{i}</guid><title>Item {i}</title><description>{html.escape(text.translate(CONTROLS))}</description></item>\n"
        for i, text in enumerate(texts))
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def as_warc(texts):
    random = randoms.Random(len(texts))
    return b"".join(
        archive.response(i, f"https://example.org/{i}", page(text).encode("utf-8", "replace"), random)
        for i, text in enumerate(texts))


STREAMS = {"jsonl": as_jsonl, "csv": as_csv, "feed": as_feed, "warc": as_warc}
FOLDERS = {"text": (".txt", lambda text: text or " "), "html": (".html", page)}
FORMATS = [*STREAMS, *FOLDERS]
PACKERS = {"": lambda data: data, ".gz": lambda data: gzip.compress(data, 1, mtime=0)}
if shutil.which("zstd"):
    PACKERS[".zst"] = lambda data: subprocess.run(["zstd", "-qc1"], input=data, capture_output=True, check=True).stdout


class Batch:
    """Some documents, the format that they come in, and the options that they are read with."""

    def __init__(self, binary, texts, form="jsonl", packing="", options=()):
        self.binary, self.texts, self.form, self.packing, self.options = binary, texts, form, packing, list(options)

    def run(self, timeout=HANG):
        """(exit status, lines of output, standard error); the status is "hang" after the timeout."""
        command = [self.binary, "-q", "-j", "1", *self.options, "--in", self.form]
        with tempfile.TemporaryDirectory(prefix="copydesk-soak-") as folder:
            data = None
            if self.form in STREAMS:
                data = STREAMS[self.form](self.texts)
                data = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
                data = PACKERS[self.packing](data)
                command.append("-")
            else:
                suffix, wrap = FOLDERS[self.form]
                for number, text in enumerate(self.texts):
                    body = PACKERS[self.packing](wrap(text).encode("utf-8", "replace"))
                    Path(folder, f"{number:06}{suffix}{self.packing}").write_bytes(body)
                command.append(folder)
            try:
                done = subprocess.run(command, input=data, capture_output=True, timeout=timeout)
            except subprocess.TimeoutExpired as ended:
                return "hang", (ended.stdout or b"").split(b"\n")[:-1], b""
            return done.returncode, done.stdout.split(b"\n")[:-1], done.stderr

    def part(self, texts):
        return Batch(self.binary, texts, self.form, self.packing, self.options)

    def traps(self):
        """Whether these documents kill or hang the command."""
        status, lines, _ = self.run(timeout=60)
        return is_dead(status) or any(is_crash(line) for line in lines)


def is_dead(status):
    """A signal, a hang, or what a shell makes of a signal."""
    return status == "hang" or status < 0 or status >= 128 and status != 130


def is_crash(line):
    """A record that says that a worker process died of its document."""
    at = line.find(b'"error":{"code":"')
    return at >= 0 and line[at + 17:at + 24] in (b"crashed", b"timeout", b'memory"')


def culprits(batch):
    """(lines of output, [(text, what happened)]): goes on after each document that kills the command.

    Lines of documents that killed it, or that came out before it died, are None.
    """
    lines, found = [], []
    while len(lines) < len(batch.texts):
        rest = batch.part(batch.texts[len(lines):])
        status, got, errors = rest.run()
        crashed = [i for i, line in enumerate(got) if is_crash(line)]
        found += [(rest.texts[i], "crashed") for i in crashed if i < len(rest.texts)]
        if not is_dead(status):
            if len(got) != len(rest.texts):
                found.append(("", f"{len(got)} lines for {len(rest.texts)} documents, status {status}: "
                              f"{errors[-300:].decode(errors='replace')}"))
                return lines, found
            return lines + got, found
        at = first_culprit(rest, len(got))
        if at is None:
            found.append(("", f"status {status}, but not again: {errors[-300:].decode(errors='replace')}"))
            return lines, found
        found.append((rest.texts[at], f"status {status}"))
        lines += [None] * (at + 1)
    return lines, found


def first_culprit(batch, done):
    """The document that kills the command: near the last line that came out, or found by halving."""
    for at in range(max(0, done - 1), min(len(batch.texts), done + 24)):
        if batch.part([batch.texts[at]]).traps():
            return at
    low, high = 0, len(batch.texts)
    if not batch.traps():
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if batch.part(batch.texts[low:middle]).traps():
            high = middle
        elif batch.part(batch.texts[middle:high]).traps():
            low = middle
        else:
            return low
    return low


def smallest(batch, text, tries=400):
    """The text with everything taken out that the trap does not need: first words, then characters."""
    for split in (lambda text: text.split(" "), list):
        joint = " " if split is not list else ""
        parts = split(text)
        size = max(1, len(parts) // 2)
        while size and tries > 0:
            at, shorter = 0, False
            while at < len(parts) and tries > 0:
                left = parts[:at] + parts[at + size:]
                tries -= 1
                if left and batch.part([joint.join(left)]).traps():
                    parts, shorter = left, True
                else:
                    at += size
            size = size if shorter and size == 1 else size // 2
        text = joint.join(parts)
    return text

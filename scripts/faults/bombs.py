"""Inputs that are small and mean much: for each kind, time and memory at 1, 2, 4 and 8 MB. Both must grow with the size at
most, and stay below what a document of that size may cost."""

import bz2
import gzip
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path

from . import archive

MB = 1 << 20
# Of a megabyte.
MOST_SECONDS, MOST_MEMORY = 2.0, 150 * MB
# The tables, and what a process needs in any case.
IDLE_MEMORY = 120 * MB


def http(body, fields=""):
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n".encode()
    return archive.record("response", "https://example.org/", head + body, 1, "application/http")


def chunks(body):
    return b"".join(b"1\r\n" + body[i:i + 1] + b"\r\n" for i in range(len(body))) + b"0\r\n\r\n"


def laughs(size):
    names = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    item = "<item><description>" + "&a39;" * (size // 5) + "</description></item>"
    return f"<!DOCTYPE rss [{names}]><rss><channel>{item}</channel></rss>".encode()


# What is as large as it says: {name: size -> bytes}.
PLAIN = {
    "deep.jsonl": lambda n: b'{"text":"x","a":' + b"[" * n,
    "deep.json": lambda n: b'[{"a":' + b"[" * n,
    "deep-objects.json": lambda n: b'[' + b'{"a":' * (n // 5),
    "keys.jsonl": lambda n: b"{" + b",".join(b'"k%d":1' % i for i in range(n // 10)) + b"}",
    "escapes.jsonl": lambda n: b'{"text":"' + b"\\u0041" * (n // 6) + b'"}',
    "pairs.jsonl": lambda n: b'{"text":"' + b"\\ud83d\\ude00 " * (n // 13) + b'"}',
    "halves.jsonl": lambda n: b'{"text":"' + b"\\ud83d" * (n // 6) + b'"}',
    "strays.json": lambda n: b"[{}," + b"}" * n,
    "unclosed.json": lambda n: b"[" + b'{"id":"x,\n' * (n // 10),
    "restarts.json": lambda n: b'[{"id":1},' + b'{"id":[1,' * (n // 9),
    "columns.csv": lambda n: b"id,text" + b"," * n + b"\n1,x" + b"," * n,
    "row.csv": lambda n: b"id,text\n1,x" + b"," * n,
    "field.csv": lambda n: b'id,text\n1,"' + b'""' * (n // 2) + b'"',
    "marks.csv": lambda n: b"id,text\n" + b'"' * n,
    "open-rows.csv": lambda n: b"id,text\n" + b'1,"a\n' * (n // 5),
    "laughs.rss": laughs,
    "items.rss": lambda n: b"<rss>" + b"<item>" * (n // 6),
    "sections.rss": lambda n: b"<rss>" + b"<![CDATA[" * (n // 9),
    "comments.rss": lambda n: b"<rss><item><!--" + b"<!--" * (n // 4),
    "links.rss": lambda n: b"<rss><item>" + b"<link>" * (n // 6) + b"</item>",
    "header.warc": lambda n: b"WARC/1.0\r\n" + b"a: b\r\n" * (n // 6),
    "marks.warc": lambda n: b"WARC/1.0\r\n" * (n // 10),
    "head.warc": lambda n: archive.record("response", "https://example.org/", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * (n // 6),
                                          1, "application/http"),
    "chunks.warc": lambda n: http(chunks(b"<p>some words </p>" * (n // 108)), "Transfer-Encoding: chunked\r\n"),
    "headers.arc": lambda n: b"filedesc://a 0.0.0.0 20230930120000 text/plain 0\n\n"
    + b"http://a/ 0.0.0.0 20230930120000 text/html 9000000000\n" * (n // 55),
    "zeros.warc.zst": lambda n: archive.zstd(archive.record("resource", "https://example.org/", b"x", 1, "text/plain")) + bytes(n),
    "magics.warc.gz": lambda n: gzip.compress(archive.record("resource", "https://example.org/", b"x", 1, "text/plain"))
    + b"\x1f\x8b\x08" * (n // 3),
    "magics.warc.zst": lambda n: archive.zstd(archive.record("resource", "https://example.org/", b"x", 1, "text/plain"))
    + bytes.fromhex("28b52ffd") * (n // 4),
}


def packed(n):
    """What is small and unpacks to a thousand megabytes; the limit must hold."""
    zeros = bytes(n * 128)
    return {
        "bomb.html.gz": gzip.compress(zeros, 9), "bomb.html.bz2": bz2.compress(zeros), "bomb.html.xz": lzma.compress(zeros),
        "bomb.jsonl.gz": gzip.compress(zeros, 9), "bomb.csv.xz": lzma.compress(zeros), "bomb.rss.bz2": bz2.compress(zeros),
        "bomb.warc.gz": gzip.compress(zeros, 9), "bomb.json.gz": gzip.compress(b"[" + zeros.replace(b"\0", b"[")),
        "nested.warc.gz": gzip.compress(http(chunked_gzip(zeros), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
    }


def chunked_gzip(data):
    body = gzip.compress(data, 9)
    return f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"


# A process begins with the peak of the one that it was forked from: a small one, then, not this one with its inputs.
MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
lines = 0
while piece := process.stdout.read(1 << 16):
    lines += piece.count(10)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, process.returncode, lines)
"""


def measured(binary, path):
    """Seconds of processor time, peak bytes of memory, exit status, lines."""
    command = [sys.executable, "-c", MEASURE, binary, "--jobs", "1", "--layers", "none", path]
    seconds, memory, status, lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return float(seconds), int(memory), int(status), int(lines)


def run(binary, say, only=None):
    """Returns a list of what is not linear, too slow or too large."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="copydesk-bombs-") as folder:
        for name, make in PLAIN.items():
            if only and only not in name:
                continue
            figures = []
            for size in (1, 2, 4, 8):
                path = Path(folder) / name
                path.write_bytes(make(size * MB))
                figures.append((size, *measured(binary, str(path))))
                path.unlink()
            say(name.ljust(20) + "".join(f"  {s} MB {t:6.2f} s {m // MB:5} MB" for s, t, m, *_ in figures))
            for size, seconds, memory, status, lines in figures:
                if status not in (0, 1, 66):
                    problems.append(f"{name} of {size} MB ended with {status}")
                if lines == 0:
                    problems.append(f"{name} of {size} MB was not answered")
                if seconds > MOST_SECONDS * size + 0.5:
                    problems.append(f"{name} of {size} MB took {seconds:.1f} s")
                if memory > MOST_MEMORY * size + IDLE_MEMORY:
                    problems.append(f"{name} of {size} MB took {memory // MB} MB")
            if figures[3][1] > 2.8 * figures[2][1] + 0.3:
                problems.append(f"{name}: {figures[2][1]:.2f} s for 4 MB, {figures[3][1]:.2f} s for 8 MB")
        for name, data in packed(MB).items():
            if only and only not in name:
                continue
            path = Path(folder) / name
            path.write_bytes(data)
            seconds, memory, status, lines = measured(binary, str(path))
            say(f"{name.ljust(20)}  {len(data) / MB:.2f} MB for 128: {seconds:.2f} s {memory // MB} MB, {lines} lines, status {status}")
            if status not in (0, 1, 66) or memory > 400 * MB or seconds > 30:
                problems.append(f"{name}: {seconds:.1f} s, {memory // MB} MB, status {status}")
            path.unlink()
        if not only or only in "folder":
            problems += many_files(binary, folder, say)
    return problems


def many_files(binary, folder, say, count=200_000):
    """A folder of so many entries, none of them news."""
    base = Path(folder) / "many"
    base.mkdir()
    for number in range(count):
        (base / f"{number:06}.jpg").touch()
    seconds, memory, status, _ = measured(binary, str(base))
    say(f"a folder of {count} entries: {seconds:.2f} s, {memory // MB} MB")
    for path in base.iterdir():
        path.unlink()
    return [] if status == 0 and seconds < 10 and memory < 300 * MB else [f"{count} entries: {seconds} s, {memory // MB} MB"]

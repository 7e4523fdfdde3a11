"""Makes web archives and other containers out of pages, for tests and measurements."""

import base64
import bz2
import gzip
import hashlib
import json
import lzma
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def pages(folder=None):
    """[(name, bytes)] of the HTML pages of a folder (default: the sample pages), unpacked, sorted by name."""
    folders = [Path(folder)] if folder else [ROOT / "Corpus/pages", ROOT / "seeds/pages"]
    found = []
    for base in folders:
        for path in sorted(base.rglob("*")):
            if path.is_file() and path.suffix in (".html", ".htm", ".gz", ""):
                data = path.read_bytes()
                found.append((str(path.relative_to(base)), gzip.decompress(data) if path.suffix == ".gz" else data))
    return found


def sha1(data):
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def chunked(body, random):
    out, at = [], 0
    while at < len(body):
        size = random.randint(1, 20_000)
        piece = body[at:at + size]
        out += [f"{len(piece):x}\r\n".encode(), piece, b"\r\n"]
        at += size
    return b"".join(out) + b"0\r\n\r\n"


def response(number, url, body, random, media="text/html", status="200 OK"):
    """One response record; every third body comes in chunks, every fourth packed."""
    payload, fields = body, ""
    if number % 4 == 1:
        payload, fields = gzip.compress(payload, mtime=0), "Content-Encoding: gzip\r\n"
    if number % 3 == 2:
        payload, fields = chunked(payload, random), fields + "Transfer-Encoding: chunked\r\n"
    else:
        fields += f"Content-Length: {len(payload)}\r\n"
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{fields}\r\n".encode() + payload
    return record("response", url, block, number, "application/http; msgtype=response", payload)


def record(kind, url, block, number, media, payload=None):
    name = uuid.UUID(int=number * 7919 + 1)
    digest = f"WARC-Payload-Digest: {sha1(payload)}\r\n" if payload is not None else ""
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2023-09-30T12:00:00Z\r\nContent-Type: {media}\r\n{digest}"
            f"WARC-Block-Digest: {sha1(block)}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def warc_records(found, random):
    """The records of an archive of these pages: a warcinfo first, requests and pictures between the pages."""
    yield record("warcinfo", "", b"software: none\r\n", 0, "application/warc-fields")
    number = 0
    for name, body in found:
        number += 1
        url = f"https://example.org/{name}"
        if number % 5 == 0:
            yield record("request", url, b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n", 10**6 + number,
                         "application/http; msgtype=request")
        if number % 7 == 0:
            yield response(4 * 10**6, url + ".png", bytes(range(256)) * 8, random, media="image/png")
        yield response(number, url, body, random)


def arc(found):
    """An ARC file of the same pages, a member of gzip for each record if they are joined packed."""
    about = b"1 0 Veld\nURL IP-address Archive-date Content-type Archive-length\n"
    yield f"filedesc://a.arc 0.0.0.0 20230930120000 text/plain {len(about)}\n".encode() + about + b"\n"
    for name, body in found:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        yield f"https://example.org/{name} 192.0.2.1 20230930120000 text/html {len(block)}\n".encode() + block + b"\n"


def lz4(data):
    """A frame of LZ4 whose blocks are stored as they are."""
    blocks = b"".join((len(data[i:i + 65536]) | 1 << 31).to_bytes(4, "little") + data[i:i + 65536]
                      for i in range(0, len(data), 65536))
    return bytes.fromhex("04224d18604082") + blocks + bytes(4)


def zstd(data):
    """A frame of Zstandard whose blocks are stored as they are."""
    pieces = [data[i:i + 100_000] for i in range(0, len(data), 100_000)] or [b""]
    blocks = b"".join((len(piece) << 3 | (number == len(pieces) - 1)).to_bytes(3, "little") + piece
                      for number, piece in enumerate(pieces))
    return bytes.fromhex("28b52ffda0") + len(data).to_bytes(4, "little") + blocks


def containers(found, random):
    """{file name: bytes} of the same pages in every container."""
    records = list(warc_records(found, random))
    lines = "".join(json.dumps({"id": name, "html": body.decode("utf-8", "replace")}) + "\n" for name, body in found)
    rows = "id,url,html\n" + "".join(
        f'{name},https://example.org/{name},"{body.decode("utf-8", "replace").replace(chr(34), chr(34) * 2)}"\n'
        for name, body in found)
    items = "".join(
        f"<item><guid>{name}</guid><title>Page {number}</title><pubDate>Sat, 30 Sep 2023 18:42:00 +0300</pubDate>"
        f"<description><![CDATA[{body.decode('utf-8', 'replace').replace(']]>', '')}]]></description></item>\n"
        for number, (name, body) in enumerate(found))
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><language>en</language>{items}</channel></rss>'
    objects = [{"id": name, "html": body.decode("utf-8", "replace")} for name, body in found]
    return {
        "a.json": json.dumps(objects).encode(),
        "pretty.json": json.dumps(objects, indent=2, ensure_ascii=False).encode(),
        "objects.json": "\n".join(json.dumps(o, indent=1) for o in objects).encode(),
        "wide.jsonl": lines.encode("utf-16"),
        "wide.csv": rows.encode("utf-32"),
        "a.jsonl.xz": lzma.compress(lines.encode()),
        "a.jsonl.bz2": bz2.compress(lines.encode()),
        "a.csv.lz4": lz4(rows.encode()),
        "a.rss.zst": zstd(feed.encode()),
        "a.html.xz": lzma.compress(found[0][1]),
        "a.html.bz2": bz2.compress(found[0][1]),
        "a.html.lz4": lz4(found[0][1]),
        "a.html.zst": zstd(found[0][1]),
        "a.warc.zst": b"".join(zstd(r) for r in records),
        "a.warc.lz4": b"".join(lz4(r) for r in records),
        "a.warc.xz": lzma.compress(b"".join(records)),
        "a.warc.bz2": bz2.compress(b"".join(records)),
        "a.arc": b"".join(arc(found)),
        "a.arc.gz": b"".join(gzip.compress(r, mtime=0) for r in arc(found)),
        "a.warc": b"".join(records),
        "a.warc.gz": b"".join(gzip.compress(r, mtime=0) for r in records),
        "whole.warc.gz": gzip.compress(b"".join(records), mtime=0),
        "a.jsonl": lines.encode(),
        "a.jsonl.gz": gzip.compress(lines.encode(), mtime=0),
        "a.csv": rows.encode(),
        "a.rss": feed.encode(),
        "a.html": found[0][1],
        "a.html.gz": gzip.compress(found[0][1], mtime=0),
    }

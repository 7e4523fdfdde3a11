"""Makes web archives and other containers out of pages, for tests and measurements."""

import base64
import gzip
import hashlib
import json
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
    return {
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

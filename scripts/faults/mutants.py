"""Pages with their markup taken apart and put together wrongly, all from a seed: a sound record for each, and no trap or hang."""

import json
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import monotonic

from . import archive

BATCH = 250
# A page of this size takes milliseconds.
SECONDS_PER_DOCUMENT, SECONDS_PER_BATCH = 20, 400
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r"""\s[\w:-]+\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
VALUE = re.compile(r"""=\s*("[^"]*"|'[^']*')""")
NAMES = ("div p b i a span table tr td th tbody ul ol li dl dd h1 h2 h3 html head body title meta link script style svg math "
         "template button select option textarea iframe noscript form figure figcaption blockquote article section main aside "
         "nav header footer time address br hr img x-y details frameset object").split()
CLASSES = ("comments related author byline date headline article-body sidebar share newsletter standfirst caption hidden "
           "visually-hidden meta teaser tags").split()
# What is put between two characters, or in the place of a value.
ODD = ["\0", "\x01", "\x1b[2J", "\x7f", "\u0085", "\u009b", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\u0301",
       "\U0001f600", "\U0010ffff", "&", "&#", "&#0;", "&#x110000;", "&#xD800;", "&#99999999999999999999;", "&amp;amp;", "&zwj;",
       "<", ">", "</", "<!", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "\"", "'", "=", "/", "\r", "\n\n\n", "Ã©", "â€™", "\u00ad"]
VALUES = ["", " ", "0", "-1", "1e308", "9" * 40, "NaN", "null", "true", "[]", "{}", "0000-00-00", "0001-01-01", "9999-12-31T23:59:60Z",
          "2023-02-30", "2023-13-01T25:61:61+99:99", "1696075311", "1696075311000", "-9223372036854775808", "9223372036854775807",
          "30. Sept 2023 99:99", "2023年99月99日", "http://", "https://example.org/2023/09/", "https://example.org/2023/dec/99999999",
          "https://" + "a." * 300, "https://example.org/\x1b\u202e", "javascript:x", "//", "http:////", "x" * 3000, "a | " * 400,
          "Ada Example and " * 100, "Ada Example, " * 300, ", " * 500, "By by by ", "display:none", "en-" + "x" * 100, "utf-16", "utf-7"]
DATA = [None, 0, -1, 1.5, True, "", [], {}, [[]], {"name": None}, {"@id": "#"}, {"name": ["Ada Example", 5, None]}, "2023-09-30", "9" * 30]


def mutated(page, other, random):
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        page = random.choice(WAYS)(page, other, random) or page
        if len(page) > 600_000:
            page = page[:600_000]
    return page


def place(page, random):
    """Half of them in the head, where most is decided."""
    return random.randrange(min(len(page), 4000) + 1) if random.random() < 0.5 else random.randrange(len(page) + 1)


def one_tag(page, random):
    found = TAG.search(page, place(page, random))
    return found.span() if found else (0, 0)


def delete_tag(page, _, random):
    start, end = one_tag(page, random)
    return page[:start] + page[end:]


def double_tag(page, _, random):
    start, end = one_tag(page, random)
    return page[:end] + page[start:end] * random.choice((1, 2, 30, 700)) + page[end:]


def move_tag(page, _, random):
    start, end = one_tag(page, random)
    tag, rest = page[start:end], page[:start] + page[end:]
    at = place(rest, random)
    return rest[:at] + tag + rest[at:]


def move_part(page, _, random):
    start, end = sorted((one_tag(page, random)[0], one_tag(page, random)[1]))
    part, rest = page[start:end][:50_000], page[:start] + page[end:]
    at = one_tag(rest, random)[random.randrange(2)]
    return rest[:at] + part + rest[at:]


def swap_attributes(page, _, random):
    first, second = (ATTRIBUTE.search(page, place(page, random)) for _ in range(2))
    if not first or not second or first.end() > second.start():
        return None
    return page[:first.start()] + second[0] + page[first.end():second.start()] + first[0] + page[second.end():]


def set_value(page, _, random):
    found = VALUE.search(page, place(page, random))
    if not found:
        return None
    value = random.choice(VALUES + [" ".join(random.choices(CLASSES, k=3))])
    return page[:found.start(1)] + f'"{value}"' + page[found.end(1):]


def nest(page, _, random):
    start, end = sorted((one_tag(page, random)[0], one_tag(page, random)[1]))
    name, depth = random.choice(NAMES), random.choice((1, 2, 20, 600, 5000))
    named = f' class="{random.choice(CLASSES)}"' if random.random() < 0.5 else ""
    return page[:start] + f"<{name}{named}>" * depth + page[start:end] + f"</{name}>" * random.choice((depth, 0, depth + 3)) + page[end:]


def cut(page, _, random):
    at = place(page, random)
    return page[:at] if random.random() < 0.5 else page[at:]


def cut_out(page, _, random):
    start = place(page, random)
    return page[:start] + page[start + random.choice((1, 1, 5, 80, 3000)):]


def exchange_quotes(page, _, random):
    old, new = random.choice((("\"", "'"), ("'", "\""), ("\"", ""), ("\"", "”"), (">", "<"), ("<", ">"), ("/", ""), ("=", " ")))
    if random.random() < 0.3:
        return page.replace(old, new)
    at = page.find(old, place(page, random))
    return page[:at] + new + page[at + 1:] if at >= 0 else None


def splice(page, other, random):
    return page[:place(page, random)] + other[place(other, random):]


def insert_odd(page, _, random):
    for _ in range(random.choice((1, 5, 40))):
        at = place(page, random)
        page = page[:at] + random.choice(ODD) * random.choice((1, 1, 3, 200)) + page[at:]
    return page


def rename(page, _, random):
    start, end = one_tag(page, random)
    name = random.choice(NAMES)
    return page[:start] + re.sub(r"^(</?)[\w-]+", lambda found: found[1] + name, page[start:end]) + page[end:]


def change_data(page, _, random):
    """The page's own JSON, or some of ours, with values of other kinds, or broken."""
    found = re.search(r"(<script[^>]*ld\+json[^>]*>)(.*?)(</script>)", page, re.S)
    try:
        data = json.loads(found[2]) if found else {"@type": "NewsArticle", "headline": "Ferry line opens again",
                                                   "author": [{"name": "Ada Example"}], "datePublished": "2023-09-30"}
    except (ValueError, RecursionError):
        data = {}
    target = data[0] if isinstance(data, list) and data else data
    if isinstance(target, dict):
        key = random.choice(list(target) + ["@graph", "author", "@type", "datePublished", "articleBody", "url", "publisher", "mainEntityOfPage"])
        # A copy: one value stands in many pages, and in itself.
        target[key] = json.loads(json.dumps(random.choice(DATA + VALUES + [data, [target.get(key)] * 70])))
    text = json.dumps(data, ensure_ascii=random.random() < 0.5)
    if random.random() < 0.3:
        text = random.choice((cut, cut_out, insert_odd))(text, text, random)
    if not found:
        return f'<script type="application/ld+json">{text}</script>' + page
    return page[:found.start(2)] + text + page[found.end(2):]


def change_title(page, _, random):
    return re.sub(r"(<title[^>]*>)[^<]*", lambda found: found[1] + random.choice(VALUES + ODD), page, count=1)


def repeat_text(page, _, random):
    start = place(page, random)
    part = page[start:start + random.choice((1, 10, 300))]
    return page[:start] + part * random.choice((3, 100, 1000)) + page[start:]


WAYS = [delete_tag, double_tag, move_tag, move_part, swap_attributes, set_value, set_value, nest, cut, cut_out, exchange_quotes, splice,
        insert_odd, insert_odd, rename, change_data, change_data, change_title, repeat_text]

CHARSETS = ["utf-8", "windows-1252", "windows-1251", "windows-1250", "iso-8859-2", "koi8-r", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
            "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "iso-2022-jp", "cp037", "utf-7", "hz", "mac_cyrillic"]


def encoded(page, random):
    """In some charset, which it may or may not declare; perhaps with bytes of noise."""
    said, made = random.choice(CHARSETS), random.choice(CHARSETS)
    if random.random() < 0.6:
        page = f'<meta charset="{said}">' + page
    data = bytearray(page.encode(made, random.choice(("replace", "ignore", "xmlcharrefreplace"))))
    for _ in range(random.choice((0, 0, 1, 30))):
        at = random.randrange(len(data) + 1)
        data[at:at] = random.randbytes(random.choice((1, 2, 40)))
    return bytes(data)


def run(binary, count, seed, folder, jobs, say):
    """Returns a list of what went wrong with so many mutated pages; every tenth batch goes through all layers, every eighth
    through an archive in changed charsets."""
    found = [body.decode("utf-8", "replace") for _, body in archive.pages()]
    # Saved pages are ten times as large as the samples: one batch in four is of them.
    saved = [body.decode("utf-8", "replace") for _, body in archive.pages(folder)] if folder else found
    batches = range((count + BATCH - 1) // BATCH)
    problems, slowest, done = [], 0.0, 0
    with tempfile.TemporaryDirectory(prefix="copydesk-mutants-") as work, ThreadPoolExecutor(jobs) as pool:
        def one(number):
            return batch(binary, Path(work) / str(number), number, Random(f"{seed}-{number}"), saved if number % 4 == 3 else found)

        for number, (wrong, seconds) in zip(batches, pool.map(one, batches)):
            problems += wrong
            for problem in wrong:
                say(f"! {problem}")
            slowest, done = max(slowest, seconds), done + BATCH
            if number % 40 == 39:
                say(f"{done} pages, {len(problems)} problems, the slowest batch took {slowest:.1f} s")
    say(f"{done} pages, {len(problems)} problems, the slowest batch took {slowest:.1f} s")
    return problems


def batch(binary, path, number, random, found):
    pages = [mutated(random.choice(found), random.choice(found), random) for _ in range(BATCH)]
    is_archive = number % 8 == 5
    path = path.with_suffix(".warc" if is_archive else ".jsonl")
    with open(path, "wb") as out:
        for index, page in enumerate(pages):
            if is_archive:
                out.write(archive.response(4 * index, f"https://example.org/{index}", encoded(page, random), random))
            else:
                page = page.encode("utf-8", "replace").decode()
                out.write(json.dumps({"id": str(index), "html": page}, ensure_ascii=False).encode() + b"\n")
    layers = [] if number % 10 == 7 else ["--layers", "none"]
    wrong, seconds = check(binary, path, layers)
    kept = ""
    if wrong:
        kept = f"; the pages are in /tmp/copydesk-mutants-{number}{path.suffix}"
        Path(f"/tmp/copydesk-mutants-{number}{path.suffix}").write_bytes(path.read_bytes())
    path.unlink()
    return [f"batch {number}: {problem}{kept}" for problem in wrong], seconds


def check(binary, path, layers):
    """(what is wrong with the records of a file of pages, seconds)"""
    command = [binary, "--quiet", "--jobs", "1", "--timeout-per-doc", str(SECONDS_PER_DOCUMENT), *layers, str(path)]
    start = monotonic()
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS_PER_BATCH)
    except subprocess.TimeoutExpired:
        return [f"no end after {SECONDS_PER_BATCH} s"], SECONDS_PER_BATCH
    seconds = monotonic() - start
    lines = done.stdout.split(b"\n")[:-1]
    wrong = []
    if done.returncode != 0:
        wrong.append(f"ended with {done.returncode} after {len(lines)} records: {done.stderr[-200:]!r}")
    elif len(lines) != BATCH:
        wrong.append(f"{len(lines)} records")
    for index, line in enumerate(lines):
        record = json.loads(line)
        wrong += [f"page {index}: {problem}" for problem in unsound(record)]
    return wrong, seconds


DATE = re.compile(r"(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?)?")
# Controls and direction marks: nobody sees them, terminals obey them.
UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST = {"title": 1000, "site": 200, "url": 2000, "byline": 4000, "language": 35}


def unsound(record):
    """What no page may do to its record."""
    if record["error"]:
        yield f"error {record['error']}"
    for key, limit in LONGEST.items():
        value = record[key]
        if value is not None and (len(value.encode("utf-8", "surrogatepass")) > limit or UNSEEN.search(value) or not value.strip()):
            yield f"{key} is {value[:80]!r}, {len(value)} characters"
    for key in ("published", "modified"):
        if record[key] is not None and not DATE.fullmatch(record[key]):
            yield f"{key} is {record[key]!r}"
    if UNSEEN.search(record["text"].replace("\n", "")):
        yield "the text has controls"

"""Pages that nobody writes in good faith: for each kind, a function of a size in bytes that gives the page.

All of it is invented. A kind is a unit repeated, a counter in it where equal ones would be too kind, and what stands around.
"""

import base64
import json
import random

STORY = (
    "<p>The ferry between the two harbours sails again after three years, the port's office said on Tuesday, and the first "
    "boat leaves at six in the morning.</p><p>Engineers replaced both ramps, widened the road to the pier and added forty "
    "places for bicycles, which had been asked for since the line was closed.</p>")
HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry line opens again</title>'
PAGE = HEAD + "</head><body><article><h1>Ferry line opens again</h1>" + STORY


def repeated(unit, size):
    """The unit, numbered where it has a `%d`, as often as it takes."""
    if "%d" not in unit:
        return unit * max(1, size // max(1, len(unit.encode())))
    parts, made, number = [], 0, 0
    while made < size:
        part = unit.replace("%d", str(number))
        parts.append(part)
        made += len(part)
        number += 1
    return "".join(parts)


def around(unit, before=PAGE, after="</article></body></html>"):
    return lambda size: before + repeated(unit, size) + after


def head(unit, opened="", closed=""):
    """In the head, before an article."""
    return lambda size: HEAD + opened + repeated(unit, size) + closed + PAGE[len(HEAD):]


def title(unit):
    return lambda size: f"<html><head><title>{repeated(unit, size)}</title></head><body><h1>Ferry line opens again</h1>{STORY}"


def nested(tag, depth=500, inside="a<br><br>"):
    return lambda size: PAGE + f"<{tag}>" * depth + repeated(inside, size) + f"</{tag.split()[0]}>" * depth + STORY


def data(value):
    """A page with JSON-LD of about that size."""
    return lambda size: HEAD + '<script type="application/ld+json">' + value(size) + "</script>" + PAGE[len(HEAD):]


def article(**members):
    return json.dumps({"@type": "NewsArticle", "headline": "Ferry line opens again", **members})


def authors(size):
    return [{"@type": "Person", "name": f"Ada Example{chr(97 + n % 26)}{n}"} for n in range(size // 48)]


def names(size):
    """Names of people without figures: what a byline takes for a name."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [f"Ada {''.join(letters[n // 26 ** k % 26] for k in range(4)).capitalize()}" for n in range(size // 9)]


def markup_noise(size):
    rng, out, made = random.Random(5), [], 0
    tags = ["div", "p", "b", "table", "tr", "td", "li", "ul", "a href=x", "h1", "h2", "form", "svg", "button", "time", "figure"]
    while made < size:
        tag = rng.choice(tags)
        part = rng.choice((f"<{tag}>", f"</{tag.split()[0]}>", "word ", "A sentence of some words, and a stop. ", "<br>"))
        out.append(part)
        made += len(part)
    return PAGE + "".join(out)


def latin(size):
    line = bytes(range(0x20, 0x100)).replace(b"<", b" ").replace(b"&", b" ")
    return HEAD.encode().replace(b"utf-8", b"windows-1252") + b"<body><p>" + (line + b" and some words, said he. ") * (size // 250)


KINDS = {
    # What the newer rules look at: escapes in scripts, articles of one form, boxes in a row, links around sentences, marks of authors.
    "scripts with escapes": around("<script><!--<script></script>"),
    "scripts that escape to the end": around("<script><!--<script>"),
    "articles of one form": around("<article class=s><h2>Ferry %d</h2><p>" + "The ferry sails again after three years, the port said. " * 3 + "</p></article>"),
    "boxes without twins": around("<div class=b%d><h3><a href=/a>Ferry line opens again</a></h3><div>The ferry sails again after three years, the port said.</div></div>"),
    "sentences that are links": around("<p><a href=/%d>The ferry between the two harbours sails again after three years, the port's office said.</a></p>"),
    "linked headings": around("<h2><a href=/%d>Ferry line</a></h2><p>The ferry sails again after three years, the port said.</p>"),
    "authors in rows": around("<span class=by__name rel=author>Ada Example %d</span>"),
    "labels of authors": around("<p>Author:</p><p>ferry %d</p>"),
    "captions": around("<div><img><p>The ferry in the harbour, seen on Tuesday %d (Press/Jim Field)</p></div>"),
    "readings": around("<ruby>橋<rt>はし</rt></ruby>"),
    "readings never closed": around("<ruby>橋<rt>はし"),
    "noscript without an article": lambda size: HEAD + "</head><body>" + repeated("<noscript><a href=/%d>a</a></noscript>", size),
    "frames without an article": lambda size: HEAD + "</head><body>" + repeated("<iframe srcdoc='<a href=/%d>a</a>'>", size),
    "shadow trees": around("<x-a><template shadowrootmode=open><p>Ferry %d</p></template></x-a>"),
    # Titles, bylines, sites.
    "title of bars": title("a | "),
    "title of dashes": title("word - "),
    "title of different bars": title("Part %d | "),
    "title of one word": title("x"),
    "title of commas": title(","),
    "og:title of bars": head("a | ", '<meta property="og:title" content="', '">'),
    "site of 1": head("The Harbour Post ", '<meta property="og:site_name" content="', '">'),
    "titles, many": head("<title>Ferry line %d</title>"),
    "description": head("The ferry sails again, ", '<meta name="description" content="', '">'),
    "description and paragraphs": lambda size: (
        HEAD + f'<meta name="description" content="{repeated("the ferry aaaaaaaa ", size // 2)}"></head><body><h1>Ferry line opens again</h1>'
        + repeated("<div>the ferry aaaaaaab aaaaaaaa aaaaaaa aaaaa</div>", size // 2) + STORY),
    "author, and": head("Ada Example and ", '<meta name="author" content="', '">'),
    "author, different": lambda size: HEAD + f'<meta name="author" content="{" and ".join(names(size))}">' + PAGE[len(HEAD):],
    "author, commas": head(",", '<meta name="author" content="', '">'),
    "author, By": head("By by ", '<meta name="author" content="', '">'),
    "author, semicolons": head("Ada Example%d; ", '<meta name="author" content="', '">'),
    "author, tags": head('<meta name="author" content="Ada Example%d">'),
    "author elements": around('<span class="author">Ada Example%d</span> '),
    "author links": around('<a href="/author/%d">Ada Example%d</a> '),
    "author in one run": around("Ada Example and ", PAGE + '<a href="/author/x">', "</a>" + STORY),
    "authors of data": data(lambda size: article(author=authors(size))),
    "author names of data": data(lambda size: article(author=names(size))),
    "author string of data": data(lambda size: article(author={"name": ", ".join(names(size))})),
    "byline lines": around("<p>By Ada Example%d</p>"),
    "end notes and authors": lambda size: (
        HEAD + f'<meta name="author" content="{"; ".join(names(size // 2))}"></head><body><h1>Ferry line opens again</h1>'
        + repeated("<p>Ada Aaaa walks to the harbour again, and sits there.</p>", size // 2)),
    # The head.
    "meta tags": head('<meta name="x%d" content="y">'),
    "meta dates": head('<meta property="article:published_time" content="2023-09-%d">'),
    "links": head('<link rel="canonical" href="https://example.org/%d">'),
    "canonical of 1": head("a/", '<link rel="canonical" href="https://example.org/', '">'),
    "canonical of years": head("/2023/dec/", '<link rel="canonical" href="https://example.org/', '">'),
    "canonical of http": head("http", '<link rel="canonical" href="https://example.org/', '">'),
    "canonical of dots": head("a.", '<link rel="canonical" href="https://', '">'),
    "language of 1": around("a-", '<html lang="en-', '"><body>' + STORY),
    "charsets, many": head('<meta charset="windows-1251">'),
    "no head, no body": lambda size: repeated("<meta><b>x", size),
    # Attributes.
    "attributes": around(" a%d=1", PAGE + "<div", ">x</div>"),
    "kept attributes": around(" class=a", PAGE + "<div", ">x</div>"),
    "kept attributes, many blocks": lambda size: (
        PAGE + "<div" + repeated(" class=a", size // 2) + ">" + repeated("The ferry %d sails again, they said on Tuesday, and so on. <br><br>", size // 2) + "</div>"),
    "attribute of 1": around("x > y ", PAGE + '<div data-state="', '">x</div>'),
    "class of 1, many blocks": lambda size: (
        PAGE + '<div class="' + repeated("a%d ", size // 2) + '">' + repeated("The ferry %d sails again, they said on Tuesday, and so on. <br><br>", size // 2) + "</div>"),
    "style of 1": around("display: non; ", PAGE + '<div style="', '">x</div>'),
    "references in an attribute": around("&amp;&#123456789;&", PAGE + '<div class="', '">x</div>'),
    "unclosed quotes": around('<a href="x>y ', PAGE),
    "unclosed quotes of both kinds": around("<a x='b\" y=\"c' >w ", PAGE),
    "one unclosed quote": around("<a x=y>w ", PAGE + '<a href="'),
    "spaces in a tag": around(" ", PAGE + "<a", ">x</a>"),
    "slashes in a tag": around("/", PAGE + "<a", ">x</a>"),
    "equals in a tag": around("=", PAGE + "<a", ">x</a>"),
    # Elements.
    "unclosed divs": around("<div>a"),
    "unclosed inline": around("<b>a "),
    "ends without starts": around("</b></div>"),
    "ends of the unknown, deep": lambda size: PAGE + "<i>" * 500 + repeated("</u>", size),
    "rules, deep": lambda size: "<i>" * 500 + repeated("<hr>", size),
    "mismatched": around("<b><i>a</b></i> "),
    "tables in tables": around("<table><tr><td>a"),
    "cells": around("<td>a"),
    "links in links": around("<a href=x>a"),
    "lists": around("<ul><li>a"),
    "items": around("<li>Some words here now"),
    "headings": around("<h1>Title of it %d</h1>"),
    "headings without ends": around("<h2>a<h3>b"),
    "headlines, nearly equal": around("<h1>Ferry line opens agai</h1><p>Ferry line opens again %d</p>"),
    "named headlines": around('<p class="headline">Ferry line opens agaim aaaaaaaaaa</p>', HEAD + '<meta property="og:title" content="'
                              + "a" * 900 + '"></head><body>' + STORY),
    "times": around("<time>1</time>"),
    "times, dated": around('<time datetime="2023-09-30T12:01:%d">x</time>'),
    "times, nested": nested("time", inside="<br>"),
    "times, nested, long": nested("time", inside="word "),
    "dated lines": around("1<br><br>", PAGE + '<div class="date">' + "".join(f"<i>{'x' * 390}</i>" for _ in range(30)), "</div>" + STORY),
    "days": around("<p>30.9.%d"),
    "figures, nested": nested("figure", inside="<i>a</i>"),
    "figures with a table at the end": lambda size: (
        PAGE + STORY * 40 + "<figure>" * 500 + repeated("<i></i>", size) + "<table></table>" + "</figure>" * 500),
    "named as authors, nested": nested("b class=author", inside="some words of text "),
    "comments, named": nested('div class="comments"'),
    "article bodies, nested": nested('div itemprop="articleBody"', inside="The ferry sails again, they said. <br><br>"),
    "article bodies": around('<p itemprop="articleBody">The ferry sails again, they said, and it is true.</p>'),
    "related headings, deep": nested("section", inside="<h3>Related</h3><p>The ferry sails again, they said, and so on.</p>"),
    "deep, one letter": nested("div", inside="<p>a"),
    "deep, prose": nested("div", inside="<p>The ferry sails again, they said, and so on.</p>"),
    "deeper than let through": around("<div>", PAGE, "<p>x" + STORY),
    "breaks": around("<br>"),
    "empty paragraphs": around("<p>"),
    "one-letter paragraphs": around("<p>a"),
    "one-word paragraphs": around("<p>word</p>"),
    "one paragraph": around("The ferry sails again, they said, and so on. ", PAGE + "<p>"),
    "one word": around("x", PAGE + "<p>"),
    "equal paragraphs": around("<p>The ferry sails again, they said on Tuesday, and so on and on.</p>"),
    "paragraphs": around("<p>The ferry %d sails again, they said on Tuesday, and so on and on.</p>"),
    "unread": around("<button>a</button><select>b</select><textarea>c</textarea>"),
    "unread, unclosed": around("<button><select><textarea><iframe><noscript><canvas>"),
    "drawings": around("<svg><path d=x></svg>a"),
    "drawings, unclosed": around("<svg>"),
    "drawings without a bracket": around("<svg", PAGE + "<svg>"),
    "drawings with one bracket": around("<svg ", PAGE + "<svg>", "/>"),
    "templates, nested": around("<template>"),
    "scripts": around("<script>x</script>"),
    "script of ends": around("</", PAGE + "<script>"),
    "script of false ends": around("</scrip>", PAGE + "<script>"),
    "styles": around("<style>a{b:c}</style>"),
    "custom elements": around("<x-%d>a</x-%d>"),
    "body tags": around("<body class=a>", ""),
    "html tags": around("<html lang=en>", ""),
    "noise": markup_noise,
    # Text.
    "comments without end": around("<!--"),
    "comments": around("<!-- x -->"),
    "comments, nearly closed": around("<!-- -- > --!>"),
    "sections": around("<![CDATA["),
    "instructions": around("<?"),
    "ampersands": around("&"),
    "references": around("&eacute;"),
    "references, numeric": around("&#8217;"),
    "references, unclosed": around("&amp&lt&#39"),
    "references, unknown": around("&abcdefghijkl;"),
    "reference of 1": around("1", PAGE + "<p>&#"),
    "reference, hexadecimal": around("f", PAGE + "<p>&#x"),
    "references, escaped twice": around("&amp;#150;&amp;amp;", PAGE + "<p>"),
    "less than": around("<"),
    "less than, slash": around("</"),
    "NULs": around("a\0"),
    "NULs alone": around("\0"),
    "controls": around("\u0080\u0085\u009f", PAGE + "<p>"),
    "controls of C0": around("a\x01\x1b", PAGE + "<p>"),
    "mojibake": around("Ã©", PAGE + "<p>"),
    "mojibake, words": around("cafÃ© ", PAGE + "<p>"),
    "mojibake, lines": around("<p>cafÃ©\n", PAGE),
    "mojibake, four layers": around("".join(chr(b) for b in "Ã©".encode()).encode().decode("utf-8") + "Ãƒâ€šÃ‚Â© ", PAGE + "<p>"),
    "mojibake, begun": around("Ã", PAGE + "<p>"),
    "mojibake, Cyrillic": around("Ð’ÑƒÑ‡Ð¸Ñ› ", PAGE + "<p>"),
    "mojibake, doubtful": around("Ä£ ", PAGE + "<p>"),
    "joiners": around("\u200d", PAGE + "<p>"),
    "byte order marks": around("\ufeff", PAGE + "<p>"),
    "marks": around("\u0301\u0316", PAGE + "<p>e"),
    "marks on letters": around("e\u0301 ", PAGE + "<p>"),
    "soft hyphens": around("\u00ad", PAGE + "<p>a"),
    "right to left": around("\u202ea\u202c", PAGE + "<p>"),
    "ideographs": around("国際港湾。", PAGE + "<p>"),
    "pictures": lambda size: PAGE + '<img src="data:image/png;base64,' + base64.b64encode(random.Random(1).randbytes(size * 3 // 4)).decode() + '">',
    "spaces": around(" "),
    "lines": around("\n", PAGE + "<pre>"),
    "phrases": around("<p>Read more</p><p>Advertisement</p>"),
    "follow us": around("<p>Follow us on Instagram and subscribe to our newsletter</p>"),
    "clocks": around("<p>0:00 0:00</p>"),
    # Data.
    "data, deep arrays": data(lambda size: "[" * (size // 2) + "]" * (size // 2)),
    "data, deep objects": data(lambda size: '{"@graph":' * (size // 11) + "1" + "}" * (size // 11)),
    "data, wide array": data(lambda size: "[" + "1," * (size // 2) + "1]"),
    "data, array of arrays": data(lambda size: "[" + "[1]," * (size // 4) + "1]"),
    "data, array of strings": data(lambda size: "[" + '"a",' * (size // 4) + "1]"),
    "data, array of objects": data(lambda size: "[" + '{"a":1},' * (size // 8) + "1]"),
    "data, articles": data(lambda size: json.dumps([{"@type": "NewsArticle", "headline": f"Line {n}"} for n in range(size // 50)])),
    "data, members": data(lambda size: '{"@type":"NewsArticle"' + repeated(',"k%d":1', size) + "}"),
    "data, one key": data(lambda size: '{"@type":"NewsArticle"' + repeated(',"@graph":{}', size) + "}"),
    "data, types": data(lambda size: json.dumps({"@type": ["NewsArticle"] * (size // 15), "headline": "Ferry"})),
    "data, ids": data(lambda size: json.dumps({"@graph": [{"@id": f"#{n}", "name": f"Ada {n}"} for n in range(size // 40)]})),
    "data, body": data(lambda size: article(articleBody="The ferry sails again, they said, and so on. " * (size // 45))),
    "data, body of paragraphs": data(lambda size: article(articleBody="<p>The ferry sails again, they said. " * (size // 36))),
    "data, body of lines": data(lambda size: article(articleBody="a\n" * (size // 3))),
    "data, body alone": lambda size: (
        '<html><head><script type="application/ld+json">' + article(articleBody="The ferry sails again, they said, and so on. " * (size // 45))
        + "</script></head><body><p>x</p></body></html>"),
    "data, headline": data(lambda size: article(name="x") .replace("Ferry line opens again", "a | " * (size // 4))),
    "data, escapes": data(lambda size: article(articleBody="é国\0\"" * (size // 19))),
    "data, scripts": head('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x%d"}</script>'),
    "data, braces": data(lambda size: "{" + "}" * size),
    "next data": head('{"props":{"id":%d,"html":"\\u003cp\\u003e"}},', '<script id="__NEXT_DATA__" type="application/json">[', "1]</script>"),
    # Charsets.
    "UTF-16": lambda size: (PAGE + repeated("<p>The ferry sails again, they said.", size // 2)).encode("utf-16"),
    "UTF-16, halves of pairs": lambda size: "<p>ab".encode("utf-16") + b"\x00\xd8" * (size // 2),
    "UTF-16, no mark": lambda size: (PAGE + repeated("<p>The ferry sails again.", size // 2)).encode("utf-16-le"),
    "windows-1252": latin,
    "windows-1252, undeclared": lambda size: latin(size).replace(b"windows-1252", b"utf-8"),
    "bytes of the upper half": lambda size: PAGE.encode() + bytes(range(0x80, 0x100)) * (size // 128),
    "bytes, random": lambda size: PAGE.encode() + random.Random(3).randbytes(size),
    "shift_jis": lambda size: (HEAD.replace("utf-8", "shift_jis") + repeated("<p>国際港湾の船は、再び出る。", size * 2 // 3)).encode("shift_jis"),
    "iso-2022-jp": lambda size: (HEAD.replace("utf-8", "iso-2022-jp") + repeated("<p>国際a", size // 3)).encode("iso-2022-jp"),
    "UTF-8 with holes": lambda size: PAGE.encode() + "čaša \u2019 ".encode()[:-2] * (size // 10),
}

# Worth a run through all layers as well.
LAYERED = ["one-word paragraphs", "one paragraph", "headings", "title of bars", "mojibake, words", "noise", "times", "data, body alone"]


def page(kind, size):
    made = KINDS[kind](size)
    return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")

"""Clicks through a report in headless Chromium. Run by scripts/check-view."""
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from browser import Browser

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1280, 860), (390, 844)


def copydesk(*arguments, input=None):
    return subprocess.run([BINARY, *map(str, arguments)], cwd=ROOT, input=input, check=True, capture_output=True).stdout


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


async def texts(page, selector):
    return await page.js(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.textContent)")


async def count(page, selector):
    return await page.js(f"document.querySelectorAll({json.dumps(selector)}).length")


async def click_through(page, address, records):
    await page.look(*DESKTOP)
    await page.open(address)
    expect(await count(page, ".list button") == len(records), "every document is in the list")

    # A document, its layers, a fact.
    index = next(i for i, r in enumerate(records) if r["quotes"] and r["quantities"] and r["times"])
    record = records[index]
    await page.click(".list button", index)
    shown = await page.js("document.querySelector('.text').textContent")
    expect(shown == record["text"], "the text is the record's")
    for layer in ("entities", "quantities", "times", "quotes"):
        before = await count(page, f".text .{layer}")
        expect(before >= len({f["start"] for f in record[layer]}), f"every one of the {layer} is marked")
        await page.click(f"[data-layer={layer}]")
        expect(await count(page, f".text .{layer}") == 0, f"{layer} can be switched off")
        await page.click(f"[data-layer={layer}]")
        expect(await count(page, f".text .{layer}") == before, f"{layer} can be switched on again")
    for fact in record["quantities"]:
        marked = await texts(page, f".text [data-fact={fact['id']}]")
        expect("".join(marked) == fact["text"], f"{fact['id']} is {fact['text']!r}, not {marked!r}")
    fact = record["quantities"][0]
    await page.click(f".text [data-fact={fact['id']}]")
    expect(fact["rule"] in await page.js("document.getElementById('facts').textContent"), "its rule is told")
    await page.press("Escape")
    expect(await count(page, "#facts") == 0, "Escape closes it")

    # By keyboard alone: it opens, and the focus stays.
    await page.press("Enter", "\r")
    expect(await count(page, "#facts") == 1, "Enter opens the fact that has the focus")
    await page.press("Escape")

    # Search over the documents.
    await page.press("/", "/")
    await page.type(record["text"].split("\n")[0][:30])
    found = await texts(page, ".list button")
    expect(0 < len(found) < len(records), "the search leaves some documents")

    # Names: filter, sort, go to the documents.
    await page.click("[data-view=names]")
    names = {(e["type"], e["link"] or e["name"]) for r in records for e in r["entities"]}
    expect(str(len(names)) in (await page.js("document.getElementById('count').textContent")).replace(",", ""), "all names are counted")
    await page.js("(() => { const s = document.getElementById('kind'); s.value = 'PER'; s.dispatchEvent(new Event('change')); })()")
    expect(set(await texts(page, "tbody td:nth-child(2)")) == {"PER"}, "only persons are left")
    await page.click("th button", 0)
    column = await texts(page, "tbody td:nth-child(1)")
    expect(column == await page.js(f"{json.dumps(column)}.sort((a, b) => a.localeCompare(b))"), "sorted by name")
    await page.click("tbody .go", 0)
    expect(column[0] in await page.js("document.getElementById('clear').textContent"), "the documents with that name")
    await page.click("#clear")
    expect(await count(page, ".list button") == len(records), "all documents again")

    # Quotes by speaker.
    await page.click("[data-view=quotes]")
    chip = (await texts(page, ".chips button"))[0]
    await page.click(".chips button")
    speaker, number = chip.rsplit(" ", 1)
    expect(set(await texts(page, ".quote strong")) == {speaker}, "only that speaker")
    expect(await count(page, ".quote") == int(number), "as many quotes as the button says")
    await page.click(".quote .go")
    expect(await count(page, ".text .on") > 0, "the quote is shown in its document")

    # Quantities sort by number, not by letters.
    await page.click("[data-view=quantities]")
    await page.click("th button", 0)
    values = await page.js("[...document.querySelectorAll('tbody td:nth-child(1)')].map((e) => parseFloat(e.textContent.replace(/[^0-9.–-]/g, '')))")
    expect(all(a is None or b is None or a <= b for a, b in zip(values, values[1:])), "sorted by amount")

    # Timeline.
    await page.click("[data-view=times]")
    bars = await texts(page, ".bars g title")
    tallest = max(range(len(bars)), key=lambda i: int(bars[i].rsplit(" ", 1)[1]))
    await page.click(".bars g", tallest)
    expect(await count(page, "tbody tr") == min(100, int(bars[tallest].rsplit(" ", 1)[1])), "the bar's times are listed")

    # Map: zoom, a place, its documents.
    await page.click("[data-view=map]")
    box = await page.js("document.getElementById('map').getAttribute('viewBox')")
    await page.click("[aria-label='Zoom in']")
    expect(await page.js("document.getElementById('map').getAttribute('viewBox')") != box, "it zooms")
    await page.click("[aria-label='Whole world']")
    name = (await page.js("document.querySelector('#map circle:last-of-type').getAttribute('aria-label')")).rsplit(":", 1)[0]
    await page.js("document.querySelector('#map circle:last-of-type').focus()")
    await page.press("Enter", "\r")
    expect(name in await page.js("document.getElementById('place').textContent"), "the place is named")
    await page.click("#place button")
    expect(0 < await count(page, ".list button") < len(records), "the documents of the place")

    # The address holds the place: going back and coming again.
    await page.open(f"{address}#/documents/{index}/{fact['id']}")
    expect("".join(await texts(page, ".text .on")) == fact["text"], "an address leads to a fact")


CONTRAST = """(() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; })
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility() || e.closest('script, style, noscript') || ![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(parse(e.closest('svg') ? style.fill : style.color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) bad.push(`${e.tagName}.${e.getAttribute('class')} ${ratio.toFixed(2)}`);
  }
  return [...new Set(bad)];
})()"""

UNNAMED = """[...document.querySelectorAll('button, input, select, a, [role=button]')].filter((e) => e.checkVisibility() &&
  !(e.textContent.trim() || e.getAttribute('aria-label'))).map((e) => e.outerHTML.slice(0, 80))"""


async def looks(page, address, folder):
    """Contrast, names of controls and the width of the page, in every view, width and scheme."""
    views = ["documents", "documents/0/e0", "names", "quotes", "quantities", "times", "map"]
    for label, size, dark in (("desktop", DESKTOP, False), ("desktop-dark", DESKTOP, True), ("phone", PHONE, False), ("phone-dark", PHONE, True)):
        await page.look(*size, dark=dark, mobile=size == PHONE)
        for view in views:
            await page.open(f"{address}#/{view}")
            where = f"{view}, {label}"
            bad = await page.js(CONTRAST)
            expect(not bad, f"{where}: too little contrast: {bad[:5]}")
            unnamed = await page.js(UNNAMED)
            expect(not unnamed, f"{where}: controls without a name: {unnamed[:3]}")
            wide = await page.js("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            expect(wide <= 0, f"{where}: {wide} pixels wider than the window")
            if folder:
                await page.screenshot(folder / f"{label}-{view.replace('/', '-')}.png")


async def thousand(page, address):
    """A thousand documents: how long until it is there, until a view is, until a search is."""
    await page.look(*DESKTOP)
    began = time.monotonic()
    await page.open(address)
    taken = {"open": time.monotonic() - began}
    for view in ("names", "quotes", "quantities", "times", "map", "documents"):
        taken[view] = await page.js(f"(() => {{ const t = performance.now(); document.querySelector('[data-view={view}]').click(); document.body.offsetHeight; return (performance.now() - t) / 1000; }})()")
    taken["search"] = await page.js("(() => { const t = performance.now(); const s = document.getElementById('search'); s.value = 'kosovo'; s.dispatchEvent(new Event('input')); document.body.offsetHeight; return (performance.now() - t) / 1000; })()")
    print("a thousand documents:", " ".join(f"{name} {value:.2f} s" for name, value in taken.items()))
    expect(taken["open"] < 20 and max(value for name, value in taken.items() if name != "open") < 3, "it stays usable")


async def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lines = copydesk("Corpus/pages", "seeds/pages")
        # Markup in a text must stay text, and letters beyond the first plane must not move a mark.
        nasty = json.dumps({"id": "nasty", "text": "</script><img src=x onerror=alert(1)> 😀😀 Some 40 soldiers came on Friday. “We saw 7 😀 trucks,” Maria Keller said."})
        lines += copydesk("--in", "jsonl", "--verbatim", "-", input=nasty.encode())
        records = [json.loads(line) for line in lines.splitlines()]
        copydesk("view", "-o", folder / "report.html", input=lines)
        thousand_lines = b"".join(lines.splitlines(True)[number % len(records)] for number in range(1000))
        copydesk("view", "-o", folder / "thousand.html", input=thousand_lines)
        shots = Path(sys.argv[2]) if len(sys.argv) > 2 else None
        async with Browser() as page:
            address = f"file://{folder}/report.html"
            await click_through(page, address, records)
            await page.open(f"{address}#/documents/{len(records) - 1}")
            expect(await page.js("document.querySelector('.text').textContent") == records[-1]["text"], "markup stays text")
            await looks(page, address, shots)
            await thousand(page, f"file://{folder}/thousand.html")
            expect(not page.errors, f"errors in the page: {page.errors[:3]}")
            strange = {url for url in page.requests if not url.startswith(("file://" + scratch, "about:blank"))}
            expect(not strange, f"it asked for {strange}")
    print("check-view: all good")


BINARY = sys.argv[1]
asyncio.run(main())

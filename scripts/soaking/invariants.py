"""What holds for any record, whatever its text."""

LAYERS = ("entities", "quantities", "times", "quotes")


class Slicer:
    """Parts of a text by offsets in any of the three units."""

    def __init__(self, record):
        text, unit = record["text"], record["offsets"]
        self.width, self.encoding = {"codepoint": (1, None), "utf8": (1, "utf-8"), "utf16": (2, "utf-16-le")}[unit]
        self.data = text.encode(self.encoding) if self.encoding else text
        self.count = len(self.data) // self.width

    def part(self, start, end):
        part = self.data[start * self.width:end * self.width]
        return part.decode(self.encoding, "replace") if self.encoding else part


def problems(record):
    """What does not hold, as short lines."""
    found, slicer, ids = [], Slicer(record), set()
    count, sentences = slicer.count, record["sentences"]
    last = 0
    for sentence in sentences:
        if not last <= sentence["start"] < sentence["end"] <= count:
            found.append(f"sentence {sentence}")
        last = sentence["end"]

    def span(what, part, text=True):
        if not 0 <= part["start"] < part["end"] <= count:
            found.append(f"{what}: {part['start']}…{part['end']} of {count}")
        elif text and slicer.part(part["start"], part["end"]) != part["text"]:
            found.append(f"{what}: the text is not that of {part['start']}…{part['end']}")

    for layer in LAYERS:
        before = (-1, 0)
        for fact in record[layer]:
            what = f"{layer} {fact['id']}"
            span(what, fact)
            if fact["id"] in ids:
                found.append(f"{what}: twice")
            ids.add(fact["id"])
            if not 0 <= fact["conf"] <= 1:
                found.append(f"{what}: conf {fact['conf']}")
            if not 0 <= fact["sent"] < len(sentences) or not (
                    sentences[fact["sent"]]["start"] <= fact["start"] < sentences[fact["sent"]]["end"]):
                found.append(f"{what}: sent {fact['sent']}")
            if (fact["start"], -fact["end"]) < before:
                found.append(f"{what}: out of order")
            before = (fact["start"], -fact["end"])
    found += crossings(record["quotes"], "quotes")
    for quote in record["quotes"]:
        for key in ("speaker", "cue", "clause"):
            if quote.get(key) and quote[key].get("start") is not None:
                span(f"{quote['id']}: {key}", quote[key], text=key != "clause")
        parent = quote.get("parent")
        if parent and parent not in ids:
            found.append(f"{quote['id']}: no parent {parent}")
    return found


def crossings(facts, layer):
    open_ends, found = [], []
    for fact in facts:
        while open_ends and open_ends[-1] <= fact["start"]:
            open_ends.pop()
        if open_ends and fact["end"] > open_ends[-1]:
            found.append(f"{layer} {fact['id']}: crosses another")
        open_ends.append(fact["end"])
    return found

"""What the gold says of a stretch of text: sets of words, as the scorer of the data compares them."""

import re
import unicodedata

WORD = re.compile(r"\w+(?:['’`]\w+)*")


class GoldDocument:
    """One line of the gold; offsets that come in are bytes."""

    def __init__(self, row):
        text = row["text"]
        self.position, place = {}, 0
        for index, letter in enumerate(text):
            self.position[place] = index
            place += len(letter.encode())
        self.position[place] = len(text)
        self.words = [match.span() for match in WORD.finditer(text)]
        self.quotes = []
        for quote in row["quotes"]:
            covered = self._words(quote["start"], quote["end"])
            if covered:
                self.quotes.append((covered, quote))
        # A clause that its attribution interrupts is one report of the engine and several pieces of the gold.
        groups = {}
        for covered, quote in self.quotes:
            if quote.get("group") is not None and quote["kind"] == "indirect" and not quote.get("nested"):
                groups.setdefault(quote["group"], []).append((covered, quote))
        self.quotes += [(set().union(*(covered for covered, _ in pieces)), pieces[0][1]) for pieces in groups.values() if len(pieces) > 1]

    def _words(self, start, end):
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle][1] <= start:
                low = middle + 1
            else:
                high = middle
        found = set()
        while low < len(self.words) and self.words[low][0] < end:
            found.add(low)
            low += 1
        return found

    def _bytes(self, start, end):
        return self._words(self.position[start], self.position[end])

    def is_speech(self, start, end):
        """1 for speech, 0 for none, None where the gold does not say."""
        words = self._bytes(start, end)
        if not words:
            return None
        all_ = [quote for covered, quote in self.quotes
                if len(covered & words) >= 0.8 * len(words) and not quote.get("nested")]
        if all_:
            mental = all(quote.get("speech") is False or quote.get("clause") is False for quote in all_)
            return None if mental else 1
        return None if any(covered & words for covered, _ in self.quotes) else 0

    def quote(self, kind, start, end):
        """The gold quote that is meant: by what it shares, for indirect speech in proportion to both."""
        words = self._bytes(start, end)
        share = lambda covered: len(covered & words) / max(1, len(covered | words) if kind == "indirect" else len(words))
        best = max((item for item in self.quotes if not item[1].get("nested")), key=lambda item: share(item[0]), default=None)
        return best[1] if best and share(best[0]) >= (0.6 if kind == "indirect" else 0.8) else None

    def is_speaker(self, quote, start, end, name):
        """Whether a candidate is the speaker of a gold quote: its words, or its name."""
        speaker = quote.get("speaker")
        if not speaker:
            return False
        if self._words(speaker["start"], speaker["end"]) & self._bytes(start, end):
            return True
        return bool(speaker.get("name")) and speaker.get("name_source") != "auto" and same_name(speaker["name"], name)

    def is_right(self, kind, bounds, is_speaker):
        """Whether a found quote is one, with the right speaker where the gold has one."""
        quote = self.quote(kind, *bounds)
        if not quote:
            return False
        if kind == "indirect":
            words = self._bytes(*bounds)
            pieces = (covered for covered, other in self.quotes if other is quote)
            if not any(len(words & covered) >= 0.8 * len(words | covered) for covered in pieces):
                return False
        return is_speaker is not False or not quote.get("speaker")


def same_name(one, other):
    """Whether two names can be one: the same surname, and given names that do not differ."""
    fold = lambda s: "".join(c for c in unicodedata.normalize("NFKD", s.lower()) if not unicodedata.combining(c))
    x, y = (re.findall(r"[\w'’-]+", fold(name)) for name in (one, other))
    return bool(x and y) and x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])

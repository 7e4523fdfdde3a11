"""Makes texts that nobody wrote out of texts that somebody did, the same for the same seed."""

import re

# Words that rules go by, in the languages of the tables: alone, doubled and in chains.
REPORTING = """said says say told tells asked claims claimed warned reported reports report according to adding added
 that who which he she they it sagte sagt erklärte laut so dass meinte rekao rekla kaže kazao izjavio izjavila da kako
 рекао рекла каже да изјавио tha thotë deklaroi se sipas dedi söyledi göre açıkladı diye dit déclaré selon que dijo según
 afirmó сказал заявил что сообщил""".split()
NUMBERS = """0 1 2 3 7 10 12 24 31 100 1,000 1.000 3.5 3,5 ½ ¼ 1/2 10:30 9-11 2020-2021 1990s 1. 2.3.4 2024-05-02
 99999999999999999999 1e400 -5 +3 % $ € £ kg km km/h mph °C m² million billion milliardi Mio. hundred thousand dozen two
 three twenty-five five and a half million zwei drei tausend dva tri pet hiljada milion dy tre iki üç yüz bin milyon deux trois
 uno dos tres mil первый два три тысяч roughly about more than at least up to between and from to per""".split()
DATES = """Monday May March yesterday today tomorrow last next week month year years ago Q3 2024 1999 31 February 30
 September 2023 noon midnight a.m. p.m. o'clock early late mid-2020 gestern heute Montag Jänner juče danas ponedeljak јуче
 dje sot dün bugün lundi hier lunes ayer вчера 1st 2nd 22nd of the in on at since until""".split()
NAMES = """Mr. Mrs. Dr. Prof. President Minister Ana Berg Mira Dova John St. New York U.S. UN EU NATO de la von van der
 Jr. III al- Mc O' d' Kosovo Washington Paris Georgia Jordan Republic of the University Bank & Co. Ltd. Inc.""".split()
MARKS = list("\"'“”‘’„‚«»‹›()[]{}<>—–-‐−,;:.!?…·•*/\\|@#&`´′″") + ["--", "...", "''", "``", "?!", ". ", "\n", "\n\n", "\t"]
ODD = ["\u0301", "\u200d", "\u200b", "\u00ad", "\ufeff", "\u202e", "\u200f", "\u00a0", "\u2028", "\u0000", "\u0007", "\u0130",
       "ß", "ﬁ", "Ǆ", "İ", "ı", "ſ", "😀", "👩‍👩‍👧", "🇩🇪", "\U0010ffff", "\ufffd", "٣", "၃", "Ⅷ", "①", "中", "日本語", "한국", "שלום",
       "مرحبا", "ไทย", "हिन्दी", "Αθήνα", "საქართველო", "Ծ"]
WORDS = [REPORTING, NUMBERS, DATES, NAMES, MARKS, ODD]

_LATIN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш",
                  "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))
_LATIN.update({key.upper(): value.title() for key, value in list(_LATIN.items())})
_CYRILLIC = {value: key for key, value in _LATIN.items() if len(value) == 1}
TO_LATIN, TO_CYRILLIC = str.maketrans(_LATIN), str.maketrans(_CYRILLIC)
MARK = re.compile(r"[\"'“”‘’„‚«»‹›()\[\]—–\-,;:.!?]")


def prefix(text, random, _):
    parts = text.split(" ")
    return " ".join(parts[:random.randint(1, len(parts))])


def suffix(text, random, _):
    parts = text.split(" ")
    return " ".join(parts[random.randrange(len(parts)):])


def without_first(text, random, _):
    cut = re.search(r"[.!?…]\W*\s", text)
    return text[cut.end():] or text if cut else suffix(text, random, _)


def doubled(text, random, _):
    parts = text.split(" ")
    for _ in range(random.choice((1, 1, 3, 8))):
        at = random.randrange(len(parts))
        parts[at:at] = parts[at:at + random.choice((1, 2, 5))] * random.choice((1, 2, 12))
    return " ".join(parts)


def marks_exchanged(text, random, _):
    share = random.choice((0.2, 0.6, 1))
    return MARK.sub(lambda mark: random.choice(MARKS) if random.random() < share else mark[0], text)


def marks_added(text, random, _):
    parts = text.split(" ")
    for _ in range(random.choice((1, 3, 10))):
        at, mark = random.randrange(len(parts)), random.choice(MARKS[:20])
        parts[at] = random.choice((mark + parts[at], parts[at] + mark, f"{parts[at]} {mark}"))
    return " ".join(parts)


def other_case(text, random, _):
    change = random.choice((str.upper, str.lower, str.title, str.swapcase))
    if random.random() < 0.5:
        return change(text)
    return " ".join(change(part) if random.random() < 0.3 else part for part in text.split(" "))


def other_script(text, random, _):
    parts, table = text.split(" "), random.choice((TO_LATIN, TO_CYRILLIC))
    share = random.choice((0.3, 1))
    return " ".join(part.translate(table) if random.random() < share else part for part in parts)


def odd_added(text, random, _):
    for _ in range(random.choice((1, 3, 10))):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(ODD) + text[at:]
    return text


def shuffled(text, random, _):
    parts = text.split(" ")
    random.shuffle(parts)
    return " ".join(parts)


def spaces_changed(text, random, _):
    space = random.choice(("", "  ", "\n", "\t", "\u00a0", "\r\n", "\n\n"))
    return "".join(space if char == " " and random.random() < 0.3 else char for char in text)


def spliced(text, random, pool):
    other = random.choice(pool)[:4000]
    return text[:random.randint(0, len(text))] + random.choice(("", " ", "\n")) + other[random.randint(0, len(other)):]


def words_added(text, random, _):
    parts = text.split(" ")
    for _ in range(random.choice((1, 2, 5))):
        parts.insert(random.randint(0, len(parts)), random.choice(random.choice(WORDS)))
    return " ".join(parts)


def words_cut(text, random, _):
    share = random.choice((0.1, 0.5))
    return " ".join(part for part in text.split(" ") if random.random() > share) or text


def chain(text, random, _):
    """Nothing but words that rules go by."""
    lists = random.sample(WORDS, random.choice((1, 2, 3, len(WORDS))))
    parts = [random.choice(random.choice(lists)) for _ in range(random.choice((2, 5, 12, 40)))]
    chained = " ".join(parts)
    return random.choice((chained, f"{chained} {text[:200]}", f"“{chained}” {text[:80]}", chained.replace(" ", "")))


KINDS = [prefix, prefix, suffix, without_first, doubled, marks_exchanged, marks_added, marks_added, other_case, other_script,
         odd_added, shuffled, spaces_changed, spliced, words_added, words_cut, chain, chain]


def mutated(pool, random):
    text = random.choice(pool)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(KINDS)(text[:4000], random, pool)
    return text

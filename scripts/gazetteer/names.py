"""Keys: what a name looks like to the matcher (Sources/CopydeskFacts/Gazetteer/Skeleton.swift does the same)."""
import re
import unicodedata

CYRILLIC = dict(pair.split(":") for pair in (
    "а:a б:b в:v г:g д:d е:e ж:z з:z и:i ј:j к:k л:l м:m н:n о:o п:p р:r с:s т:t ћ:c у:u ф:f х:h ц:c ч:c џ:dz ш:s ђ:dj љ:lj њ:nj "
    "й:j щ:sc ъ: ы:y ь: э:e ю:ju я:ja ё:e ѓ:g ќ:k ѕ:dz ґ:g є:je і:i ї:ji").split())
LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "dj", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ə": "e"}


def skeleton(name):
    """Lower case, Latin, without diacritics; None if a letter of another script remains."""
    out = []
    for c in unicodedata.normalize("NFC", name.replace("’", "'").replace("‘", "'").replace("ʻ", "'")):
        c = c.lower() if c != "İ" else "i"
        for d in (c if len(c) == 1 else c[0]):
            if d in CYRILLIC: out.append(CYRILLIC[d])
            elif d in LATIN: out.append(LATIN[d])
            elif ord(d) < 128: out.append(d)
            else:
                base = unicodedata.normalize("NFD", d)[0]
                if base in LATIN: out.append(LATIN[base])
                elif ord(base) < 128: out.append(base)
                elif d in "–—‑‐": out.append("-")
                else: return None
    return "".join(out)


TOKEN = re.compile(r"[a-z](?:\.[a-z])+\.?(?![a-z0-9])|'s(?![a-z0-9])|[a-z][a-z0-9]*(?:'(?!s(?![a-z0-9]))[a-z][a-z0-9]*)*|[0-9]+(?:[.,][0-9]+)*|\S")


def key(name):
    """The tokens of the skeleton, with one space between two."""
    s = skeleton(name)
    return None if s is None else " ".join(TOKEN.findall(s))


def clean(names):
    """Keys of the names, in order, each once. '^' before a key: the text must have it in capitals too (WHO, UN);
    '=': it may begin in lower case (dpa, al-Qaeda)."""
    seen, out = set(), []
    for name in names:
        name = name.strip()
        k = key(name)
        if not k or not any(c.isalpha() for c in k) or "|" in k or k in seen or k.startswith("'s "): continue
        seen.add(k)
        letters = [c for c in name if c.isalpha()]
        caps = len(letters) <= 5 and all(c.isupper() for c in letters) and " " not in name
        out.append(("^" if caps else "=" if name[0].islower() else "") + k)
    return out


def bare(k):
    """The key without its mark."""
    return k.lstrip("^=~")


DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
MASK = (1 << 64) - 1


def name_hash(k):
    """The hash of a key, as NameTable has it: its first 42 bits as seven digits that sort as numbers do."""
    value = 0x9E3779B97F4A7C15
    for word in k.split(" "):
        word_hash = 0xCBF29CE484222325
        for byte in word.encode(): word_hash = ((word_hash ^ byte) * 0x100000001B3) & MASK
        value = ((value * 0x9E3779B97F4A7C15) & MASK) ^ word_hash
        value = ((value ^ (value >> 31)) * 0xBF58476D1CE4E5B9) & MASK
        value = (value ^ (value >> 29)) | 1
    return "".join(DIGITS[value >> (58 - 6 * place) & 63] for place in range(7))

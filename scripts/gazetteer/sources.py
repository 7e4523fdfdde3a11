"""People and organisations with Wikidata ids, from open tables: one generator a source, each yielding `Known` rows.

`rank`, 0…9, says how well known a thing is, by what the source tells of it: languages that have an article, offices,
providers that list a club. `field` says what it is known for (README of Gazetteer/).
"""
import collections
import csv
import glob
import gzip
import json
import os
import re

from names import key
from tables import table

Known = collections.namedtuple("Known", "type field rank country qid name aliases")


class Countries:
    """ISO 3166-1 alpha-2 of what the sources call a country."""

    def __init__(self, resources):
        self.by_name, self.by_iso3 = {}, {}
        for row in table(os.path.join(resources, "gazetteer", "countries.tsv")):
            iso = row["iso2"]
            self.by_iso3[row["iso3"]] = iso
            names = [row["name"], row["official"]] + row["names_strong"].split("|")
            for name in names + [part.partition(":")[2] for part in row["cldr_names"].split("|") if part.startswith("en:")]:
                if name and key(name): self.by_name.setdefault(key(name).replace(" - ", " "), iso)
        self.by_name.update({"us": "US", "usa": "US", "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
                             "northern ireland": "GB", "people's republic of china": "CN", "uae": "AE"})

    def of(self, name):
        k = key((name or "").replace("-", " ").replace("_", " ")) or ""
        return self.by_name.get(k) or self.by_name.get(re.sub("^the ", "", k), "")


def rows_of(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as f: yield from csv.DictReader(f, delimiter=delimiter)


def step(count, bounds):
    """How many of the bounds the count has reached."""
    return sum(count >= bound for bound in bounds)


QID = re.compile(r"Q[1-9][0-9]*$")


def qid(text):
    found = QID.search(text or "")
    return found.group(0) if found else ""


# --- People ---

HIGHEST = re.compile(r"^(Acting |Interim )?(President|Prime Minister|Chancellor|Vice President|King|Queen|Emir|Sultan|Pope|Taoiseach|Supreme Leader|"
                     r"Federal Chancellor|President of the United States|Secretary of State|Secretary[- ]General.*|President of the European .*)$")
HIGH = re.compile(r"inister|United States senator|Governor|Attorney General|Secretary of|Ambassador|Commissioner|Premier|Speaker|Mayor")


def office_holders(resources):
    """Wikidata (CC0) through EveryPolitician's scrapers."""
    countries = Countries(resources)
    with gzip.open(os.path.join(resources, "gazetteer", "persons.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            # Those of one source alone are under a share-alike licence.
            if set(d["source"]) == {"wlc"} or not qid(d["id"]) or " " not in d["name"] or "(" in d["name"]: continue
            rank = 3
            for office in d["positions"]:
                label, start, end = (list(office) + [None, None, None])[:3]
                label = label if isinstance(label, str) else ""
                level = 8 if HIGHEST.match(label) else 6 if HIGH.search(label) and "State" not in label.split(" of ")[0] else 4
                if "House of Representatives of" in label or "State Senate" in label or "Legislat" in label: level = 3
                if (end or "2026") < "1990": level -= 3
                elif (end or "2026") < "2005": level -= 1
                rank = max(rank, level)
            country = next((c for c in map(countries.of, d["country"]) if c), "")
            aliases = [a for a in d["aliases"] if " " in a and "," not in a and len(a) < 40 and key(a)]
            yield Known("P", "po", rank, country, d["id"], d["name"], aliases[:6])


def legislators(folder):
    """unitedstates/congress-legislators: public domain (CC0)."""
    with open(os.path.join(folder, "legislators-current.yaml"), encoding="utf-8") as f: text = f.read()
    for block in re.split(r"(?m)^- id:", text)[1:]:
        value = lambda name: next((m.strip(" '\"") for m in re.findall(rf"(?m)^    {name}: (.*)$", block)), "")
        if not qid(value("wikidata")): continue
        first, last, nickname = value("first"), value("last"), value("nickname")
        wiki = re.sub(r" \(.*\)$", "", value("wikipedia"))
        aliases = [value("official_full"), f"{first} {last}", f"{nickname} {last}" if nickname else "",
                   f"{value('middle')} {last}" if len(first.rstrip(".")) == 1 and value("middle") else ""]
        rank = 7 if "type: sen" in block else 6
        yield Known("P", "po", rank, "US", value("wikidata"), wiki or f"{first} {last}", [a for a in aliases if a])


OCCUPATIONS = [("sp", "player|footballer|athlete|racing|swimmer|boxer|cyclist|wrestler|skier|skater|coach|cricketer|golfer|fighter|judoka|gymnast|runner|rower|fencer"),
               ("ar", "actor|actress|singer|musician|composer|rapper|writer|painter|poet|director|model|dancer|novelist|screenwriter|artist|pianist|author|songwriter"),
               ("po", "politician|diplomat|monarch|sovereign|aristocrat|president|minister|military|statesperson|judge|lawyer|activist|officer|revolutionary"),
               ("bu", "business|entrepreneur|banker|economist|merchant|investor"),
               ("me", "journalist|presenter|youtuber|comedian|broadcaster"),
               ("sc", "scien|physic|chemi|mathemat|biolog|astronom|engineer|inventor|psycholog|historian|philosoph|astronaut|explorer"),
               ("re", "priest|bishop|pope|religious|cleric|theolog|rabbi|imam|monk")]


def field_of(words):
    return next((field for field, pattern in OCCUPATIONS if re.search(pattern, words or "", re.I)), "")


def known_of_countries(folder, resources):
    """The people of each country with most articles: Wikidata (CC0), asked by egil10/peoples."""
    countries = Countries(resources)
    for path in sorted(glob.glob(os.path.join(folder, "public", "data", "*.json"))):
        with open(path, encoding="utf-8") as f: data = json.load(f)
        if not isinstance(data, dict) or "people" not in data: continue
        for p in data["people"]:
            q = qid(p.get("wikidataUrl"))
            if not q or not p.get("name") or QID.fullmatch(p["name"]): continue
            yield Known("P", field_of(p.get("occupation")), min(9, 2 + step(p.get("sitelinks") or 0, (15, 30, 50, 75, 110, 160, 220))),
                        countries.of(data["country"]), q, p["name"], [])


def baseball(folder):
    """Those who played or managed in the major leagues since 1990: chadwickbureau/register (ODC-BY)."""
    for path in sorted(glob.glob(os.path.join(folder, "data", "people-*.csv"))):
        for r in rows_of(path):
            years = [int(r[k]) for k in ("mlb_played_last", "mlb_managed_last") if (r[k] or "").isdigit()]
            if not qid(r["key_wikidata"]) or max(years, default=0) < 1990: continue
            yield Known("P", "sp", 3, "US", r["key_wikidata"], f"{r['name_first']} {r['name_last']}", [])


def artists(folder, resources):
    """NationalGalleryOfArt/opendata: CC0."""
    for r in rows_of(os.path.join(folder, "data", "constituents.csv")):
        if r["constituenttype"] == "individual" and qid(r["wikidataid"]) and " " in r["forwarddisplayname"] and "," not in r["forwarddisplayname"]:
            yield Known("P", "ar", 2, "", r["wikidataid"], r["forwarddisplayname"], [])


# --- Things of many kinds: Wikidata (CC0), asked by tom-james-watson/wikitrivia (MIT) ---

TRIVIA = [
    ("P", "ar", "famous-actors famous-composers famous-musicians famous-novelists famous-painters famous-writers"),
    ("P", "sp", "famous-basketball famous-boxers famous-football-players"),
    ("P", "sc", "famous-explorers famous-inventors famous-philosophers famous-scientists nobel-laureates"),
    ("P", "po", "famous-military famous-monarchs famous-revolutionaries famous-statespeople australian-prime-ministers brazilian-presidents "
     "canadian-prime-ministers french-presidents german-chancellors indian-prime-ministers indonesian-presidents israeli-prime-ministers "
     "italian-prime-ministers japanese-prime-ministers mexican-presidents new-zealand-prime-ministers south-korean-presidents "
     "spanish-prime-ministers uk-prime-ministers us-presidents"),
    ("P", "re", "famous-religious-leaders"),
    ("O", "bu", "airlines brands-and-companies restaurant-chains f1-teams"),
    ("O", "sp", "football-clubs mlb-franchises nba-franchises nfl-franchises nhl-franchises rugby-clubs"),
    ("O", "me", "newspapers-launch radio-stations tv-channels"),
    ("O", "ar", "museums-and-historic-sites-opening"),
    ("E", "mi", "battles wars-start revolutions-start coups massacres protests-riots"),
    ("R", "mi", "weapon-families weapon-models aircraft-families aircraft-first combat-vehicle-families combat-vehicle-models"),
    ("R", "bu", "automobile-models cell-phone-models operating-systems web-browsers social-networking mobile-apps websites online-communities video-game-consoles"),
    ("R", "sc", "space-missions"),
    ("F", "sp", "stadiums"),
    ("F", "", "bridges-towers-and-skyscrapers-completion bridges-towers-and-skyscrapers-construction"),
]


def trivia(folder):
    queries = os.path.join(folder, "content", "queries")
    for type_, field, prefixes in TRIVIA:
        for prefix in prefixes.split():
            for path in sorted(glob.glob(os.path.join(queries, prefix + "*", "rows.json"))):
                with open(path, encoding="utf-8") as f: rows = json.load(f)
                for r in rows:
                    name = next((r[k] for k in ("itemLabel", "personLabel", "laureateLabel", "holderLabel", "label") if r.get(k)), "")
                    q = qid(next((r[k] for k in ("item", "person", "laureate", "holder") if r.get(k)), ""))
                    if not q or not name or QID.fullmatch(name) or len(name) < 3: continue
                    if type_ == "P" and " " not in name: continue
                    yield Known(type_, field, min(9, 2 + step(int(r.get("sitelinks") or 0), (15, 30, 50, 75, 110, 160, 220))), "", q, name, [])


# --- Organisations ---

def clubs(folder, resources):
    """withqwerty/reep: CC0. The rank counts the providers that list a club."""
    countries = Countries(resources)
    for r in rows_of(os.path.join(folder, "data", "teams.csv")):
        listed = sum(1 for v in r.values() if v)
        if not qid(r["key_wikidata"]) or QID.fullmatch(r["name"]) or "(" in r["name"] or listed < 6: continue
        bare_name = re.sub(r"^(AFC|FC|CF|SC|AC|FK|SK|NK|AS|SV|1\. FC|CD|CA|US|SS|SSC|RC|UD|BK|IF|IK|KV|KF|PFC|CSKA?) ", "", r["name"])
        short = re.sub(r",? (F\.?C\.?|A\.?F\.?C\.?|C\.?F\.?|S\.?C\.?|FK|SK|NK|A\.?C\.?|BC|KC|F\.K\.|S\.K\.|K\.F\.)$", "", bare_name)
        aliases = [short] if " " in short and short != r["name"] else []
        yield Known("O", "sp", min(9, step(listed, (7, 8, 9, 10, 11, 13, 15, 17))), countries.of(r["country"]), r["key_wikidata"], r["name"], aliases)


LEGAL = re.compile(r"(,? (Inc\.?|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Limited|LLC|LP|AG|SE|N\.V\.|S\.A\.|S\.p\.A\.|GmbH|Holdings|Group|Incorporated|\(.*\)))+$")


def brands(folder, resources):
    """osmlab/name-suggestion-index: BSD-3. Brands with their chains, and those who run schools, hospitals and lines."""
    fields = {"school": "ed", "university": "ed", "college": "ed", "kindergarten": "ed", "hospital": "sc", "clinic": "sc", "police": "go",
              "fire_station": "go", "government": "go", "protected_area": "go", "library": "go", "park": "go"}
    for path in sorted(glob.glob(os.path.join(folder, "data", "*", "*", "*.json"))):
        kind = os.path.basename(path)[:-5]
        with open(path, encoding="utf-8") as f: items = json.load(f).get("items", [])
        for item in items:
            tags = item.get("tags", {})
            for role in ("brand", "operator"):
                q = qid(tags.get(role + ":wikidata"))
                if not q or q != tags.get(role + ":wikidata"): continue
                name = tags.get(role + ":en") or tags.get(role) or tags.get("name:en") or tags.get("name") or ""
                if not name or (role == "operator" and not tags.get("operator")): continue
                inside = item.get("locationSet", {}).get("include", [])
                isos = {str(c)[:2].upper() for c in inside if re.match(r"^[a-z]{2}([-.]|$)", str(c))}
                wide = "001" in [str(c) for c in inside] or len(inside) > 3
                names = [tags.get(k, "") for k in (role, role + ":short", "short_name", role + ":sr-Latn", role + ":de", role + ":fr", role + ":es")]
                names += [LEGAL.sub("", name)]
                if role == "brand" or tags.get("operator") == item.get("displayName"): names.append(item.get("displayName", ""))
                rank = (5 if wide else 3) if role == "brand" else 3 if fields.get(kind) != "ed" else 2
                yield Known("O", fields.get(kind, "bu"), rank, isos.pop() if len(isos) == 1 and not wide else "", q, name,
                            [n for n in names if n and n != name])


def parties(folder, resources):
    """hdigital/partyfactsdata: MIT; data of Wikidata (CC0)."""
    countries = Countries(resources)
    for r in rows_of(os.path.join(folder, "import", "wikipedia", "wikidata.csv")):
        if not qid(r["wikidata_id"]) or not r["name"] or QID.fullmatch(r["name"]): continue
        names = [r["name_native"], r["name_short"] if len(r["name_short"]) > 2 else ""]
        yield Known("O", "po", 5, countries.by_iso3.get(r["country"], ""), r["wikidata_id"], re.sub(r" \(.*\)$", "", r["name"]), [n for n in names if n])


def american_papers(folder):
    """hearvox/wiki-media-cred: CC0."""
    for r in rows_of(os.path.join(folder, "data", "wikipedia-us-newspapers.tsv"), "\t"):
        name = re.sub(r" \(.*\)$", "", r["WP-title"])
        if qid(r["qid"]) and " " in name: yield Known("O", "me", 4, "US", r["qid"], name, [re.sub("^The ", "", name)])


def institutions(folder):
    """Universities, laboratories, hospitals, agencies, funds, museums: ror-community/ror-records (CC0), the last state of each."""
    last = {}
    order = lambda path: [int(n) for n in os.path.basename(os.path.dirname(path))[1:].split(".")]
    for path in sorted(glob.glob(os.path.join(folder, "v*", "*.json")), key=lambda p: (order(p), p)): last[os.path.basename(path)] = path
    fields = (("government", "go"), ("company", "bu"), ("education", "ed"), ("healthcare", "sc"), ("facility", "sc"), ("nonprofit", "go"), ("archive", "ar"))
    for path in (last[k] for k in sorted(last)):
        with open(path, encoding="utf-8") as f: d = json.load(f)
        if not isinstance(d, dict) or d.get("status") != "active": continue
        if isinstance(d.get("names"), list):
            name = next((n["value"] for n in d["names"] if "ror_display" in n["types"]), "")
            names = [n["value"] for n in d["names"]]
            wikidata = next((e.get("preferred") or e["all"][0] for e in d["external_ids"] if e["type"] == "wikidata"), "")
            country = d["locations"][0]["geonames_details"]["country_code"] if d.get("locations") else ""
        else:
            name, names = d.get("name", ""), [l["label"] for l in d.get("labels", [])] + d.get("aliases", []) + d.get("acronyms", [])
            entry = (d.get("external_ids") or {}).get("Wikidata") or {}
            wikidata, country = entry.get("preferred") or (entry.get("all") or [""])[0], (d.get("country") or {}).get("country_code", "")
        types = [t.lower() for t in d.get("types", [])]
        if not qid(wikidata) or not name: continue
        # 'Siemens (Germany)' is a branch of Siemens: its name without the country, where that is the seat, nobody tells.
        if "company" in types and name.endswith(")"): continue
        name = re.sub(r" \(.*\)$", "", name)
        field = next((f for t, f in fields if t in types), "go")
        rank = min(9, 3 + step(len(d.get("relationships") or []), (2, 6, 15, 40)) + step(len(names), (4, 8)))
        yield Known("O", field, rank, country, wikidata, name, [n for n in names if n != name and len(n) > 2])


def all_known(resources, folder):
    at = lambda name: os.path.join(folder, *name.split("/"))
    for rows in (
        legislators(at("unitedstates/congress-legislators")), known_of_countries(at("egil10/peoples"), resources),
        trivia(at("tom-james-watson/wikitrivia")), office_holders(resources), baseball(at("chadwickbureau/register")),
        artists(at("NationalGalleryOfArt/opendata"), resources), parties(at("hdigital/partyfactsdata"), resources),
        clubs(at("withqwerty/reep"), resources), brands(at("osmlab/name-suggestion-index"), resources),
        american_papers(at("hearvox/wiki-media-cred")),
        institutions(at("ror-community/ror-records"))):
        yield from rows

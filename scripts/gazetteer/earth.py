"""Wikidata ids of places from Natural Earth (public domain): states and counties by their codes, cities by name and point,
seas, rivers, lakes, ranges and islands by name and point. An id is taken where two things agree, else there is none."""
import collections
import csv
import math
import os
import re

from names import key
from tables import table

QID = re.compile(r"Q[1-9][0-9]*$")
# What stands beside the name proper: Ural Mountains, Lake Chad, Pemba I.
KIND_WORDS = set("sea ocean gulf bay lake river mount mountain mountains mts mt range desert peninsula island islands i is strait "
                 "channel of the plateau basin north south".split())


def rows(sources, path):
    """The rows of one table of Natural Earth, by lower-case column names."""
    with open(os.path.join(sources, "Raysphere24", "NaturalEarthCsvTsv", "csv_with_names", path), encoding="utf-8-sig", newline="") as f:
        for row in csv.DictReader(f): yield {k.lower(): (v or "").strip() for k, v in row.items() if k}


def kilometres(a, b):
    (lat, lon), (lat2, lon2) = a, b
    across = (lon - lon2 + 180) % 360 - 180
    return 111.2 * math.hypot(lat - lat2, across * math.cos(math.radians((lat + lat2) / 2)))


def point(row, lat="lat", lon="lon"):
    return (float(row[lat]), float(row[lon])) if row.get(lat) and row.get(lon) else None


def unique(pairs):
    """Of (place, id) those where neither has another partner: two places under one id are an error of the table."""
    pairs = set(pairs)
    places, ids = collections.Counter(p for p, _ in pairs), collections.Counter(q for _, q in pairs)
    return {p: q for p, q in pairs if places[p] == 1 and ids[q] == 1}


UNIT_WORDS = re.compile(r"\b(province|oblast|region|state|prefecture|governorate|district|department|county|canton|republic|atoll|"
                        r"emirate|city|municipality|parish|of|the|regional corporation|autonomous|territory|krai|division)\b|[^a-z0-9]")


def units(resources, sources, cities):
    """States and provinces by the id of GeoNames or the ISO code (which Natural Earth has changed about for Moscow and its
    oblast), and by Wikidata's label; counties of the United States by their number and their name. Oslo is the city, too, but
    what is called Osh Region is not."""
    states, codes, counties = {}, {}, {}
    for row in rows(sources, "10m_cultural/ne_10m_admin_1_states_provinces.csv"):
        state = (row["wikidataid"], row["name_en"])
        if row["gn_id"].strip("-09."): states[row["gn_id"]] = state
        else: codes[row["iso_3166_2"]] = state
    for row in rows(sources, "10m_cultural/ne_10m_admin_2_counties.csv"):
        counties["US.%s.%s" % (row["region"], row["code_local"][-3:])] = (row["wikidataid"], key(row["name"]))
    english = {row["code"]: row["name"] for row in table(os.path.join(resources, "gazetteer", "cldr_subdivision_names.tsv.gz"))
               if row["lang"] == "en"}
    proper = lambda name: UNIT_WORDS.sub("", key(name) or "")
    found = []
    for row in table(os.path.join(resources, "gazetteer", "admin.tsv.gz")):
        ident = row["geonameid"]
        if row["level"] == "1":
            qid, label = states.get(ident) or codes.get(row["iso3166_2"], ("", ""))
            names = [row["name"], english.get(row["iso3166_2"].lower().replace("-", ""), "")] + row["aliases"].split("|")
            if qid in cities and len(key(names[1] or names[0]).split()) > len((key(label) or "").split()): continue
            if QID.match(qid) and proper(label) and proper(label) in map(proper, names): found.append((ident, qid))
        elif row["country"] == "US":
            qid, name = counties.get(row["geonames_code"], ("", ""))
            own = re.sub(r"^(county of )| (county|parish|borough|census area)$", "", key(row["name"]))
            if QID.match(qid) and name and own == name: found.append((ident, qid))
    return unique(found)


def cities(resources):
    """Cities of Natural Earth that a place of GeoNames agrees with in name and point, or in point and the id of GeoNames that
    Natural Earth gives, which alone is no proof (it has Prague in Oklahoma)."""
    by_name, points = collections.defaultdict(list), {}
    for row in table(os.path.join(resources, "gazetteer", "places.tsv.gz")):
        if row["source"].endswith("2012"): continue
        points[row["geonameid"]] = point(row)
        for name in {key(n) for n in [row["name"]] + row["aliases"].split("|") if n}:
            by_name[name].append((row["country"], int(row["population"] or 0), row["geonameid"], point(row)))
    found = []
    for row in table(os.path.join(resources, "gazetteer", "ne_populated_places.tsv")):
        labels = dict(part.split(":", 1) for part in row["names"].split("|") if ":" in part)
        names = [k for k in (key(row["name"]), key(labels.get("en", ""))) if k]
        if not QID.match(row["qid"] or "") or not names: continue
        near = {(population, ident) for name in names for country, population, ident, at in by_name[name]
                if country == row["iso2"] and kilometres(at, point(row)) < 25}
        # The city, not the quarter of the same name.
        given = (row["geonameid"] or "").split(".")[0]
        if near: found.append((max(near)[1], row["qid"]))
        elif given in points and kilometres(points[given], point(row)) < 15: found.append((given, row["qid"]))
    return unique(found)


class Features:
    """Seas, rivers, lakes, ranges, deserts, islands and mountains by name."""

    LAYERS = ("geography_marine_polys", "geography_regions_polys", "rivers_lake_centerlines", "lakes", "geography_regions_points",
              "geography_regions_elevation_points")

    def __init__(self, resources, sources):
        points = collections.defaultdict(list)
        for row in table(os.path.join(resources, "gazetteer", "ne_features.tsv")):
            points[row["layer"], key(row["name"] or "")].append(point(row))
        self.by_name = collections.defaultdict(dict)
        for layer in self.LAYERS:
            for row in rows(sources, f"10m_physical/ne_10m_{layer}.csv"):
                name, label, alias = key(row["name"]), key(row["name_en"]), key(row.get("name_alt") or row.get("namealt") or "")
                if not QID.match(row["wikidataid"]) or not name or not self.agree(label, [name, alias]): continue
                at = [point(row, "lat_y", "long_x")] if row.get("lat_y") else points.get((layer, name), [])
                for k in {name, label}: self.by_name[k].setdefault(row["wikidataid"], []).extend(p for p in at if p)

    @staticmethod
    def agree(label, names):
        """That Wikidata's label has the name proper, or the other way around: the Victoria Nile is not the Albert Nile."""
        proper = lambda name: {w for w in (name or "").split() if w not in KIND_WORDS and w[0].isalpha()}
        pairs = [(proper(label), proper(name)) for name in names]
        return label in names or any(a and b and (a <= b or b <= a) for a, b in pairs)

    def of(self, names, at, reach=600):
        """The id that the first known of the names means, if it is the only one within reach (kilometres) of the point."""
        for name in names:
            found = self.by_name.get(name, {})
            near = [q for q, places in found.items() if any(kilometres(at, p) < reach for p in places)]
            if len(near) == 1: return near[0]
            if near: return ""
        return ""

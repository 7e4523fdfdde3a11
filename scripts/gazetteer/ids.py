"""The ids of Gazetteer/ids.tsv for the rows of other tables, and the Wikidata ids of places."""
import collections
import os
import re

import earth
from names import bare, key
from tables import HERE, curated, table


class Ids:
    """What scripts/build-ids has written, by the digits of the hash."""

    def __init__(self, name_hash):
        self.hash, self.rows = name_hash, collections.defaultdict(list)
        path = os.path.join(HERE, "ids.tsv")
        if not os.path.exists(path): return
        with open(path, encoding="utf-8") as f:
            for line in f:
                head, qid, name = line.rstrip("\n").split("\t")
                self.rows[head[:7]].append((head[7], head[8], int(head[9]), head[10:12].strip(), head[12:14].strip(), "Q" + qid, name))

    def of(self, type_, keys, country):
        """The id and name that one of the keys means without doubt; the first key that means anything decides."""
        letter = {"PER": "P", "ORG": "O", "PRODUCT": "R", "EVENT": "E", "FAC": "F"}.get(type_)
        for number, k in enumerate(keys):
            plain = bare(k)
            if number and " " not in plain: break
            found = {}
            for kind, form, rank, iso, _, qid, name in self.rows[self.hash(plain)]:
                if kind != letter or form == "s" or (country and iso and iso != country): continue
                # 'Health Ministry' is that of many countries.
                if type_ == "ORG" and country and not iso and rank < 5: continue
                found[qid] = max(found.get(qid, (0, "")), (rank, name))
            best = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
            if len(best) == 1 and (best[0][1][0] >= 3 or " " in plain): return best[0][0], best[0][1][1]
            if len(best) > 1 and best[0][1][0] >= 6 and best[0][1][0] >= best[1][1][0] + 3: return best[0][0], best[0][1][1]
            if best: return None
        return None


def place_ids(resources, sources):
    """Wikidata ids by the ids of GeoNames: Natural Earth (public domain), American towns of hearvox/wiki-media-cred (CC0), and
    Gazetteer/curated/place-ids.tsv."""
    ids = earth.cities(resources)
    ids.update(earth.units(resources, sources, set(ids.values())))
    towns = collections.defaultdict(set)
    path = os.path.join(sources, "hearvox", "wiki-media-cred", "data", "wikidata-us-cities.tsv")
    for row in table(path): towns[(key(row["placeLabel"] or ""), row["state"])].add(row["WD-QID"])
    places = collections.defaultdict(list)
    for row in table(os.path.join(resources, "gazetteer", "places.tsv.gz")):
        if row["country"] == "US": places[(key(row["name"]), row["admin1"])].append(row["geonameid"])
    for name, found in places.items():
        if len(found) == 1 and len(towns.get(name, ())) == 1 and re.fullmatch(r"Q[0-9]+", min(towns[name])):
            ids.setdefault(found[0], min(towns[name]))
    for row in curated("place-ids.tsv"):
        if row[0]: ids[row[0]] = row[1]
    return ids

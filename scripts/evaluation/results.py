"""The table of results: read, merged with new rows, and written with the peers' numbers beside ours."""

from collections import namedtuple
from pathlib import Path

Row = namedtuple("Row", "set metric value date commit")
Peer = namedtuple("Peer", "value name note source")

COLUMNS = ["set", "metric", "Copydesk", "best peer", "peer", "note", "date", "commit"]

HEADER = """# Results on the development data

Written by `scripts/evaluate`; don't edit. Last run: {date}, commit {commit}, `{command}`.

Numbers are per cent unless the metric names a unit. More is better, but for CPU seconds, kilometres and counts of documents.
The gold data and its scorers aren't part of this repository; each metric is defined by the scorer of its area. The peers were
measured with the same scorers on the same files unless the note says "held-out half" (other documents of the same source);
*own …* are baselines written for this project, no peers. Speeds of peers come from another machine: compare orders of magnitude.

"""


def owns(key, name):
    """`linking` owns `linking/lgl`; `quotes/polnear` owns `quotes/polnear/sample`."""
    return name == key or name.startswith(key + "/")


def read_peers(path):
    peers = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, metric, *peer = line.split("\t")
            peers[name, metric] = Peer(*peer)
    return peers


def read(path):
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    # The peers' columns are filled in anew each time, so that a correction of theirs reaches every row.
    return [Row(c[0], c[1], c[2], c[-2], c[-1]) for c in cells if len(c) == len(COLUMNS)]


def merge(old, new, replaced, order):
    """The new rows and those old ones that no key of `replaced` owns, in the order of the keys in `order`."""
    rows = [row for row in old if not any(owns(key, row.set) for key in replaced)] + new
    place = lambda row: next((i for i, key in enumerate(order) if owns(key, row.set)), len(order))
    return sorted(rows, key=place)


def write(path, rows, peers, **header):
    nobody = Peer("–", "–", "", "")
    table = [COLUMNS, ["---"] * len(COLUMNS)]
    for row in rows:
        peer = peers.get((row.set, row.metric), nobody)
        table.append([row.set, row.metric, row.value, peer.value, peer.name, peer.note, row.date, row.commit])
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n" for cells in table)
    path.write_text(HEADER.format(**header) + "".join(lines), encoding="utf-8")

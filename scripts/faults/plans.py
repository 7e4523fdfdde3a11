"""Runs over the same inputs with other numbers of threads, sizes of shards and shares: the same bytes, and one digest."""

import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

from . import archive

JOBS, SIZES, SHARES = (1, 2, 3, 8), (1, 7, 10_000), (1, 2, 5)


def run(binary, random, say, few=False):
    """Returns a list of what went wrong."""
    problems = []
    plans = [(j, s, n) for j in JOBS for s in SIZES for n in SHARES]
    if few:
        plans = [(1, 10_000, 1), (2, 7, 1), (3, 7, 2)]
    with tempfile.TemporaryDirectory(prefix="copydesk-plans-") as work:
        work = Path(work)
        found = archive.pages()
        (work / "in").mkdir()
        for number in range(2 if few else 6):
            for name, data in archive.containers(found[number * 3:number * 3 + 3], random).items():
                (work / "in" / f"{number}-{name}").write_bytes(data)
        whole = subprocess.run([binary, "--quiet", "--jobs", "1", str(work / "in")], capture_output=True).stdout
        digest = digest_of(binary, [], whole)
        for plan, (jobs, size, count) in enumerate(plans):
            lines, files = b"", []
            for number in range(1, count + 1):
                folder, manifest = work / f"{plan}-{number}", work / f"{plan}-{number}.json"
                subprocess.run([binary, "--quiet", "--jobs", str(jobs), "--shard-size", str(size), "--shard", f"{number}/{count}",
                                "--output-dir", str(folder), "--manifest", str(manifest), str(work / "in")],
                               capture_output=True, check=True)
                told = json.loads(manifest.read_bytes())
                shards = [folder / shard["name"] for shard in told["shards"]]
                for shard, path in zip(told["shards"], shards):
                    if shard["sha256"] != hashlib.sha256(path.read_bytes()).hexdigest():
                        problems.append(f"{path}: other bytes than its manifest says")
                for shard, path in list(zip(told["shards"], shards))[:3]:
                    if shard["digest"] != digest_of(binary, [path]):
                        problems.append(f"{path}: another digest than its manifest says")
                if told["digest"] != digest_of(binary, shards):
                    problems.append(f"{manifest}: another digest than that of its files")
                files += shards
                lines += b"".join(path.read_bytes() for path in shards)
            name = f"{jobs} threads, {size} documents a shard, {count} shares"
            if digest_of(binary, files) != digest:
                problems.append(f"{name}: another digest")
            # Shares take every n-th file: the lines are the same, their order is not.
            if (lines if count == 1 else sorted(lines.splitlines())) != (whole if count == 1 else sorted(whole.splitlines())):
                problems.append(f"{name}: other bytes")
        say(f"{plan + 1} plans of {whole.count(bytes([10]))} documents, digest {digest[:16]}…")
    return problems


def digest_of(binary, files, lines=None):
    done = subprocess.run([binary, "digest", *map(str, files)], input=lines, capture_output=True, check=True)
    return done.stdout.decode().strip()

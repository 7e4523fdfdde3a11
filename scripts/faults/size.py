"""Huge inputs: memory stays flat, and two cores do twice the work of one."""

import gzip
import json
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

from . import archive


def make(path, megabytes, found):
    """An archive of so many MB of unpacked records, of the pages over and over, each with an id of its own."""
    size = copy = 0
    with open(path, "wb") as out:
        while size < megabytes * 1_000_000:
            for number, (name, body) in enumerate(found):
                data = archive.record(
                    "response", f"https://example.org/{copy}/{name}",
                    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body, copy * len(found) + number,
                    "application/http; msgtype=response")
                out.write(data)
                size += len(data)
                if size >= megabytes * 1_000_000:
                    break
            copy += 1
    return size


def timed(command):
    """(wall seconds, user + system seconds, peak memory in MB) of a run with all its processes."""
    with tempfile.NamedTemporaryFile(prefix="copydesk-stats-") as stats:
        start = time.monotonic()
        process = subprocess.Popen([command[0], "--stats", stats.name, *command[1:]], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
        # The system knows the largest process alone; the command adds its own up.
        peak = json.loads(Path(stats.name).read_text())["peak_memory_bytes"] / 1e6
        return time.monotonic() - start, usage.ru_utime + usage.ru_stime, peak


def memory(binary, megabytes, folder, pages, say):
    found = archive.pages(pages)
    peaks = {}
    for size in (50, megabytes):
        path = Path(folder) / f"copydesk-{size}.warc"
        try:
            make(path, size, found)
            wall, user, peak = timed([binary, "--jobs", "2", str(path)])
        finally:
            path.unlink(missing_ok=True)
        say(f"{size} MB: {wall:.1f} s, {user:.1f} s of processor time, {peak:.0f} MB of memory")
        peaks[size] = peak
    problems = []
    if peaks[megabytes] > 250:
        problems.append(f"{peaks[megabytes]:.0f} MB of memory for {megabytes} MB of input")
    # Twice the largest page, and what an allocator keeps.
    if peaks[megabytes] > peaks[50] + 30:
        problems.append(f"memory grows: {peaks[50]:.0f} MB for 50 MB, {peaks[megabytes]:.0f} MB for {megabytes} MB")
    return problems


def cores(binary, pages, say):
    found = archive.pages(pages)
    with tempfile.TemporaryDirectory(prefix="copydesk-cores-") as folder:
        path = Path(folder) / "a.warc.gz"
        with open(path, "wb") as out:
            for record in archive.warc_records(found * max(1, 600 // len(found)), random.Random(7)):
                out.write(gzip.compress(record, compresslevel=1, mtime=0))
        best = {}
        for _ in range(3):
            for jobs in (1, 2):
                wall, user, _ = timed([binary, "--jobs", str(jobs), str(path)])
                best[jobs] = min(best.get(jobs, (1e9, 0)), (wall, user))
        for jobs, (wall, user) in best.items():
            say(f"{jobs} threads: {wall:.2f} s, {user:.2f} s of processor time")
        say(f"two threads are {best[1][0] / best[2][0]:.2f} × one by the clock; "
            f"processor time {best[2][1] / best[1][1]:.2f} ×")
    return []

"""Runs that are killed at random moments, and runs on a full disk: --resume gives the bytes of an undisturbed run."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from . import archive


def archive_file(path, copies, random):
    import gzip
    found = archive.pages()
    with open(path, "wb") as out:
        for copy in range(copies):
            for record in archive.warc_records([(f"{copy}/{n}", b) for n, b in found], random):
                out.write(gzip.compress(record, compresslevel=1, mtime=0))
        # A record without an end: rejects are part of the output as well.
        out.write(gzip.compress(archive.record("response", "https://example.org/bad", b"no HTTP", 99, "application/http"), mtime=0))


def contents(folder):
    """The names and digests of the files of a run; what is unfinished does not count."""
    files = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and not path.name.endswith((".part", ".lock")):
            files[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files


def command(binary, source, folder, *options):
    return [binary, "--quiet", "--output-dir", f"{folder}/out", "--shard-size", "7", "--manifest", f"{folder}/manifest.json",
            "--rejects", f"{folder}/rejects.jsonl", *options, source]


def run(binary, kills, copies, random, say):
    """Returns a list of what went wrong."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="copydesk-kills-") as work:
        source = f"{work}/a.warc.gz"
        archive_file(source, copies, random)
        os.mkdir(f"{work}/whole")
        start = time.monotonic()
        subprocess.run(command(binary, source, f"{work}/whole"), check=True)
        seconds = time.monotonic() - start
        expected = contents(f"{work}/whole")
        say(f"undisturbed: {seconds:.2f} s, {len(expected)} files")
        killed = rounds = 0
        while killed < kills:
            rounds += 1
            folder = f"{work}/killed"
            shutil.rmtree(folder, ignore_errors=True)
            os.mkdir(folder)
            done = False
            while not done and killed < kills:
                process = subprocess.Popen(command(binary, source, folder, "--resume", "--jobs", str(random.randint(1, 3))))
                try:
                    process.wait(timeout=random.uniform(0, seconds * 0.7))
                    done = True
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    killed += 1
            if not done:
                subprocess.run(command(binary, source, folder, "--resume"), check=True)
            if contents(folder) != expected:
                problems.append(f"round {rounds}, after {killed} kills: other bytes than undisturbed")
            if rounds % 10 == 0:
                say(f"{killed} kills in {rounds} runs, {len(problems)} problems")
        say(f"{killed} kills in {rounds} runs, {len(problems)} problems")
    return problems


def full_disk(binary, random):
    """A limit on the size of files stands in for the disk: the error comes in the middle of a write, as ENOSPC does."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="copydesk-full-") as work:
        source = f"{work}/a.warc.gz"
        archive_file(source, 2, random)
        os.mkdir(f"{work}/whole")
        subprocess.run(command(binary, source, f"{work}/whole"), check=True)
        expected = contents(f"{work}/whole")
        largest = max(p.stat().st_size for p in Path(f"{work}/whole/out").iterdir() if p.is_file())
        folder = f"{work}/full"
        os.mkdir(folder)

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest - 1000, resource.RLIM_INFINITY))

        done = subprocess.run(command(binary, source, folder), preexec_fn=limit, capture_output=True, text=True)
        if done.returncode != 74 or "records-" not in done.stderr or "File too large" not in done.stderr:
            problems.append(f"a full disk: status {done.returncode}, {done.stderr!r}")
        subprocess.run(command(binary, source, folder, "--resume"), check=True)
        if contents(folder) != expected:
            problems.append("after a full disk: other bytes than undisturbed")
        # A real small disk, where this user may make one.
        disk = f"{work}/disk"
        os.mkdir(disk)
        if os.geteuid() == 0 and subprocess.run(
                ["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk], capture_output=True).returncode == 0:
            try:
                done = subprocess.run(command(binary, source, disk), capture_output=True, text=True)
                if done.returncode != 74 or "No space left on device" not in done.stderr:
                    problems.append(f"a full tmpfs: status {done.returncode}, {done.stderr!r}")
                subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
                subprocess.run(command(binary, source, disk, "--resume"), check=True)
                if contents(disk) != expected:
                    problems.append("after a full tmpfs: other bytes than undisturbed")
            finally:
                subprocess.run(["umount", disk])
    return problems

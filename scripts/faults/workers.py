"""Worker processes that are killed, and documents that kill them: every document is answered, in order, and nobody is left."""

import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from . import archive


def family(pid):
    """The processes under a process: {pid: parent}."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            fields = stat.rsplit(")", 1)[1].split()
            if fields[0] != "Z":
                parents[int(entry.name)] = int(fields[1])
    found, grew = {}, True
    while grew:
        grew = False
        for child, parent in parents.items():
            if child not in found and (parent == pid or parent in found):
                found[child], grew = parent, True
    return found


def workers_of(pid):
    """The workers of a run: the children of its server, which is the only child of the command."""
    return [child for child, parent in family(pid).items() if parent != pid]


def lines_file(path, copies):
    """JSON Lines of the sample pages and of their pieces, large and small mixed."""
    found = archive.pages()
    with open(path, "w", encoding="utf-8") as out:
        for copy in range(copies):
            for name, body in found:
                text = body.decode("utf-8", "replace")
                out.write(json.dumps({"id": f"{copy}/{name}", "html": text}) + "\n")
                for piece in range(0, min(len(text), 4000), 400):
                    out.write(json.dumps({"id": f"{copy}/{name}/{piece}", "text": text[piece:piece + 400]}) + "\n")


def gone(pids, seconds=5):
    """Whether all processes end within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
                   for pid in pids if Path(f"/proc/{pid}").exists()):
            return True
        time.sleep(0.02)
    return False


def killed_workers(binary, kills, random, say):
    """Kills workers at random moments: the bytes are those of an undisturbed run."""
    problems, killed, rounds = [], 0, 0
    with tempfile.TemporaryDirectory(prefix="copydesk-workers-") as work:
        source = f"{work}/a.jsonl"
        lines_file(source, 12)
        expected = subprocess.run([binary, "-q", source], check=True, capture_output=True).stdout
        while killed < kills:
            rounds += 1
            with open(f"{work}/out", "wb") as out:
                process = subprocess.Popen([binary, "-q", "--jobs", str(random.randint(1, 4)), source], stdout=out,
                                           stderr=subprocess.PIPE)
                gap = random.choice((0.03, 0.08, 0.2))
                while process.poll() is None and killed < kills:
                    time.sleep(random.uniform(0, gap))
                    alive = workers_of(process.pid)
                    if alive:
                        try:
                            os.kill(random.choice(alive), random.choice((signal.SIGKILL, signal.SIGTERM)))
                            killed += 1
                        except ProcessLookupError:
                            pass
                errors = process.communicate()[1]
            if process.returncode != 0 or Path(f"{work}/out").read_bytes() != expected:
                problems.append(f"round {rounds}: status {process.returncode}, other bytes or none: {errors[:300]!r}")
        say(f"{killed} workers killed in {rounds} runs, {len(problems)} problems")
    return problems


def killed_parents(binary, kills, random, say):
    """Kills the command at random moments: no worker outlives it."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="copydesk-parents-") as work:
        source = f"{work}/a.jsonl"
        lines_file(source, 12)
        for number in range(kills):
            process = subprocess.Popen([binary, "-q", "--jobs", "2", source], stdout=subprocess.DEVNULL)
            time.sleep(random.uniform(0, 0.3))
            children = list(family(process.pid))
            process.send_signal(random.choice((signal.SIGKILL, signal.SIGTERM)))
            process.wait()
            if not gone(children):
                problems.append(f"kill {number}: processes {children} outlive the command")
        say(f"{kills} commands killed, {len(problems)} problems")
    return problems


FAULTS = {"trap": "crashed", "exit": "crashed", "overflow": "crashed", "hang": "timeout", "sleep": "timeout", "leak": "memory"}


def planted(binary, random, say, rounds=3):
    """Documents that do everything that a document must not: each is one error record, its neighbours are as ever."""
    problems = []
    for number in range(rounds):
        ids = [f"d{n}" for n in range(300)]
        chosen = dict(zip(random.sample(ids, len(FAULTS)), FAULTS))
        lines = "".join(json.dumps({"id": i, "text": f"Ana Berg said on 3 May that {i} costs 5 euros."}) + "\n" for i in ids).encode()
        plain = subprocess.run([binary, "-q", "--in", "jsonl", "-"], input=lines, capture_output=True, check=True).stdout.splitlines()
        options = ["-q", "--in", "jsonl", "--timeout-per-doc", "1", "--memory-per-worker", "400000000", "--jobs", str(number + 1)]
        environment = {**os.environ, "COPYDESK_PLANT": ",".join(f"{fault}={i}" for i, fault in chosen.items()),
                       "COPYDESK_LONGEST_SLEEP": "1"}
        done = subprocess.run([binary, *options, "-"], input=lines, capture_output=True, env=environment, timeout=120)
        got = done.stdout.splitlines()
        if done.returncode != 1 or len(got) != len(ids):
            problems.append(f"planted faults: status {done.returncode}, {len(got)} of {len(ids)} lines: {done.stderr[:300]!r}")
            continue
        for i, line, was in zip(ids, got, plain):
            record = json.loads(line)
            if i not in chosen and line.replace(json.loads(line)["run"].encode(), b"") != was.replace(json.loads(was)["run"].encode(), b""):
                problems.append(f"a neighbour of planted faults, {i}, is not what it was")
            if i in chosen and (record["id"] != i or (record["error"] or {}).get("code") != FAULTS[chosen[i]]):
                problems.append(f"planted {chosen[i]}: {record['id']}, {record['error']}")
            if i in chosen and i.encode() not in done.stderr:
                problems.append(f"planted {chosen[i]}: nothing on standard error names {i}")
    say(f"{len(FAULTS) * rounds} planted faults, {len(problems)} problems")
    return problems


def streamed(binary, random, say):
    """A stream is answered line by line, also after a document that ends its worker."""
    problems = []
    environment = {**os.environ, "COPYDESK_PLANT": "trap=d3"}
    process = subprocess.Popen([binary, "-q", "--in", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env=environment)
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    for number in range(8):
        process.stdin.write(json.dumps({"id": f"d{number}", "text": "Rain fell."}).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line or json.loads(line)["id"] != f"d{number}":
            problems.append(f"line {number} of a stream has no answer before the next one comes: {line[:100]!r}")
            break
    process.stdin.close()
    process.wait()
    watchdog.cancel()
    say(f"a stream, {len(problems)} problems")
    return problems


def run(binary, count, random, say):
    """All of it; `count` kills of workers, half as many of the command."""
    return (planted(binary, random, say) + streamed(binary, random, say) + killed_workers(binary, count, random, say)
            + killed_parents(binary, max(1, count // 2), random, say))


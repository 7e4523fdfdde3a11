"""Runs that are killed, over inputs that change and into folders that are damaged: --resume gives the bytes of a fresh run
over what is there now, or is refused with one line and leaves everything as it was."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from .kills import contents


def document(name, number, random):
    words = " ".join(random.choice(["Rain", "fell", "in", "Oslo", "again", "today"]) for _ in range(8))
    return "{bad\n" if random.random() < 0.2 else f'{{"id":"{name}-{number}","text":"{words}."}}\n'


def file(name, count, random):
    lines = [document(name, number, random) for number in range(count)]
    if name.endswith(".csv"):
        return "id,text,note\n" + "".join(f"{name}-{n},Rain fell {random.random()} times.,x\n" for n in range(count))
    if name.endswith(".txt"):
        return f"Rain fell {random.random()} times."
    return "".join(lines)


def new_name(random):
    return random.choice(["", "b/", "m/"]) + f"f{random.randrange(30)}." + random.choice(["jsonl", "jsonl", "csv", "txt"])


def change(world, random):
    """One change of the inputs; the same inputs at times."""
    some = random.choice(sorted(world)) if world else None
    kind = random.randrange(7)
    if kind == 0 or some is None:
        name = new_name(random)
        world[name] = file(name, random.randrange(1, 5), random)
    elif kind == 1:
        del world[some]
    elif kind == 2:
        world[some] = file(some, random.randrange(6), random)
    elif kind == 3 and world[some]:
        at = random.randrange(len(world[some]))
        world[some] = world[some][:at] + random.choice("xyz,\n") + world[some][at + 1:]
    elif kind == 4:
        world[some] += file(some, 1, random)
    elif kind == 5:
        world[new_name(random)] = world.pop(some)


def write(world, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, text in world.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def damage(work, random):
    """Damages one file of the output; returns its name."""
    found = sorted(name for name in contents(work) if not name.startswith("in/"))
    if not found:
        return None
    name = random.choice(found)
    path = Path(work) / name
    data = bytearray(path.read_bytes())
    kind = random.randrange(3)
    if kind == 0 or not data:
        path.unlink()
        return name
    if kind == 1:
        del data[-random.randrange(1, 9):]
    else:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)
    return name


def run(binary, rounds, random, say):
    """Returns a list of what went wrong."""
    problems = []
    refused = killed = 0
    with tempfile.TemporaryDirectory(prefix="copydesk-inputs-") as work:
        def outputs():
            kept = {name: digest for name, digest in contents(work).items() if not name.startswith("in/")}
            # Without rejects there is a file of none, or no file.
            return {name: digest for name, digest in kept.items() if (Path(work) / name).stat().st_size > 0}

        def clear():
            for name in ("out", "rejects.jsonl", "manifest.json"):
                shutil.rmtree(f"{work}/{name}") if name == "out" and os.path.exists(f"{work}/out") else None
                if name != "out" and os.path.exists(f"{work}/{name}"):
                    os.unlink(f"{work}/{name}")

        def command(size, *options):
            return [binary, "-q", "--layers", "none", "--jobs", str(random.randint(1, 2)), "--output-dir", "out", "--shard-size",
                    str(size), "--manifest", "manifest.json", "--rejects", "rejects.jsonl", *options, "in"]

        seconds = 0.1
        for number in range(rounds):
            world = {}
            for _ in range(random.randrange(9)):
                name = new_name(random)
                world[name] = file(name, random.randrange(5), random)
            size = random.randint(1, 4)
            write(world, f"{work}/in")
            clear()
            for _ in range(random.randint(1, 2)):
                process = subprocess.Popen(command(size, "--resume"), cwd=work, stderr=subprocess.DEVNULL)
                time.sleep(random.uniform(0, 1.2 * seconds))
                process.send_signal(signal.SIGKILL)
                killed += process.wait() == -signal.SIGKILL
            if random.random() < 0.4:
                start = time.monotonic()
                subprocess.run(command(size, "--resume"), cwd=work, stderr=subprocess.DEVNULL)
                seconds = time.monotonic() - start
            before = dict(world)
            if random.random() < 0.7:
                change(world, random)
                write(world, f"{work}/in")
            damaged = damage(work, random) if random.random() < 0.25 else None
            what = f"round {number}{'' if before == world else ', changed inputs'}{f', damaged {damaged}' if damaged else ''}"
            then = outputs()
            done = subprocess.run(command(size, "--resume"), cwd=work, capture_output=True, text=True)
            now = outputs()
            if done.returncode == 74:
                refused += 1
                if now != then:
                    problems.append(f"{what}: refused, but the output has changed")
                if before == world and damaged != "rejects.jsonl":
                    problems.append(f"{what}: refused without a reason: {done.stderr.strip()}")
                if len(done.stderr.strip().splitlines()) - done.stderr.count("is made again") - done.stderr.count(" error") \
                        - done.stderr.count(" × ") != 1:
                    problems.append(f"{what}: not one line: {done.stderr.strip()}")
                continue
            clear()
            fresh = subprocess.run(command(size), cwd=work, capture_output=True, text=True)
            if done.returncode != fresh.returncode:
                problems.append(f"{what}: status {done.returncode}, a fresh run {fresh.returncode}")
            if now != outputs():
                problems.append(f"{what}: other bytes than a fresh run's")
    say(f"{rounds} rounds of changed inputs, {killed} kills, {refused} refusals, {len(problems)} problems")
    if rounds >= 50 and not rounds // 20 < refused < rounds:
        problems.append(f"{refused} refusals in {rounds} rounds: not a fair test")
    return problems

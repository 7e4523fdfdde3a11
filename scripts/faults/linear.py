"""Twice the input takes twice the time: runs of a command over inputs of doubling sizes, by processor time and peak memory."""

import os
import resource
import subprocess

# What a hostile input may cost, and what two inputs of which one is twice the other may differ by. The clock has steps and
# other processes take the caches, so a short run proves nothing: ratios count from `LEAST` seconds on.
RATIO, SECONDS_PER_MB, MEMORY_PER_MB = 2.4, 2.0, 150.0
LEAST = 0.3
# What the program takes before it has read anything, in MB: tables, ICU, the threads' stacks. And what tables are read in
# when there is something to look up.
IDLE_MEMORY, TABLES = 24.0, 40.0


def cost(command, seconds=60, gigabytes=4):
    """(seconds of processor time, peak memory in MB, exit status) of a command; negative status: the signal that ended it."""

    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_AS, (gigabytes << 30, gigabytes << 30))

    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=limits)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def judged(name, measured, say):
    """What is wrong with [(MB, seconds, memory, status)] of one kind of input, sizes doubling; says them in one line."""
    problems = []
    cells = "  ".join(f"{size:g} MB {seconds:6.2f} s {memory:5.0f} MB" for size, seconds, memory, _ in measured)
    for size, seconds, memory, status in measured:
        if status != 0:
            problems.append(f"{name}, {size:g} MB: ended with {status} after {seconds:.1f} s")
        if seconds > SECONDS_PER_MB * size + LEAST:
            problems.append(f"{name}, {size:g} MB: {seconds:.1f} s")
        if memory > MEMORY_PER_MB * size + IDLE_MEMORY + TABLES:
            problems.append(f"{name}, {size:g} MB: {memory:.0f} MB of memory")
    for (half, short, low, _), (whole, long, high, _) in zip(measured, measured[1:]):
        if long > LEAST and long > RATIO * max(short, LEAST / 2):
            problems.append(f"{name}: {long / max(short, 0.001):.1f} times the time for {half:g} → {whole:g} MB")
        if high - IDLE_MEMORY > RATIO * max(low - IDLE_MEMORY, 20):
            problems.append(f"{name}: {high / low:.1f} times the memory for {half:g} → {whole:g} MB")
    say(f"{'  ' if not problems else '! '}{name:34} {cells}")
    return problems

"""Documents in, rows out, and every way to end."""
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import copydesk
import pytest

SAID = '"We will open 12 schools," Mayor Ann Lee said on Monday.'


@pytest.fixture
def no_children_left():
    """None of ours, nor the workers of ours: they would be in sessions of their own."""
    before = sessions()
    yield
    deadline = time.monotonic() + 5
    while sessions() - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert sessions() - before == set()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def sessions():
    """The copydesk processes of this machine whose environment has this test's mark."""
    found = set()
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/environ", "rb") as file:
                if b"COPYDESK_TEST=%d" % os.getpid() in file.read() and int(name) != os.getpid():
                    found.add(int(name))
        except (OSError, ValueError):
            pass
    return found


@pytest.fixture(autouse=True)
def marked(monkeypatch):
    monkeypatch.setenv("COPYDESK_TEST", str(os.getpid()))


def stand_in(folder, monkeypatch, script):
    """Another program in place of the command."""
    path = folder / "stand-in"
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o755)
    monkeypatch.setenv("COPYDESK_BINARY", str(path))


def test_order_is_kept_over_thousands(no_children_left):
    documents = ({"id": str(number), "text": f"Town {number} has {number} people. " * (number % 7 + 1)} for number in range(5000))
    assert [record["id"] for record in copydesk.records(documents=documents, layers="quantities")] == \
        [str(number) for number in range(5000)]


def test_no_more_is_drawn_than_the_command_takes(no_children_left):
    drawn = 0

    def endless():
        nonlocal drawn
        while True:
            drawn += 1
            yield SAID * 20

    rows = copydesk.records(texts=endless(), jobs=2)
    for _ in range(3):
        next(rows)
    before = drawn
    time.sleep(1)
    assert drawn == before < 100_000
    rows.close()


def test_memory_does_not_grow_with_the_input(no_children_left):
    program = (
        "import copydesk, resource, itertools\n"
        "text = 'Rain fell in Oslo. ' * 2000\n"
        "count = sum(1 for _ in copydesk.records(texts=itertools.repeat(text, {}), layers='none', jobs=2))\n"
        "print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n")
    few, many = (
        int(subprocess.run([sys.executable, "-c", program.format(count)], check=True, capture_output=True).stdout.split()[1])
        for count in (50, 2000))
    # 76 MB of texts more; KiB.
    assert many < few + 20_000


def test_the_input_is_drawn_in_the_callers_thread(no_children_left):
    threads = []

    def texts():
        threads.append(threading.get_ident())
        yield SAID

    list(copydesk.records(texts=texts()))
    assert threads == [threading.get_ident()]
    table = sqlite3.connect(":memory:")
    table.execute("create table news (body text)")
    table.executemany("insert into news values (?)", [(SAID,)] * 300)
    assert len(list(copydesk.records(texts=(body for body, in table.execute("select body from news"))))) == 300


@pytest.mark.parametrize("text", [
    "", "a\nb\r\nc", "\u2028 \x85 \0 \ud800", "𝔄 ẞ ﷽", "x" * 3_000_000, '{"text": "no"}'],
    ids=["empty", "lines", "controls", "planes", "long", "json"])  # pytest puts the id into the environment
def test_any_text_is_one_record(text, no_children_left):
    first, between, last = copydesk.records(texts=[SAID, text, SAID])
    assert first["quotes"] == last["quotes"] != []
    assert between["error"] is None or text == ""


def test_paths_of_any_kind(tmp_path, no_children_left):
    (tmp_path / "b.txt").write_text(SAID)
    odd = os.fsencode(tmp_path) + b"/caf\xe9 \n.txt"
    with open(odd, "w") as file:
        file.write(SAID)
    for paths in (tmp_path / "b.txt", [str(tmp_path / "b.txt")], os.fsencode(tmp_path / "b.txt"), iter([tmp_path / "b.txt"]), [odd]):
        [record] = copydesk.records(paths)
        assert record["quotes"][0]["speaker"]["name"] == "Ann Lee"
    assert len(list(copydesk.records(tmp_path))) == 2
    assert list(copydesk.records([])) == list(copydesk.facts(texts=[])) == list(copydesk.records(documents=iter(()))) == []


def test_facts_are_those_of_the_records(no_children_left):
    [record] = copydesk.records(texts=SAID)
    facts = list(copydesk.facts(texts=[SAID]))
    assert [fact["id"] for fact in facts] == [
        fact["id"] for layer in ("entities", "quantities", "times", "quotes") for fact in record[layer]]
    assert set(copydesk.Fact.__annotations__) == set(facts[0]) and set(copydesk.Record.__annotations__) == set(record)


def test_errors_are_rows_or_exceptions(no_children_left):
    documents = [{"id": "good", "text": SAID}, {"id": "bad"}, {"id": "late", "text": SAID}]
    rows = list(copydesk.records(documents=documents))
    assert [row["id"] for row in rows] == ["good", "bad", "late"]
    assert rows[1]["error"]["code"] == "no-content"
    for call in (copydesk.records, copydesk.facts):
        taken = []
        with pytest.raises(copydesk.DocumentFailed, match="bad") as failure:
            for row in call(documents=documents, on_error="raise"):
                taken.append(row)
        assert (failure.value.id, failure.value.code) == ("bad", "no-content") and taken
    [fact] = [fact for fact in copydesk.facts(documents=documents) if fact["kind"] == "error"]
    assert fact["doc"] == "bad"


@pytest.mark.parametrize("given", [
    {}, {"paths": "a", "texts": ["b"]}, {"texts": ["a"], "format": "html"}, {"documents": {"text": "a"}},
    {"texts": ["a"], "nope": 1}])
def test_wrong_arguments_are_told_at_once(given):
    with pytest.raises(TypeError):
        copydesk.records(**given)


def test_wrong_input_is_told_where_it_is(no_children_left):
    with pytest.raises(TypeError, match="not int"):
        list(copydesk.records(texts=[SAID, 5]))
    with pytest.raises(TypeError, match="JSON"):
        list(copydesk.records(documents=[{"text": b"bytes"}]))
    with pytest.raises(ValueError, match="no path"):
        list(copydesk.records("a\0b"))
    with pytest.raises(ValueError):
        copydesk.records("a", on_error="ignore")


def test_an_exception_of_the_input_comes_through(no_children_left):
    def texts():
        yield SAID
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        list(copydesk.records(texts=texts()))


@pytest.mark.parametrize("options, words", [
    ({"layers": "nope"}, "nope"), ({"gazetteer": "no-such.tsv"}, "no-such.tsv"), ({"arguments": ["--nope"]}, "nope")])
def test_what_the_command_refuses_is_an_exception_with_its_words(options, words, no_children_left):
    with pytest.raises(copydesk.CommandFailed, match=words) as failure:
        list(copydesk.records(texts=[SAID] * 10_000, **options))
    assert failure.value.status in (64, 65, 66)
    for given in ({"texts": []}, {"paths": [__file__]}, {"paths": []}):
        with pytest.raises(copydesk.CommandFailed, match=words):
            list(copydesk.facts(**given, **options))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_a_killed_command_is_an_exception(number, no_children_left):
    rows = copydesk.records(texts=iter(lambda: SAID, None), jobs=2)
    next(rows)
    [child] = [pid for pid in sessions() if os.getsid(pid) == pid]
    os.kill(child, number)
    with pytest.raises(copydesk.CommandFailed) as failure:
        for _ in rows:
            pass
    assert failure.value.status in (-number, 128 + number, 130)
    with pytest.raises(StopIteration):
        next(rows)


@pytest.mark.parametrize("script, status", [
    ("exit 3", 3), ("echo broken >&2; exit 70", 70), ("kill -9 $$", -9), ("sleep 60 & exec sleep 60", -9), ("head -c 100 >/dev/null", 0),
    ("cat >/dev/null", 0), ("cat | head -n 1", 0)])
def test_a_command_that_breaks_the_rules(script, status, tmp_path, monkeypatch, no_children_left):
    stand_in(tmp_path, monkeypatch, script)
    rows = copydesk.records(texts=[SAID] * 10_000)
    if status == -9 and "sleep" in script:
        # Its workers live on and hold its output open.
        def kill():
            [child] = [pid for pid in sessions() if os.getsid(pid) == pid]
            os.kill(child, signal.SIGKILL)
        threading.Timer(0.5, kill).start()
    began = time.monotonic()
    with pytest.raises(copydesk.CommandFailed) as failure:
        list(rows)
    assert failure.value.status == status and time.monotonic() - began < 10
    if "broken" in script:
        assert "broken" in str(failure.value)


@pytest.mark.parametrize("end", ["close", "with", "break", "forget"])
def test_ending_early_leaves_no_process(end, no_children_left):
    rows = copydesk.records(texts=iter(lambda: SAID, None), jobs=2)
    if end == "with":
        with rows:
            next(rows)
    elif end == "break":
        for _ in rows:
            break
        rows.close()
    else:
        next(rows)
    if end == "close":
        rows.close()
        rows.close()
    del rows


def test_a_forked_process_ends_nothing(no_children_left):
    rows = copydesk.records(texts=[SAID] * 3000)
    next(rows)
    forked = os.fork()
    if forked == 0:
        rows.close()
        os._exit(0)
    os.waitpid(forked, 0)
    assert sum(1 for _ in rows) == 2999


def test_ctrl_c_ends_both_at_once(no_children_left):
    program = (
        "import copydesk, os\n"
        "rows = copydesk.records(texts=iter(lambda: 'Rain fell in Oslo.', None), jobs=2)\n"
        "next(rows)\nprint('ready', flush=True)\n"
        "try:\n    for _ in rows: pass\nexcept KeyboardInterrupt:\n    print('interrupted', flush=True)\n")
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "ready\n"
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    assert child.communicate(timeout=10)[0] == "interrupted\n"
    assert child.returncode == 0


def test_several_at_once(no_children_left):
    pairs = zip(copydesk.records(texts=[SAID] * 500, jobs=1), copydesk.records(texts=[SAID] * 500, jobs=1))
    assert all(one["quotes"] == other["quotes"] for one, other in pairs)
    results = []
    threads = [threading.Thread(target=lambda: results.append(len(list(copydesk.facts(texts=[SAID] * 200))))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(set(results)) == 1 and len(results) == 4


def test_a_row_comes_before_the_next_but_one_is_drawn(no_children_left):
    drawn = 0

    def slow():
        nonlocal drawn
        for _ in range(5):
            drawn += 1
            yield SAID
            time.sleep(0.5)

    seen = [drawn for _ in copydesk.records(texts=slow(), line_buffered=True, jobs=1)]
    assert all(at <= number + 2 for number, at in enumerate(seen))


def test_the_console_script_is_the_command(tmp_path):
    for argv in ([os.path.join(os.path.dirname(sys.executable), "copydesk")], [sys.executable, "-m", "copydesk"]):
        done = subprocess.run([*argv, "--in", "text", "-q", "-"], input=SAID.encode(), capture_output=True)
        assert done.returncode == 0 and json.loads(done.stdout)["quotes"]
        assert subprocess.run([*argv, "--nope"], capture_output=True).returncode == 64
    assert copydesk.version().count(".") == 2

"""The recipes of ../duckdb, ../sqlite, ../pandas and ../elasticsearch on the sample corpus.

    Integrations/test     installs what is missing and runs this
"""
import collections
import copy
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import duckdb
import pyarrow.parquet

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parent
BINARY = os.environ.get("COPYDESK_BINARY", str(ROOT / ".build/release/copydesk"))
sys.path[:0] = [str(HERE / "pandas"), str(HERE / "python/src")]
import copydesk_tables  # noqa: E402

ROWS = 20_600  # DuckDB guesses types from 20,480 lines


def copydesk(*arguments, input=None):
    return subprocess.run([BINARY, *arguments], cwd=ROOT, input=input, check=True, capture_output=True).stdout


def schema(target, shape="facts"):
    return copydesk("schema", "--for", target, "--out", shape).decode()


class Corpus(unittest.TestCase):
    """The sample corpus in both shapes, in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        for shape in ("records", "facts"):
            output = copydesk("--out", shape, "Corpus/pages", "seeds/pages")
            (cls.folder / f"{shape}.jsonl").write_bytes(output)
            setattr(cls, shape, [json.loads(line) for line in output.splitlines()])

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    # The answers, from the records themselves.

    def speakers(self):
        quotes = [(record["id"], quote["speaker"]["name"]) for record in self.records for quote in record["quotes"]
                  if quote["speaker"] and quote["speaker"]["name"]]
        counts = collections.Counter(name for _, name in quotes)
        rows = [(name, count, len({id for id, other in quotes if other == name})) for name, count in counts.items()]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:10]

    def soldiers(self):
        rows = []
        for record in self.records:
            for n in record["quantities"]:
                if not re.search("(?i)troop|soldier|police|officer|member", n["counted"] or ""):
                    continue
                number = n["value"] if n["value"] is not None else n["low"]
                around = [q for q in record["quotes"] if q["start"] <= n["start"] and n["end"] <= q["end"]] or [None]
                for quote in around:
                    speaker = quote and quote["speaker"] and quote["speaker"]["name"]
                    rows.append((record["id"], n["modifier"], number, n["counted"], speaker, (record["published"] or "")[:10] or None))
        return rows

    def places(self):
        found = collections.Counter()
        for record in self.records:
            for e in record["entities"]:
                if e["lat"] is not None and e["type"] != "NORP":
                    found[(e["link"], e["name"], e["country"], e["lat"], e["lon"])] += 1
        rows = [(name, country, lat, lon, count) for (_, name, country, lat, lon), count in found.items()]
        return sorted(rows, key=lambda row: (-row[4], row[0]))[:10]

    def about_kosovo(self):
        return [(quote["speaker"] and quote["speaker"]["name"], quote["text"], "Kosovo")
                for record in self.records for quote in record["quotes"] for entity in record["entities"]
                if entity["name"] == "Kosovo" and quote["start"] <= entity["start"] and entity["end"] <= quote["end"]]

    def check(self, answers):
        expected = [self.speakers(), self.soldiers(), self.places(), self.about_kosovo()]
        self.assertGreater(min(map(len, expected)), 2, "questions with answers")
        for got, wanted in zip(answers, expected, strict=True):
            self.assertEqual(sorted(map(repr, map(tuple, got))), sorted(map(repr, wanted)))


class DuckDB(Corpus):
    def setUp(self):
        self.connection = duckdb.connect()
        for shape in ("facts", "records"):
            self.connection.execute(schema("duckdb", shape))

    def test_questions(self):
        text = (HERE / "duckdb/questions.sql").read_text().replace("'facts.jsonl'", f"'{self.folder}/facts.jsonl'")
        results = [self.connection.execute(statement).fetchall() for statement in duckdb.extract_statements(text)]
        self.check(results[1:])

    def test_records(self):
        rows = self.connection.execute(
            f"SELECT id, len(entities), len(quotes) FROM copydesk_records('{self.folder}/records.jsonl')").fetchall()
        self.assertEqual(rows, [(r["id"], len(r["entities"]), len(r["quotes"])) for r in self.records])

    def test_parquet(self):
        self.connection.execute(
            f"COPY (FROM copydesk_records('{self.folder}/records.jsonl')) TO '{self.folder}/records.parquet'")
        self.assertEqual(pyarrow.parquet.read_table(self.folder / "records.parquet").num_rows, len(self.records))


class SQLite(Corpus):
    def run_sqlite(self, *arguments, input=None):
        return subprocess.run(["sqlite3", *arguments], input=input, check=True, capture_output=True, text=True).stdout

    def load(self, shape):
        database = self.folder / "news.db"
        subprocess.run([HERE / "sqlite/load", database, self.folder / f"{shape}.jsonl", shape], check=True,
                       env={**os.environ, "COPYDESK": BINARY})
        return database

    def test_questions(self):
        answers = self.run_sqlite("-json", self.load("facts"), input=(HERE / "sqlite/questions.sql").read_text())
        answers = [[row.values() for row in json.loads(part)] for part in re.findall(r"^\[.*?\]$", answers, re.M | re.S)]
        self.check(answers)

    def test_views_of_records(self):
        database = self.load("records")
        count = "SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM entities), (SELECT count(speaker_name) FROM quotes)"
        entities = sum(len(record["entities"]) for record in self.records)
        named = sum(bool(q["speaker"] and q["speaker"]["name"]) for record in self.records for q in record["quotes"])
        self.assertEqual(self.run_sqlite(database, count).strip(), f"{len(self.records)}|{entities}|{named}")


class Tables(Corpus):
    def test_pandas(self):
        facts = copydesk_tables.read_pandas(self.folder / "facts.jsonl")
        self.assertEqual(len(facts), len(self.facts))
        quotes = facts[(facts.kind == "quote") & facts.speaker.notna()]
        top = quotes.groupby("speaker").size()
        self.assertEqual({name: count for name, count, _ in self.speakers()}, {n: top[n] for n, _, _ in self.speakers()})
        years = facts[facts.time_value.notna()].time_value
        self.assertTrue(all(isinstance(value, str) for value in years))

    def test_arrow(self):
        for shape in ("records", "facts"):
            table = copydesk_tables.read_arrow(self.folder / f"{shape}.jsonl", shape)
            self.assertEqual(table.to_pylist(), getattr(self, shape))


class Elasticsearch(Corpus):
    def test_bulk(self):
        for shape in ("facts", "records"):
            lines = (self.folder / f"{shape}.jsonl").read_bytes()
            bulk = subprocess.run([HERE / "elasticsearch/bulk", "news"], input=lines, check=True, capture_output=True).stdout
            mapping = json.loads(schema("elasticsearch", shape))["mappings"]
            self.assertEqual(mapping["dynamic"], "strict")
            lines = [json.loads(line) for line in bulk.splitlines()]
            actions, values = lines[::2], lines[1::2]
            self.assertEqual(values, getattr(self, shape))
            ids = [action["index"]["_id"] for action in actions]
            self.assertEqual(len(set(ids)), len(ids))
            for value in values:
                self.fits(value, mapping, shape)

    def fits(self, value, mapping, path):
        """What an index with a strict mapping would refuse."""
        if value is None:
            return
        kind = mapping.get("type", "object")
        if isinstance(value, list):
            if value and isinstance(value[0], dict):
                self.assertEqual(kind, "nested", path)
            for element in value:
                self.fits(element, {**mapping, "type": "object"} if kind == "nested" else mapping, path)
        elif isinstance(value, dict):
            self.assertEqual(kind, "object", path)
            for key, inner in value.items():
                self.assertIn(key, mapping["properties"], path)
                self.fits(inner, mapping["properties"][key], f"{path}.{key}")
        elif kind == "date":
            self.assertRegex(value, r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$", path)
        else:
            expected = {"integer": int, "double": float}.get(kind, str)
            self.assertIsInstance(value, expected, f"{path}: {value!r} as {kind}")


class BigQuery(unittest.TestCase):
    def test_schema(self):
        record = json.loads(schema("bigquery", "records"))
        self.assertEqual({field["name"]: field["mode"] for field in record}["quotes"], "REPEATED")
        for field in record:
            self.assertEqual("fields" in field, field["type"] == "RECORD")


class Traps(Corpus):
    """Where guessing the types from the first rows goes wrong."""

    def setUp(self):
        rich = max(self.records, key=lambda record: len(record["quantities"]) * len(record["times"]))
        empty = copy.deepcopy(rich)
        for key, value in empty.items():
            if isinstance(value, list):
                empty[key] = []
            elif key not in ("schema", "id", "source", "text", "offsets", "run"):
                empty[key] = None
        whole, half, late = copy.deepcopy(rich), copy.deepcopy(rich), copy.deepcopy(rich)
        whole["quantities"][0]["value"], half["quantities"][0]["value"] = 1.0, 2.5
        late["times"][0]["value"], late["error"] = "PT2H", {"code": "c", "stage": "s", "message": "m"}
        self.rows = [empty] * ROWS + [whole, half, late]
        self.path = self.folder / "traps.jsonl"
        self.path.write_text("".join(json.dumps(row) + "\n" for row in self.rows))

    def test_duckdb(self):
        connection = duckdb.connect()
        connection.execute(schema("duckdb", "records"))
        found = connection.execute(
            f"SELECT quantities[1].value, times[1].value, error.message FROM copydesk_records('{self.path}') "
            "WHERE len(quantities) > 0").fetchall()
        self.assertEqual([row[0] for row in found][:2], [1.0, 2.5])
        self.assertEqual(found[2][1:], ("PT2H", "m"))

    def test_arrow(self):
        table = copydesk_tables.read_arrow(self.path, "records")
        self.assertEqual(table.slice(ROWS).to_pylist(), self.rows[ROWS:])

    def test_lines_that_are_none(self):
        text = "One\u2028two\u0085three\u000bfour\u000cfive \u2029 six."
        line = json.dumps({"id": "000123", "text": text}).encode()
        for shape in ("records", "facts"):
            output = copydesk("--in", "jsonl", "--verbatim", "--out", shape, "-", input=line).decode()
            self.assertEqual(output.count("\n"), len(output.splitlines()))
        record = json.loads(copydesk("--in", "jsonl", "--verbatim", "-", input=line))
        self.assertEqual((record["id"], record["text"]), ("000123", text))


class BadInput(Corpus):
    """What is no output of ours gives one clear line, whatever reads it."""

    def setUp(self):
        self.files = {}
        for shape in ("records", "facts"):
            lines = (self.folder / f"{shape}.jsonl").read_bytes()
            newer = lines.replace(b'"schema":"copydesk/1"', b'"schema":"copydesk/2"')
            cases = {"empty": b"", "cut": lines[:-60], "text": b"Nothing of ours.\n", "newer": newer}
            for name, data in cases.items():
                # Facts do not say a schema.
                if (shape, name) != ("facts", "newer"):
                    self.files[shape, name] = self.folder / f"bad-{shape}-{name}.jsonl"
                    self.files[shape, name].write_bytes(data)

    def test_scripts(self):
        for (shape, name), path in self.files.items():
            for tool in ("elasticsearch/bulk", "sqlite/load"):
                with self.subTest(tool=tool, shape=shape, name=name), open(path, "rb") as lines:
                    database = self.folder / "bad.db"
                    database.unlink(missing_ok=True)
                    arguments = ["news"] if tool == "elasticsearch/bulk" else [database, path, shape]
                    done = subprocess.run([HERE / tool, *arguments], stdin=lines, capture_output=True, text=True,
                                          env={**os.environ, "COPYDESK": BINARY})
                    self.assertEqual((done.returncode, done.stderr.count("\n")), (65, 1), done.stderr)
                    self.assertNotIn("Traceback", done.stderr)
                    whole = sqlite3.connect(database).execute(f"SELECT count(*) FROM {shape}_json").fetchone()[0] \
                        if tool == "sqlite/load" and name == "cut" else None
                    self.assertIn(whole, (None, len(getattr(self, shape)) - 1), "the lines before the cut are there")
        done = subprocess.run([HERE / "sqlite/load", self.folder / "bad.db", "/no/such"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (66, "load: /no/such cannot be read\n"))

    def test_two_gigabytes_without_an_end_of_line(self):
        path = self.folder / "huge.jsonl"
        with open(path, "wb") as file:
            file.truncate(2 << 30)  # takes no room on the disk
        for command in (["view", "-o", self.folder / "huge.html"], ["verify"], ["show"], ["names"], [HERE / "elasticsearch/bulk", "news"],
                        [HERE / "sqlite/load", self.folder / "huge.db", path, "records"]):
            ours = isinstance(command[0], str)
            with self.subTest(command[0]), open(path, "rb") as lines:
                done = subprocess.run([BINARY, *command, path] if ours else command, stdin=lines, capture_output=True, text=True,
                                      env={**os.environ, "COPYDESK": BINARY})
                said = [line for line in done.stderr.splitlines() if not line.endswith(("1 problem", "problems"))]
                self.assertEqual((done.returncode, len(said)), (65, 1), done.stderr)
        connection = duckdb.connect()
        for shape in ("records", "facts"):
            connection.execute(schema("duckdb", shape))
            with self.subTest(shape), self.assertRaisesRegex(duckdb.Error, "(?i)json|object_size"):
                connection.execute(f"SELECT count(*) FROM copydesk_{shape}('{path}')").fetchall()
        for read in (lambda: copydesk_tables.read_pandas(path), lambda: copydesk_tables.read_arrow(path, "records")):
            with self.assertRaisesRegex(ValueError, re.escape(str(path))):
                read()

    def test_tables(self):
        for (shape, name), path in self.files.items():
            with self.subTest(shape=shape, name=name), self.assertRaisesRegex(ValueError, re.escape(str(path))):
                copydesk_tables.read_arrow(path, shape)
            if shape == "facts":
                with self.subTest(reader="pandas", name=name), self.assertRaisesRegex(ValueError, re.escape(str(path))):
                    copydesk_tables.read_pandas(path)

    def test_duckdb(self):
        connection = duckdb.connect()
        for shape in ("records", "facts"):
            connection.execute(schema("duckdb", shape))
        for (shape, name), path in self.files.items():
            with self.subTest(shape=shape, name=name):
                query = f"SELECT count(*) FROM copydesk_{shape}('{path}')"
                if name == "empty":
                    self.assertEqual(connection.execute(query).fetchall(), [(0,)])
                else:
                    with self.assertRaisesRegex(duckdb.Error, "copydesk/2" if name == "newer" else "(?i)json"):
                        connection.execute(query).fetchall()


class Guide(Corpus):
    """What README.md and docs/GUIDE.md say to these engines."""

    def test_blocks(self):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE / "pandas"), str(HERE / "python/src")]),
                       "PATH": f"{self.folder}/bin:{Path(sys.executable).parent}:{os.environ['PATH']}"}
        (self.folder / "bin").mkdir()
        (self.folder / "bin/copydesk").symlink_to(Path(BINARY).resolve())
        for name in ("Corpus", "seeds"):
            shutil.copytree(ROOT / name / "pages", self.folder / "news" / name)
        (self.folder / "copydesk.sql").write_text(schema("duckdb"))
        connection = duckdb.connect()
        for shape in ("facts", "records"):
            connection.execute(schema("duckdb", shape))
        kinds = collections.Counter()
        for page in ("README.md", "docs/GUIDE.md"):
            for kind, text in re.findall(r"```(sql|python|sh engines)\n(.*?)```", (ROOT / page).read_text(), re.S):
                kinds[kind] += 1
                with self.subTest(text):
                    if kind == "sql":
                        text = re.sub(r"'(\w+\.(jsonl|parquet))'", rf"'{self.folder}/\1'", text)
                        for statement in duckdb.extract_statements(text):
                            self.assertTrue(connection.execute(statement).fetchall())
                    else:
                        command = ["bash", "-euc", text] if kind == "sh engines" else [sys.executable, "-c", text]
                        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL)
                        self.assertEqual(done.returncode, 0, done.stderr.decode())
                        self.assertIn("Stoltenberg" if "speaker" in text else "struct", done.stdout.decode())
        self.assertGreaterEqual(min(kinds[kind] for kind in ("sql", "python", "sh engines")), 1)


# The base class only holds the corpus.
def load_tests(loader, tests, pattern):
    cases = (DuckDB, SQLite, Tables, Elasticsearch, BigQuery, Traps, BadInput, Guide)
    return unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in cases)


if __name__ == "__main__":
    unittest.main()

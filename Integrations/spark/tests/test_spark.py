"""The wrapper on a cluster of two executors in this machine (`local-cluster[2,1,1024]`).

    Integrations/spark/test     installs what is missing and runs this
"""
import contextlib
import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable

from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

from copydesk_spark import Copydesk, line_filter  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
BINARY = os.environ.get("COPYDESK_BINARY", str(ROOT / ".build/release/copydesk"))
WORKSHOP = Path(BINARY).resolve().with_name("copydesk-workshop")
PACKAGE = ROOT / "Integrations/spark"
PAGES = sorted((ROOT / "Corpus/pages").rglob("*.html")) + sorted((ROOT / "seeds/pages").rglob("*.html"))


def copydesk(*arguments, input=None, lines=True):
    output = subprocess.run([BINARY, *arguments], input=input, capture_output=True, check=True).stdout.decode()
    return output.splitlines() if lines else output


def without_place(record):
    """A record without what the wrapper leaves out: the place of its line in the pipe."""
    record["source"]["offset"] = None
    return record


class OnACluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]").appName("copydesk")
            .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").config("spark.executor.memory", "1g")
            .config("spark.sql.shuffle.partitions", "4").config("spark.task.maxFailures", "2")
            .config("spark.local.dir", cls.folder.name).config("spark.sql.warehouse.dir", cls.folder.name)
            .config("spark.worker.cleanup.enabled", "true")
            .getOrCreate())
        cls.spark.sparkContext.setLogLevel("OFF")
        # The executors have no copy of this folder, as on a real cluster.
        archive = os.path.join(cls.folder.name, "copydesk_spark.zip")
        subprocess.run([sys.executable, "-m", "zipfile", "-c", archive, "copydesk_spark"], check=True, cwd=PACKAGE)
        cls.spark.sparkContext.addPyFile(archive)
        cls.desk = Copydesk(cls.spark, BINARY)
        texts = [json.loads(line)["text"] for line in copydesk(str(ROOT / "Corpus/pages"), str(ROOT / "seeds/pages"))]
        cls.documents = [(f"doc-{number:04}", texts[number % len(texts)]) for number in range(240)]

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    def frame(self, partitions):
        rows = self.spark.sparkContext.parallelize(self.documents, partitions)
        return self.spark.createDataFrame(rows, "name string, body string")

    def rows(self, frame):
        return {row["id"]: without_place(json.loads(row["json"])) for row in self.as_json(frame).collect()}

    @staticmethod
    def as_json(frame):
        return frame.select("id", F.to_json(F.struct("*"), {"ignoreNullFields": "false"}).alias("json"))

    def one_process(self):
        lines = "".join(json.dumps({"id": name, "text": body}) + "\n" for name, body in self.documents)
        records = map(json.loads, copydesk("--in", "jsonl", "-", input=lines.encode()))
        return {record["id"]: without_place(record) for record in records}

    @staticmethod
    def facts(records):
        # The digest and the length are those of the line as Spark writes it.
        return {id: {key: value for key, value in record.items() if key != "source"} for id, record in records.items()}

    def test_same_records_for_any_number_of_partitions(self):
        expected = self.facts(self.one_process())
        first = None
        for partitions in (1, 2, 7, 40):
            with self.subTest(partitions=partitions):
                found = self.rows(self.desk.records(self.frame(partitions), id="name", text="body"))
                self.assertEqual(self.facts(found), expected)
                first = first or found
                self.assertEqual(found, first)

    def test_an_executor_dies_in_mid_job(self):
        found = {}
        slow = self.frame(24).withColumn("body", F.concat(*["body"] * 12))
        job = threading.Thread(target=lambda: found.update(
            rows=self.desk.records(slow, id="name", text="body").select("id", F.size("quotes")).collect()))
        job.start()
        tracker = self.spark.sparkContext.statusTracker()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
            if any(stage and 1 < stage.numCompletedTasks < 20 for stage in stages):
                break
            time.sleep(0.02)
        else:
            self.fail("the job never was half done")
        victims = executors()
        self.assertEqual(len(victims), 2)
        os.kill(victims[0], signal.SIGKILL)
        job.join()
        ids = sorted(row["id"] for row in found["rows"])
        self.assertEqual(ids, sorted(name for name, _ in self.documents))

    def test_html_column_and_null_rows(self):
        pages = [(str(page.name), page.read_bytes().decode("utf-8", "replace")) for page in PAGES] + [("none", None)]
        frame = self.spark.createDataFrame(pages, "name string, page string")
        records = self.rows(self.desk.records(frame, id="name", html="page"))
        self.assertEqual(len(records), len(pages))
        self.assertEqual(records["none"]["error"]["code"], "no-content")
        self.assertTrue(records["river-flood.html"]["quotes"])

    def test_ids_of_their_own(self):
        frame = self.spark.createDataFrame([(None, "One."), ("https://a.example/1", "Two.")], "address string, body string")
        ids = {row["id"] for row in self.desk.records(frame, text="body", url="address").collect()}
        self.assertIn("https://a.example/1", ids)
        self.assertEqual(len({id for id in ids if len(id) == 64}), 1)

    def test_files(self):
        found = self.rows(self.desk.records_of_files(map(str, PAGES), partitions=3))
        expected = {record["id"]: without_place(record) for record in map(json.loads, copydesk(*map(str, PAGES)))}
        self.assertEqual(found, expected)
        with self.assertRaisesRegex(Exception, "No such file"):
            self.desk.records_of_files(["/no/such/page.html"]).count()

    @unittest.skipUnless("warc" in copydesk("--help", lines=False), "this copydesk reads no WARC")
    def test_archives(self):
        paths = []
        for number, page in enumerate(PAGES[:4]):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read_bytes()
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                    f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
                    f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n")
            path = Path(self.folder.name) / f"news-{number}.warc.gz"
            path.write_bytes(gzip.compress(head.encode() + body + b"\r\n\r\n"))
            paths.append(str(path))
        found = self.rows(self.desk.records_of_files(paths, partitions=2))
        expected = {record["id"]: without_place(record) for record in map(json.loads, copydesk(*paths))}
        self.assertEqual(found, expected)
        self.assertEqual(len(found), 4)

    def test_names_of_their_own(self):
        base = Path(self.folder.name)
        (base / "ours.tsv").write_text("Orlin Tashev\tPER\tdesk:17\tTashev\nPort of Veld\tFAC\t204\n")
        (base / "corrections.tsv").write_text("kill\tPort of Veld\n")
        desk = Copydesk(self.spark, BINARY, gazetteers=[base / "ours.tsv"], names=base / "corrections.tsv")
        frame = self.spark.createDataFrame([("a", "Yesterday Tashev spoke at the Port of Veld.")], "name string, body string").repartition(2)
        entities = desk.records(frame, id="name", text="body").selectExpr("explode(entities) AS e").select("e.name", "e.link").collect()
        self.assertEqual([tuple(row) for row in entities], [("Orlin Tashev", "desk:17")])

    @unittest.skipUnless(WORKSHOP.exists(), "no copydesk-workshop beside the command")
    def test_a_compiled_list_of_names(self):
        base = Path(self.folder.name) / "compiled"
        base.mkdir()
        text = base / "watched.tsv"
        text.write_text("Mirela Dragoi-Stan\tPER\tdesk:88\tDragoi-Stan\nQuellmark Institute\tORG\tdesk:89\n")
        subprocess.run([WORKSHOP, "build-gazetteer", text], check=True, capture_output=True)
        # The executors have the compiled file alone.
        text.unlink()
        desk = Copydesk(self.spark, BINARY, gazetteers=base / "watched.cdgaz")
        bodies = [(f"doc-{number}", f"Report {number}: Dragoi-Stan left the Quellmark Institute.") for number in range(8)]
        frame = self.spark.createDataFrame(bodies, "name string, body string").repartition(4)
        found = desk.records(frame, id="name", text="body").selectExpr("id", "explode(entities) AS e")
        by_document = {}
        for row in found.select("id", "e.name", "e.type", "e.link").collect():
            by_document.setdefault(row[0], []).append(tuple(row[1:]))
        expected = [("Mirela Dragoi-Stan", "PER", "desk:88"), ("Quellmark Institute", "ORG", "desk:89")]
        self.assertEqual(by_document, {name: expected for name, _ in bodies})

    def test_the_page_about_it(self):
        """The Python of docs/SPARK.md, on files of this folder."""
        base = Path(self.folder.name) / "page"
        (base / "incoming").mkdir(parents=True)
        (base / "names.tsv").write_text("Port of Veld\tFAC\n")
        lines = [json.dumps({"name": name, "body": body}) for name, body in self.documents[:5]]
        (base / "incoming/one.json").write_text("\n".join(lines))
        rows = [("https://a.example/1", PAGES[0].read_text(), "2024-05-03")]
        known = {"spark": self.spark, "paths": [str(PAGES[0])],
                 "pages": self.spark.createDataFrame(rows, "url string, html string, date string"),
                 "articles": self.spark.createDataFrame([("a", "Maria Keller came.", "en")], "id string, body string, lang string")}
        blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/SPARK.md").read_text(), re.S)
        self.assertEqual(len(blocks), 3)
        with contextlib.redirect_stdout(io.StringIO()):
            for block in blocks:
                for written, here in (("/usr/bin/copydesk", BINARY), ("s3a://news", str(base)), ('"names.tsv"', f'"{base}/names.tsv"')):
                    block = block.replace(written, here)
                exec(block, known)
            for query in self.spark.streams.active:
                query.processAllAvailable()
                query.stop()
        self.assertEqual(self.spark.read.parquet(str(base / "records")).count(), 5)

    def test_the_binary_of_the_package(self):
        desk = Copydesk(self.spark)
        documents = self.spark.createDataFrame([("Rain fell in Oslo.",)] * 5, "body string")
        self.assertEqual([row.text for row in desk.records(documents, text="body").collect()], ["Rain fell in Oslo."] * 5)

    def test_what_is_wrong_is_told_on_the_driver(self):
        for wrong, words in (
                (dict(options=["--nope"]), "nope"), (dict(options=["--layers", "x"]), "x"),
                (dict(gazetteers="no-such.tsv"), "no-such.tsv"), (dict(binary="/no/such"), "/no/such"),
                (dict(binary="/bin/false"), "status 1")):
            with self.assertRaisesRegex(ValueError, words):
                Copydesk(self.spark, **{"binary": BINARY, **wrong})

    def test_no_documents(self):
        self.assertEqual(self.desk.records(self.frame(2).where("false"), id="name", text="body").count(), 0)

    def test_typed_columns(self):
        records = self.desk.records(self.frame(2), id="name", text="body")
        self.assertEqual(records.schema["quantities"].dataType.elementType["value"].dataType.simpleString(), "double")
        speakers = records.selectExpr("explode(quotes) AS quote").groupBy("quote.speaker.name").count()
        self.assertGreater(speakers.where("name IS NOT NULL").count(), 3)

    def test_limit_leaves_no_child(self):
        self.assertEqual(len(self.desk.records(self.frame(1), id="name", text="body").take(3)), 3)
        deadline = time.monotonic() + 20
        while children_called("copydesk") and time.monotonic() < deadline:
            time.sleep(0.2)
        self.assertEqual(children_called("copydesk"), [])

    def fails(self, command, message, one_line_each=True):
        lines = self.frame(2).select("body").withColumn("body", F.regexp_replace("body", "\n", " "))
        with self.assertRaisesRegex(Exception, message):
            lines.mapInArrow(line_filter(command, one_line_each), "line string").count()

    def test_a_filter_that_fails(self):
        self.fails(["/bin/sh", "-c", "/bin/cat; echo no more room >&2; exit 3"], "status 3: no more room")

    def test_a_filter_that_dies(self):
        self.fails(["/bin/sh", "-c", "/usr/bin/head -n 5; kill -9 $$"], "status -9")

    def test_a_filter_that_stops_early(self):
        self.fails(["/usr/bin/head", "-n", "5"], "lines in, 5 out")

    def test_a_filter_that_says_too_much(self):
        self.fails(["/bin/sh", "-c", "echo Loading the model; /bin/cat"], "lines in, 121 out")

    def test_rows_that_fail_before_the_filter(self):
        @F.udf("string")
        def broken(name):
            if name == "doc-0100":
                raise ValueError("upstream is broken")
            return name

        frame = self.frame(4).withColumn("name", broken("name"))
        with self.assertRaisesRegex(Exception, "upstream is broken"):
            self.desk.records(frame, id="name", text="body").count()

    def test_stream_from_a_folder(self):
        base = Path(self.folder.name)
        (base / "in").mkdir()

        def drop(name, documents):
            lines = "".join(json.dumps({"name": id, "body": body}) + "\n" for id, body in documents)
            (base / f".{name}").write_text(lines)
            (base / f".{name}").rename(base / "in" / name)

        def run():
            stream = self.spark.readStream.schema("name string, body string").json(str(base / "in"))
            records = self.desk.records(stream, id="name", text="body")
            query = (records.writeStream.format("json").option("path", str(base / "out"))
                     .option("checkpointLocation", str(base / "checkpoint")).trigger(availableNow=True).start())
            query.awaitTermination()
            written = self.spark.read.schema(self.desk.schema).json(str(base / "out"))
            return [row["id"] for row in written.select("id").collect()]

        drop("one.json", self.documents[:60])
        self.assertEqual(len(run()), 60)
        self.assertEqual(len(run()), 60, "nothing new, nothing twice")
        drop("two.json", self.documents[60:100])
        self.assertEqual(sorted(run()), sorted(name for name, _ in self.documents[:100]))


def processes():
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                yield int(entry), Path(f"/proc/{entry}/cmdline").read_bytes().split(b"\0")
            except OSError:
                pass


def descendants():
    """Ids of the processes that this one started, and that those started."""
    parents = {}
    for id, _ in processes():
        try:
            parents[id] = int(Path(f"/proc/{id}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass
    found = {os.getpid()}
    while True:
        more = {id for id, parent in parents.items() if parent in found} - found
        if not more:
            return found
        found |= more


def executors():
    ours = descendants()
    return sorted(id for id, words in processes() if id in ours and any(b"CoarseGrainedExecutorBackend" in w for w in words))


def children_called(name):
    ours = descendants()
    return [id for id, words in processes() if id in ours and os.path.basename(words[0].decode()) == name]


if __name__ == "__main__":
    unittest.main(verbosity=2)

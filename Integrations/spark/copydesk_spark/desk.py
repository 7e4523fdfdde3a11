"""DataFrames of documents to DataFrames of records."""
import json
import os
import subprocess

from pyspark import SparkFiles
from pyspark.sql import functions as F
from pyspark.sql.types import StructType

from .filter import line_filter

#: The columns that a document can have, and the keys of the lines that the command reads.
KEYS = ("id", "text", "html", "url", "title", "published", "language")


class Copydesk:
    """The command on every executor of a session.

    binary: the path of the command on the driver; it is shipped to the executors with `addFile`. That of the package
    `copydesk` (`pip install copydesk`, on the driver alone) if not given: it needs nothing but glibc on the executors.
    options: further options for the command, such as `["--layers", "quotes"]`.
    gazetteers, names, model: files on the driver for `--gazetteer`, `--names` and `--model`; they are shipped likewise.
    ValueError, with the command's own words, if it does not take the options or the files.
    """

    def __init__(self, spark, binary=None, options=(), gazetteers=(), names=None, model=None):
        self.spark, self.options = spark, tuple(options)
        if binary is None:
            import copydesk
            binary = copydesk.binary()
        if isinstance(gazetteers, (str, os.PathLike)):
            gazetteers = [gazetteers]
        files = [("--gazetteer", path) for path in gazetteers] + [("--names", names), ("--model", model)]
        files = [(option, path) for option, path in files if path is not None]
        self._try(binary, files)
        #: Options and the names of the files that go with them.
        self.files = tuple((option, self._ship(path)) for option, path in files)
        self.name = self._ship(binary)
        printed = subprocess.run([binary, "schema", "--for", "spark"], check=True, capture_output=True).stdout
        #: The type of a record.
        self.schema = StructType.fromJson(json.loads(printed))

    def records(self, documents, text=None, html=None, id=None, url=None, title=None, published=None, language=None):
        """A record for each row. The parameters name columns of `documents`; `text` or `html` (a string) must be given.

        Without an id, a document has its URL, else the SHA-256 of its content: the same for any partitioning. What a
        document cannot give is in its `error`; it loses no row. Works on streams as well.
        """
        named = dict(id=id, text=text, html=html, url=url, title=title, published=published, language=language)
        columns = {key: F.col(named[key]).cast("string") for key in KEYS if named[key] is not None}
        if not {"text", "html"} & set(columns):
            raise ValueError("name the column of the text or of the HTML")
        content = F.coalesce(*[columns[key] for key in ("text", "html") if key in columns])
        ids = [columns[key] for key in ("id", "url") if key in columns]
        columns["id"] = F.coalesce(*ids, F.sha2(F.coalesce(content, F.lit("")), 256))
        lines = documents.select(F.to_json(F.struct(*[column.alias(key) for key, column in columns.items()])))
        return self._typed(lines, ["--in", "jsonl", "-"], one_line_each=True)

    def records_of_files(self, paths, partitions=None):
        """The records of files that every executor can open (a shared file system): pages, JSON Lines, archives.

        paths: the paths, a file each. A file that cannot be opened fails the job.
        """
        paths = list(paths)
        rows = self.spark.createDataFrame([(path,) for path in paths], "path string")
        rows = rows.repartition(partitions or max(1, min(len(paths), 1000)))
        return self._typed(rows, ["--files-from", "-"], one_line_each=False)

    def _try(self, binary, files):
        """Runs it here on no documents: what is wrong with it is known before any task is."""
        given = [os.fspath(part) for pair in files for part in pair]
        try:
            tried = subprocess.run([binary, *self.options, *given, "--files-from", "-"], input=b"", capture_output=True)
        except OSError as error:
            raise ValueError(f"{binary}: {error.strerror}") from None
        if tried.returncode != 0:
            raise ValueError(tried.stderr.decode("utf-8", "replace").strip() or f"status {tried.returncode}")

    def _ship(self, path):
        """Sends a file to every executor; returns the name that it has there."""
        self.spark.sparkContext.addFile(os.path.abspath(path))
        return os.path.basename(path)

    def _typed(self, lines, arguments, one_line_each):
        name, options, files = self.name, self.options, self.files

        def command():
            # Absolute, since the child has no PATH.
            shipped = [part for option, file in files for part in (option, SparkFiles.get(file))]
            return [SparkFiles.get(name), "--jobs", "1", *options, *shipped, *arguments]

        # 1: every document of the partition has an error, and so have their rows; or, with --strict, that one has.
        good = (0,) if "--strict" in options else (0, 1)
        parsed = lines.mapInArrow(line_filter(command, one_line_each, good), "line string").select(
            F.from_json("line", self.schema, {"mode": "FAILFAST"}).alias("record"))
        if one_line_each:
            # The place of a line in a pipe depends on the partitioning and tells nobody anything.
            source = F.col("record.source").withField("offset", F.lit(None).cast("long"))
            parsed = parsed.withColumn("record", F.col("record").withField("source", source))
        return parsed.select("record.*")

"""Pages a core-second of the command alone and of a whole Spark job, on web archives: the numbers of docs/SPARK.md.

    python Integrations/spark/tests/measure.py A.warc.gz B.warc.gz …     in the environment that ../test makes

Processor time counts, of the executors and all that they start: what else the machine does matters less then. Each is run
three times; the median of its processor time is printed.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable

from pyspark.sql import SparkSession  # noqa: E402

from copydesk_spark import Copydesk  # noqa: E402
from test_spark import BINARY, descendants  # noqa: E402

RUNS = 3
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(ids):
    """Of these processes and of their children that have ended."""
    total = 0
    for id in ids:
        with open(f"/proc/{id}/stat") as stat:
            total += sum(map(int, stat.read().rsplit(")", 1)[1].split()[11:15]))
    return total / TICKS


def alone(paths):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    output = subprocess.run([BINARY, "--jobs", "1", "--quiet", *paths], capture_output=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return output.count(b"\n"), len(output), seconds, time.monotonic() - start


def on_spark(paths, folder):
    spark = (SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.driver.bindAddress", "127.0.0.1")
             .config("spark.driver.host", "127.0.0.1").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
             .config("spark.local.dir", folder)
             .getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    archive = os.path.join(folder, "copydesk_spark.zip")
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    subprocess.run([sys.executable, "-m", "zipfile", "-c", archive, "copydesk_spark"], check=True, cwd=package)
    spark.sparkContext.addPyFile(archive)
    desk = Copydesk(spark, BINARY)
    desk.records_of_files(paths[:1], partitions=2).write.mode("overwrite").parquet(f"{folder}/warm")
    start, before = time.monotonic(), processor_seconds(descendants() - {os.getpid()})
    desk.records_of_files(paths, partitions=len(paths)).write.mode("overwrite").option("compression", "zstd").parquet(f"{folder}/out")
    seconds, wall = processor_seconds(descendants() - {os.getpid()}) - before, time.monotonic() - start
    pages = spark.read.parquet(f"{folder}/out").count()
    size = sum(os.path.getsize(f"{folder}/out/{name}") for name in os.listdir(f"{folder}/out"))
    spark.stop()
    return pages, size, seconds, wall


def main():
    paths = sys.argv[1:]
    packed = sum(map(os.path.getsize, paths))
    with tempfile.TemporaryDirectory() as folder:
        for name, run in (("alone", lambda: alone(paths)), ("spark", lambda: on_spark(paths, folder))):
            pages, size, seconds, wall = sorted((run() for _ in range(RUNS)), key=lambda result: result[2])[RUNS // 2]
            print(f"{name}: {pages} pages ({packed / pages / 1000:.1f} kB each, packed), {seconds:.1f} core-seconds, "
                  f"{pages / seconds:.0f} pages a core-second, {wall:.1f} s, {size / pages / 1000:.1f} kB written a page", flush=True)


if __name__ == "__main__":
    main()

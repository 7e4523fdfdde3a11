"""Files that `copydesk` wrote, as pandas and pyarrow tables, with types that do not depend on what the first rows hold.

Builds on the package `copydesk` (`pip install copydesk`), which knows the types, and runs the command where there is no file yet.

    import copydesk_tables
    facts = copydesk_tables.read_pandas("facts.jsonl")
    table = copydesk_tables.read_arrow("records.jsonl", "records")      # nested, ready for Parquet
"""
import os

import copydesk
import pandas
import pyarrow
import pyarrow.json

SCHEMA = "copydesk/1"
LARGEST = 512 << 20  # bytes; pandas needs some ten times as much memory
SHAPES = {"records": copydesk.Record, "facts": copydesk.Fact}


def read_pandas(path):
    """The flat facts. Nothing is guessed: ids stay strings, `2023` stays a TIMEX3 value, dates stay text.

    Holds several times the file in memory, so it takes no more than LARGEST; `read_arrow` is for larger ones. ValueError, with
    the file's name, if it is too large, holds something else or its last line is cut off.
    """
    if os.path.getsize(path) > LARGEST:
        raise ValueError(f"{path}: {os.path.getsize(path) >> 20} MiB are too much for pandas; read_arrow takes it")
    try:
        facts = pandas.read_json(path, lines=True, dtype=False, encoding="utf-8")
    except ValueError as error:
        raise ValueError(f"{path}: no lines of JSON; the file may be cut off ({error})") from None
    if not {"doc", "kind", "id"} <= set(facts.columns):
        raise ValueError(f"{path}: no facts of copydesk --out facts")
    return facts


def read_arrow(path, shape="facts"):
    """A file of either shape, read in parallel, with the types of `copydesk schema`.

    ValueError, with the file's name, if it is empty, holds something else, or its last line is cut off.
    """
    # A block must hold the longest line.
    reading = pyarrow.json.ReadOptions(block_size=64 << 20)
    parsing = pyarrow.json.ParseOptions(explicit_schema=copydesk.arrow_schema(SHAPES[shape]), unexpected_field_behavior="error")
    try:
        table = pyarrow.json.read_json(path, reading, parsing)
    except pyarrow.ArrowInvalid as error:
        reason = "a line too long for a record" if "straddl" in str(error) else str(error).splitlines()[0]
        raise ValueError(f"{path}: {reason}") from None
    if shape == "records" and set(table["schema"].unique().to_pylist()) - {SCHEMA}:
        raise ValueError(f"{path}: lines of another schema than {SCHEMA}")
    return table

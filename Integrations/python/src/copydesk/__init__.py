"""News text to structured facts: people, places, organisations, quantities, times and quotes.

>>> import copydesk
>>> text = 'PARIS, 4 March 2021 - "We will open 12 schools in Lyon," Mayor Ann Lee said on Tuesday.'
>>> for record in copydesk.records(texts=[text]):
...     for quote in record["quotes"]:
...         print(quote["speaker"]["name"], quote["text"])
Ann Lee "We will open 12 schools in Lyon,"

Everything comes from the `copydesk` command, which is inside the package; nothing is downloaded, no service is asked.
"""
from ._binary import binary, version
from ._errors import CommandFailed, CopydeskError, DocumentFailed
from ._frames import arrow_batches, arrow_schema, to_arrow, to_pandas
from ._options import Document, Options
from ._records import Rows, facts, records
from ._types import Cue, Entity, Fact, Quantity, Quote, Record, Source, Span, Speaker, Time, Trouble

__all__ = [
    "CommandFailed", "CopydeskError", "Cue", "Document", "DocumentFailed", "Entity", "Fact", "Options", "Quantity",
    "Quote", "Record", "Rows", "Source", "Span", "Speaker", "Time", "Trouble", "arrow_batches", "arrow_schema",
    "binary", "facts", "records", "to_arrow", "to_pandas", "version",
]

"""Rows to tables. The columns' types come from the rows' own: never from what the first rows happen to hold."""
from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Literal, Tuple, Union, get_type_hints

from ._records import Rows
from ._types import Fact, Record

if TYPE_CHECKING:
    import pandas
    import pyarrow

AnyRow = Union[Record, Fact]


def to_pandas(rows: Iterable[AnyRow]) -> pandas.DataFrame:
    """All rows as a DataFrame: texts are `string`, numbers `Float64`, offsets `Int64`, lists and objects stay Python's.

    Needs pandas. Of rows of `facts`, every column is plain; the columns are there also if there is no row.

    >>> import copydesk
    >>> to_pandas(copydesk.facts(texts="Rain fell in Oslo."))[["kind", "text", "country"]].to_dict("records")
    [{'kind': 'entity', 'text': 'Oslo', 'country': 'NO'}]
    """
    import pandas

    shape, rows = _shape(rows)
    names = {str: "string", int: "Int64", float: "Float64"}
    columns: Dict[str, List[Any]] = {name: [] for name in get_type_hints(shape)}
    for row in rows:
        for name, column in columns.items():
            column.append(row[name])  # type: ignore[literal-required]
    return pandas.DataFrame({
        name: pandas.Series(columns[name], dtype=names.get(_plain(hint), "object"))
        for name, hint in get_type_hints(shape).items()})


def to_arrow(rows: Iterable[AnyRow]) -> pyarrow.Table:
    """All rows as a table of Arrow, nested where records are, ready for Parquet. Needs pyarrow.

    >>> import copydesk
    >>> to_arrow(copydesk.records(texts=["Rain fell in Oslo."])).column("entities")[0][0]["link"].as_py()[:9]
    'geonames:'
    """
    import pyarrow

    shape, rows = _shape(rows)
    return pyarrow.Table.from_batches(arrow_batches(rows), schema=arrow_schema(shape))


def arrow_batches(rows: Iterable[AnyRow], size: int = 1000) -> Iterator[pyarrow.RecordBatch]:
    """The rows in batches of no more than `size`: for what does not fit into memory at once.

        with pyarrow.parquet.ParquetWriter("facts.parquet", copydesk.arrow_schema(copydesk.Fact)) as writer:
            for batch in copydesk.arrow_batches(copydesk.facts("news/")):
                writer.write_batch(batch)
    """
    import pyarrow

    shape, rows = _shape(rows)
    schema, rest = arrow_schema(shape), iter(rows)
    while True:
        some = list(itertools.islice(rest, size))
        if not some:
            return
        yield pyarrow.RecordBatch.from_pylist(some, schema=schema)


def arrow_schema(shape: type) -> pyarrow.Schema:
    """The schema of `copydesk.Record` or `copydesk.Fact`."""
    import pyarrow

    return pyarrow.schema(_fields(shape))


def _shape(rows: Iterable[AnyRow]) -> Tuple[type, Iterable[AnyRow]]:
    """The type of rows, from the rows themselves or from the first of them."""
    if isinstance(rows, Rows):
        return rows.row_type, rows
    rest = iter(rows)
    head = list(itertools.islice(rest, 1))
    return Record if head and "schema" in head[0] else Fact, itertools.chain(head, rest)


def _fields(shape: type) -> List[pyarrow.Field]:
    import pyarrow

    return [pyarrow.field(name, _arrow(hint)) for name, hint in get_type_hints(shape).items()]


def _arrow(hint: Any) -> pyarrow.DataType:
    import pyarrow

    plain = _plain(hint)
    if getattr(plain, "__origin__", None) is list:
        return pyarrow.list_(_arrow(plain.__args__[0]))
    if plain in (str, int, float):
        return {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}[plain]
    return pyarrow.struct(_fields(plain))


def _plain(hint: Any) -> Any:
    """A hint without Optional; str for a Literal of strings."""
    while getattr(hint, "__origin__", None) is Union:
        [hint] = [each for each in hint.__args__ if each is not type(None)]
    return str if getattr(hint, "__origin__", None) is Literal else hint

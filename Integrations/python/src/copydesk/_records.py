"""Documents in, typed rows out."""
from __future__ import annotations

import json
import os
from typing import (
    TYPE_CHECKING, Any, Callable, Generator, Generic, Iterable, Iterator, List, Literal, Mapping, Optional, Type, TypeVar,
    Union)

from . import _child
from ._binary import binary
from ._errors import CommandFailed, DocumentFailed
from ._options import Document, Options, Path, arguments, several
from ._types import Fact, Record

if TYPE_CHECKING:
    from typing_extensions import Unpack

Row = TypeVar("Row", bound=Union[Record, Fact])
OnError = Literal["row", "raise"]


class Rows(Iterator[Row], Generic[Row]):
    """Rows as they come, once. `close`, or the end of a `with` block, ends the command early; so does the last reference.

    row_type: `Record` or `Fact`.
    """

    def __init__(self, row_type: Type[Row], rows: Generator[Row, None, None]) -> None:
        self.row_type = row_type
        self._rows = rows

    def __next__(self) -> Row:
        return next(self._rows)

    def close(self) -> None:
        self._rows.close()

    def __repr__(self) -> str:
        return f"<copydesk.Rows of {self.row_type.__name__}>"

    def __enter__(self) -> Rows[Row]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def records(
    paths: Union[Path, Iterable[Path], None] = None, *, texts: Union[str, Iterable[str], None] = None,
    documents: Optional[Iterable[Union[Document, Mapping[str, Any]]]] = None, on_error: OnError = "row",
    **options: Unpack[Options],
) -> Rows[Record]:
    """One record per document, in the order of the input, as they are made.

    One of three inputs: `paths` of files and folders (pages, text, JSON Lines, archives, feeds, tables, packed or not);
    `texts`, which are plain; `documents`, which are dicts with `text` or `html` and perhaps `id`, `url`, `title`,
    `published` and `language`. Texts and documents may be iterators without an end: no more is drawn from them than the
    command takes, and each has its record at its place. The list of paths is read to its end before the first record.

    A document that fails is a record with `error`, or, with `on_error="raise"`, a DocumentFailed. TypeError and ValueError
    for arguments that do not fit are raised at once; CommandFailed, if the command fails or dies, from the iterator.

    >>> [first, second] = records(texts=["Rain fell in Oslo.", "It cost 5 million euros."], layers="entities,quantities")
    >>> first["entities"][0]["name"], second["quantities"][0]["value"], second["quantities"][0]["unit"]
    ('Oslo', 5000000.0, 'EUR')
    >>> next(records("no-such-file"))["error"]["code"]
    'unreadable'
    >>> next(records("no-such-file", on_error="raise"))
    Traceback (most recent call last):
    copydesk._errors.DocumentFailed: no-such-file: no-such-file: No such file or directory
    """
    return _rows(Record, [], _failure_of_record, paths, texts, documents, on_error, options)


def facts(
    paths: Union[Path, Iterable[Path], None] = None, *, texts: Union[str, Iterable[str], None] = None,
    documents: Optional[Iterable[Union[Document, Mapping[str, Any]]]] = None, on_error: OnError = "row",
    **options: Unpack[Options],
) -> Rows[Fact]:
    """One flat row per fact, as `copydesk --out facts` has them: what a table is made of. Else the same as `records`.

    A document that fails is a row of kind `error`.

    >>> [(fact["kind"], fact["text"]) for fact in facts(texts="Rain fell in Oslo on 4 March 2021.")]
    [('entity', 'Oslo'), ('time', '4 March 2021')]
    """
    return _rows(Fact, ["--out", "facts"], _failure_of_fact, paths, texts, documents, on_error, options)


def _rows(
    row_type: Type[Row], shape: List[str], failure: Callable[[Any], Optional[DocumentFailed]],
    paths: Union[Path, Iterable[Path], None], texts: Union[str, Iterable[str], None],
    documents: Optional[Iterable[Union[Document, Mapping[str, Any]]]], on_error: OnError, options: Mapping[str, Any],
) -> Rows[Row]:
    if sum(given is not None for given in (paths, texts, documents)) != 1:
        raise TypeError("give one of paths, texts and documents")
    if on_error not in ("row", "raise"):
        raise ValueError(f"on_error is 'row' or 'raise', not {on_error!r}")
    argv: List[Union[str, bytes]] = [binary(), "--quiet", *shape, *arguments(options)]
    if paths is not None:
        argv += ["--null", "--files-from", "-"]
        source: Iterator[bytes] = (_path(path) for path in several(paths))
    else:
        if "format" in options:
            raise TypeError("format is for paths; texts and documents have theirs")
        argv += ["--in", "jsonl", "-"]
        if texts is not None:
            given: Iterable[Any] = [texts] if isinstance(texts, str) else texts
            source = (_line({"text": _checked(text)}) for text in given)
        elif isinstance(documents, Mapping):
            raise TypeError("documents are some; put the one into a list")
        else:
            source = (_line(document) for document in documents or ())
    one_each = paths is None and row_type is Record
    return Rows(row_type, _checked_rows(argv, source, one_each, failure if on_error == "raise" else None))


def _checked_rows(
    argv: List[Union[str, bytes]], source: Iterator[bytes], one_each: bool,
    failure: Optional[Callable[[Any], Optional[DocumentFailed]]],
) -> Generator[Any, None, None]:
    given = taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal given
        for line in source:
            given += 1
            yield line

    for line in _child.lines(argv, counted()):
        row = json.loads(line)
        taken += 1
        failed = failure(row) if failure else None
        if failed:
            raise failed
        yield row
    if one_each and given != taken:
        raise CommandFailed(0, f"{given} documents in, {taken} records out")


def _failure_of_record(record: Record) -> Optional[DocumentFailed]:
    error = record["error"]
    return DocumentFailed(record["id"], error["code"], error["message"]) if error else None


def _failure_of_fact(fact: Fact) -> Optional[DocumentFailed]:
    return DocumentFailed(fact["doc"], fact["type"], fact["text"]) if fact["kind"] == "error" else None


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    return text


def _path(path: Path) -> bytes:
    name = os.fsencode(path)
    if not name or b"\0" in name:
        raise ValueError(f"{path!r} is no path")
    return name + b"\0"


def _line(document: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        # Half a surrogate pair: the command writes U+FFFD for it, and warns.
        return json.dumps(document).encode() + b"\n"

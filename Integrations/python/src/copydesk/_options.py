"""Keyword arguments to arguments of the command."""
from __future__ import annotations

import os
from typing import Any, Iterable, List, Literal, Mapping, Sequence, TypedDict, Union

Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]


class Document(TypedDict, total=False):
    """One document of `documents`: `text` or `html`, and what else is known of it."""

    id: str
    text: str
    html: str
    url: str
    title: str
    published: str
    language: str


class Options(TypedDict, total=False):
    """What `records` and `facts` take beside their input: the command's own options (`copydesk --help`)."""

    layers: Union[str, Sequence[str]]
    published: str
    offsets: Literal["codepoint", "utf8", "utf16"]
    headline: Literal["text", "title"]
    verbatim: bool
    #: The format of all files; for texts and documents it is known.
    format: Literal["html", "text", "jsonl", "warc", "csv", "feed"]
    gazetteer: Union[Path, Sequence[Path]]
    names: Path
    model: Path
    jobs: int
    max_bytes: int
    timeout_per_doc: float
    memory_per_worker: int
    check_digests: bool
    #: Write each row out at once, also while others are in work; for input that trickles in.
    line_buffered: bool
    #: Anything else, as the command line has it.
    arguments: Sequence[str]


KNOWN = frozenset(Options.__annotations__)
RENAMED = {"format": "--in"}


def arguments(options: Mapping[str, Any]) -> List[Union[str, bytes]]:
    """The options as the command line has them.

    >>> arguments({"layers": ["quotes", "times"], "jobs": 2, "verbatim": True, "gazetteer": "names.tsv"})
    ['--layers', 'quotes,times', '--jobs', '2', '--verbatim', '--gazetteer', 'names.tsv']

    TypeError for one that there is not; what the command does not like about a value is told when it runs.
    """
    unknown = [name for name in options if name not in KNOWN]
    if unknown:
        raise TypeError(f"no option {unknown[0]!r}; there are {', '.join(sorted(KNOWN))}")
    out: List[Union[str, bytes]] = []
    for name, value in options.items():
        flag = RENAMED.get(name, "--" + name.replace("_", "-"))
        if name == "arguments":
            out += value
        elif value is True:
            out.append(flag)
        elif value is None or value is False:
            continue
        elif name == "layers":
            out += [flag, value if isinstance(value, str) else ",".join(value)]
        else:
            for each in several(value) if name == "gazetteer" else [value]:
                out += [flag, os.fspath(each) if isinstance(each, (bytes, os.PathLike)) else str(each)]
    return out


def several(paths: Union[Path, Iterable[Path]]) -> Iterable[Path]:
    """One path, or some, as some."""
    return [paths] if isinstance(paths, (str, bytes, os.PathLike)) else paths

"""What `copydesk schema` says, as types. Made by generate-types; not to be edited."""
from typing import List, Literal, Optional, TypedDict


class Source(TypedDict):
    """Where a document comes from."""

    path: str
    offset: int
    length: int
    format: Literal["html", "text", "jsonl", "warc", "csv", "feed"]
    charset: Optional[str]
    charset_by: Optional[Literal["bom", "http", "meta", "sniffed", "option"]]
    sha256: Optional[str]


class Span(TypedDict):
    """Offsets into the text; the end is exclusive."""

    start: int
    end: int


class Entity(TypedDict):
    """A name of a person, an organisation, a place…, where it stands."""

    id: str
    start: int
    end: int
    text: str
    sent: int
    conf: float
    rule: str
    type: Literal["PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK", "LAW"]
    name: str
    link: Optional[str]
    same_as: List[str]
    lat: Optional[float]
    lon: Optional[float]
    country: Optional[str]


class Quantity(TypedDict):
    """A number with its unit, or what it counts."""

    id: str
    start: int
    end: int
    text: str
    sent: int
    conf: float
    rule: str
    value: Optional[float]
    low: Optional[float]
    high: Optional[float]
    unit: Optional[str]
    dimension: str
    modifier: Literal["=", "~", "<", ">", "<=", ">="]
    counted: Optional[str]


class Time(TypedDict):
    """A date, a time, a duration or what recurs, in TIMEX3."""

    id: str
    start: int
    end: int
    text: str
    sent: int
    conf: float
    rule: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    underspecified: Optional[str]
    earliest: Optional[str]
    latest: Optional[str]
    anchor: Optional[Literal["published", "text", "option"]]


class Speaker(TypedDict):
    """Who said it, where the text names them."""

    start: int
    end: int
    text: str
    name: Optional[str]
    link: Optional[str]
    entity: Optional[str]


class Cue(TypedDict):
    """The reporting word."""

    start: int
    end: int
    text: str


class Quote(TypedDict):
    """What somebody said."""

    id: str
    start: int
    end: int
    text: str
    sent: int
    conf: float
    rule: str
    kind: Literal["direct", "indirect", "mixed"]
    clause: Optional[Span]
    parent: Optional[str]
    speaker: Optional[Speaker]
    cue: Optional[Cue]


class Trouble(TypedDict):
    """Why a document has no facts."""

    code: str
    stage: str
    message: str


class Record(TypedDict):
    """One document: what `copydesk` writes for it, key by key (docs/OUTPUT.md)."""

    schema: Literal["copydesk/1"]
    id: str
    source: Source
    url: Optional[str]
    site: Optional[str]
    title: Optional[str]
    byline: Optional[str]
    published: Optional[str]
    modified: Optional[str]
    published_by: Optional[str]
    title_by: Optional[str]
    byline_by: Optional[str]
    language: Optional[str]
    language_conf: Optional[float]
    text: str
    offsets: Literal["codepoint", "utf8", "utf16"]
    sentences: List[Span]
    entities: List[Entity]
    quantities: List[Quantity]
    times: List[Time]
    quotes: List[Quote]
    warnings: List[str]
    error: Optional[Trouble]
    run: str


class Fact(TypedDict):
    """One fact, flat: a row of `copydesk --out facts`; what a kind of fact does not have is None."""

    doc: str
    kind: str
    id: str
    start: int
    end: int
    text: str
    sent: int
    type: Optional[str]
    name: Optional[str]
    link: Optional[str]
    lat: Optional[float]
    lon: Optional[float]
    country: Optional[str]
    value: Optional[float]
    low: Optional[float]
    high: Optional[float]
    unit: Optional[str]
    dimension: Optional[str]
    modifier: Optional[str]
    counted: Optional[str]
    time_value: Optional[str]
    earliest: Optional[str]
    latest: Optional[str]
    speaker: Optional[str]
    speaker_link: Optional[str]
    cue: Optional[str]
    quote_kind: Optional[str]
    conf: float
    rule: str
    url: Optional[str]
    published: Optional[str]
    run: str

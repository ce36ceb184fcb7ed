"""Hypothesis strategies: awkward texts, and every record type worked out from its fields."""

from __future__ import annotations

from dataclasses import MISSING, fields
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Evidence,
    Figure,
    Forecast,
    Hint,
    Made,
    Marks,
    Mention,
    Occasion,
    Part,
    Problem,
    Quote,
    Span,
    Spans,
    Stance,
    StanceReason,
    Time,
    Voice,
    document_id,
)
from headwater.records.codec import field_types
from headwater.records.vocabulary import StanceKind

AWKWARD = [
    "\r\n",
    "\n",
    "\r",
    "\t",
    " ",
    "\u2028",  # line separator: no end of a line of JSON Lines
    "\u2029",
    "\x85",
    "\u00a0",
    "\u200b",  # zero-width space
    "\ufeff",
    "\u202e",  # right-to-left override
    "\x00",
    "e\u0301",  # e with a combining acute accent
    "n\u0303\u0323",
    "\U0001f469\u200d\U0001f692",  # a family of code points shown as one sign
    "\U0001f1fa\U0001f1e6",
    "\u05e9\u05dc\u05d5\u05dd",  # Hebrew
    "\u0645\u0631\u062d\u0628\u0627",  # Arabic
    "\u201cyes\u201d",
    "\u2018no\u2019",
    '"',
    "\\",
    "said",
    "Mr. Oke",
    ".",
    "\ud83d",  # half a pair, as broken pages hold
]
"""Pieces that break code which counts bytes, UTF-16 units, graphemes or lines."""

pieces = st.sampled_from(AWKWARD) | st.text(max_size=5)
texts = st.lists(pieces, max_size=30).map("".join)
filled_texts = texts.filter(bool)


@st.composite
def spans(draw: st.DrawFn, length: int = 200) -> Span:
    """A span inside a text of ``length`` code points."""
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def span_lists(draw: st.DrawFn, length: int = 200, least: int = 0) -> Spans:
    """Spans in order that do not overlap; neighbours may touch."""
    count = draw(st.integers(least, 4))
    cuts = draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count, unique=True))
    edges = sorted(cuts)
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with an awkward text, and hints inside it."""
    text, key = draw(filled_texts), draw(texts)
    hint = st.builds(Hint, spans(len(text)), of_type(field_types(Hint)["kind"]), st.none() | texts)
    return Document(
        id=document_id(key, text),
        source=draw(texts),
        source_key=key,
        text=text,
        title=draw(st.none() | texts),
        published=draw(st.none() | st.just("2024-12-17")),
        given=draw(st.sampled_from([(), ("title", "published")])),
        hints=tuple(draw(st.lists(hint, max_size=3))),
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A figure whose bounds are in order."""
    low, high = sorted(draw(st.tuples(_amounts, _amounts)))
    values = {n: draw(of_type(t)) for n, t in field_types(Figure).items() if n not in ("low", "high")}
    return Figure(low=draw(st.none() | st.just(low)), high=draw(st.none() | st.just(high)), **values)


@st.composite
def times(draw: st.DrawFn) -> Time:
    """A time; an unanchored one has no value."""
    values = {n: draw(of_type(t)) for n, t in field_types(Time).items()}
    return Time(**{**values, "value": None if values["basis"] == "unanchored" else values["value"]})


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """A quotation from a document that is drawn with it."""
    document = draw(documents())
    return Evidence.cite(document, draw(spans(len(document.text))))


@st.composite
def attributions(draw: st.DrawFn) -> Attribution:
    """An attribution whose chain begins with the page."""
    values = {n: draw(of_type(t)) for n, t in field_types(Attribution).items()}
    page = ChainLink(draw(filled_texts), None, "page")
    words = draw(span_lists(least=1)) if values["basis"] else ()
    sure = {"content": draw(span_lists(least=1)), "chain": (page, *values["chain"]), "basis_spans": words}
    return Attribution(**{**values, **sure})


@st.composite
def occasions(draw: st.DrawFn) -> Occasion:
    """An occasion; one without a day has no key."""
    day = draw(st.none() | st.dates().map(str))
    key = draw(st.none() | filled_texts) if day else None
    return Occasion(key, draw(of_type(field_types(Occasion)["kind"])), day, draw(span_lists(least=1)))


@st.composite
def stance_reasons(draw: st.DrawFn, length: int = 200) -> StanceReason:
    """A sign of opinion or report that counts for something."""
    sign = draw(of_type(field_types(StanceReason)["sign"]))
    points = draw(st.integers(-4, 4).filter(bool))
    return StanceReason(sign, points, draw(filled_texts), draw(span_lists(length)) if length > 8 else ())


@st.composite
def stances(draw: st.DrawFn, length: int = 200) -> Stance:
    """A stance that its score allows."""
    why = tuple(draw(st.lists(stance_reasons(length), max_size=3)))
    score = sum(reason.points for reason in why)
    side: StanceKind = "opinion" if score > 0 else "report"
    return Stance(draw(st.sampled_from((None, side))) if score else None, score, why)


@st.composite
def forecasts(draw: st.DrawFn, length: int = 200) -> Forecast:
    """A forecast whose modal stands in it, in the first part."""
    span = draw(spans(length))
    modal = draw(st.sampled_from((span, Span(span.start, span.start + 1), Span(span.end - 1, span.end))))
    made = draw(st.none() | record(Made))
    return Forecast(span, modal, draw(of_type(field_types(Forecast)["modality"])), 0, made)


_amounts = st.integers(0, 10**9) | st.floats(0, 1e9, allow_nan=False)
_scores = st.none() | st.floats(0, 1)


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a record's field."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([of_type(a) for a in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if hint == Spans:
        return span_lists()
    if origin is tuple:
        return st.lists(of_type(arguments[0]), max_size=3).map(tuple)
    return _LEAVES[hint] if hint in _LEAVES else record(hint)


def record(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Valid records of a class, their optional fields sometimes left at the default."""
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    types = field_types(kind)
    optional = {f.name for f in fields(kind) if f.default is not MISSING}
    always = {n: of_type(t) for n, t in types.items() if n not in optional}
    maybe = {n: of_type(t) for n, t in types.items() if n in optional}
    return st.fixed_dictionaries(always, optional=maybe).map(lambda values: kind(**values))


_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    Span: spans(),
    str: filled_texts,
    int: st.integers(0, 50),
    float: _amounts,
    bool: st.booleans(),
    type(None): st.none(),
}
_SPECIAL: dict[Any, st.SearchStrategy[Any]] = {
    Made: st.builds(Made, texts, texts, _scores, texts),
    Document: documents(),
    Figure: figures(),
    Time: times(),
    Evidence: evidence(),
    Attribution: attributions(),
    Occasion: occasions(),
    Forecast: forecasts(),
    Stance: stances(),
    StanceReason: stance_reasons(),
}
RECORDS: tuple[type[Any], ...] = (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Evidence,
    Figure,
    Forecast,
    Hint,
    Made,
    Marks,
    Mention,
    Occasion,
    Part,
    Problem,
    Quote,
    Stance,
    StanceReason,
    Time,
    Voice,
)
"""Every record that the codec writes on its own; a reading is built by hand in its tests."""

"""Readings by hand and by hypothesis, for what stores and writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from headwater.casefile.store import StoredSource
from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Figure,
    Forecast,
    Made,
    Mention,
    Occasion,
    Part,
    Problem,
    Reading,
    Span,
    Stance,
    StanceReason,
    Time,
    Voice,
    document_id,
)
from strategies import documents, filled_texts, forecasts, record, span_lists, spans, stances, texts

VERSIONS = {"reading": "1", "parts": "1", "voices": "1"}

TEXT = 'The mayor of Lowhaven said on Tuesday that 8 were hurt. "=We looked," she told the Post 🚒.'

MAYOR = Entity("e1", "the mayor of Lowhaven", "person")


def find(words: str, text: str = TEXT) -> Span:
    """The span of ``words`` in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(text: str = TEXT, key: str = "lowhaven.txt", **values: Any) -> Document:
    """A document of an invented article."""
    return Document(document_id(key, text), key, key, text, **{"outlet": "The Post", **values})


OPINION = StanceReason("section", 4, "its title names a section of opinion: Column")
TELLING = StanceReason("telling", -3, "it tells what others said (twice)", (find("said"), find("told")))
HURT = Figure(
    find("8"),
    8,
    8.5,
    "about",
    "person",
    "injured",
    side=find("Lowhaven"),
    status="civilian",
    window=find("on Tuesday"),
    as_of=find("Tuesday"),
)


def reading(of: Document | None = None) -> Reading:
    """A reading with one record or more of every kind; ``of`` must begin with :data:`TEXT`."""
    of = of or document(published="2024-12-17")
    page = ChainLink("The Post", None, "page")
    made = Made("rule:said", "1", 0.5, "a verb of saying")
    first = Attribution(
        id="a1",
        content=(find("that 8 were hurt"),),
        cue=(find("said"),),
        source=(find("The mayor of Lowhaven"),),
        form="indirect",
        sort="statement",
        source_kind="unnamed_person",
        speakers=("e1",),
        polarity="asserts",
        content_negated=False,
        certainty="certain",
        modality="hypothetical",
        parent=None,
        part=0,
        chain=(page, ChainLink("the mayor of Lowhaven", "e1", "speaker")),
        basis="briefing",
        basis_spans=(find("told the Post"),),
        occasion=Occasion("mayor|interview|2024-12-17", "interview", "2024-12-17", (find("on Tuesday"),)),
        made=made,
    )
    broken = replace(
        first,
        id="a2",
        content=(find("=We"), find("looked")),
        cue=(find("told"),),
        source=(find("she"),),
        form="direct",
        parent="a1",
        basis=None,
        basis_spans=(),
        occasion=None,
        made=None,
    )
    return Reading(
        of,
        parts=(Part(Span(0, len(of.text)), "body", Voice("The Post", "e2"), None, made),),
        entities=(MAYOR, Entity("e2", "Post", "organisation", ("the Post",))),
        mentions=(Mention(find("The mayor of Lowhaven"), "person", "e1", "nominal"),),
        times=(Time(find("Tuesday"), "date", "2024-12-17", "day", None, "published", "2024-12-17"),),
        figures=(HURT,),
        attributions=(first, broken),
        problems=(Problem("odd", "an odd word", "look", find("🚒")), Problem("plain", "no date")),
        stance=Stance("opinion", 1, (OPINION, TELLING)),
        forecasts=(Forecast(find("8 were hurt"), find("were"), "may", 0, made),),
    )


def source(name: str = "lowhaven.txt", data: bytes = b"bytes", **values: Any) -> StoredSource:
    """A source as the casefile takes it."""
    stated = {
        "kind": "text",
        "given": {"outlet": None},
        "sha256": f"digest of {data!r}",
        "versions": VERSIONS,
    }
    return StoredSource(**{"key": name, "name": name, "data": data, **stated, **values})


@st.composite
def any_readings(draw: st.DrawFn) -> Reading:
    """A valid reading of an awkward text, with records of every kind."""
    of = draw(documents())
    length = len(of.text)
    ids = draw(st.lists(filled_texts, max_size=3, unique=True))
    entity = st.none() | st.sampled_from(ids) if ids else st.none()

    def marked(kind: type[Any]) -> st.SearchStrategy[Any]:
        return st.builds(lambda one, span: replace(one, span=span), record(kind), spans(length))

    inside = st.none() | spans(length)
    figure = st.builds(
        lambda one, side, window, as_of: replace(one, side=side, window=window, as_of=as_of),
        marked(Figure),
        inside,
        inside,
        inside,
    )
    voice = st.none() | st.builds(Voice, filled_texts, entity)
    part = Part(Span(0, length), draw(record(Part)).kind, draw(voice), draw(st.none() | texts))
    mention = st.builds(lambda one, who: replace(one, entity=who), marked(Mention), entity)
    problem = st.builds(lambda one, span: replace(one, span=span), record(Problem), st.none() | spans(length))
    stance = draw(stances(length))
    told = draw(st.lists(forecasts(length), max_size=2)) if stance.kind == "opinion" else []
    return Reading(
        of,
        parts=(part,),
        entities=tuple(replace(draw(record(Entity)), id=i) for i in ids),
        mentions=tuple(draw(st.lists(mention, max_size=3))),
        times=tuple(draw(st.lists(marked(Time), max_size=2))),
        figures=tuple(draw(st.lists(figure, max_size=2))),
        attributions=tuple(_attribution(draw, n, length, entity) for n in range(draw(st.integers(0, 3)))),
        problems=tuple(draw(st.lists(problem, max_size=2))),
        stance=stance,
        forecasts=tuple(told),
    )


def _attribution(
    draw: st.DrawFn, number: int, length: int, entity: st.SearchStrategy[str | None]
) -> Attribution:
    speaker = draw(entity)
    link = ChainLink(draw(filled_texts), speaker, "speaker")
    one: Attribution = draw(record(Attribution))
    where = one.occasion and replace(one.occasion, spans=(draw(spans(length)),))
    return replace(
        one,
        id=f"a{number}",
        basis_spans=(draw(spans(length)),) if one.basis else (),
        occasion=where,
        content=(draw(spans(length)),),
        cue=draw(span_lists(length)) if length > 8 else (),
        source=(),
        speakers=() if speaker is None else (speaker,),
        parent=f"a{number - 1}" if number and draw(st.booleans()) else None,
        part=0,
        chain=(ChainLink(draw(filled_texts), None, "page"), link),
    )

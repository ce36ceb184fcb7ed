"""Names as the reader model hears them, beside those of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.reading.gazetteer import look_up
from headwater.reading.names import Name
from headwater.reading.ordered import spans_at
from headwater.records import Span
from headwater.records.vocabulary import EntityType

Heard = Sequence[tuple[Span, EntityType]]
# Shortest name that the model is believed alone: it splits off initials and single letters.
_SHORTEST = 3


def with_heard(text: str, rules: Sequence[Name], heard: Heard) -> tuple[Name, ...]:
    """The names of both, in order of the text.

    Where both see a name the rules say where it stands, for they know titles and
    determiners, and the model says what it names, unless the gazetteer or a title does.
    What the model alone hears is added.
    """
    types = dict(heard)
    own = [_typed(text, name, types) for name in rules]
    taken = _widest(n.span for n in rules)
    new = [Name(s, s, _type(text, s, kind)) for s, kind in heard if _is_new(text, s, taken)]
    return tuple(sorted((*own, *new), key=lambda n: (n.span.start, -n.span.end)))


def _widest(spans: Iterable[Span]) -> list[Span]:
    """Those that stand inside no other, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _typed(text: str, name: Name, types: dict[Span, EntityType]) -> Name:
    """A rule's name with the model's type, where only its shape told the rule what it is."""
    kind = types.get(name.core)
    titled = name.type == "person" and name.span.start < name.core.start
    if kind is None or titled or look_up(name.core.of(text)) is not None:
        return name
    return replace(name, type=kind)


def _type(text: str, span: Span, heard: EntityType) -> EntityType:
    known = look_up(span.of(text))
    return heard if known is None else known.type


def _is_new(text: str, span: Span, taken: Sequence[Span]) -> bool:
    return len(span) >= _SHORTEST and span.of(text)[0].isupper() and not spans_at(taken, span.start, span.end)

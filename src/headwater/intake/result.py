"""A text with its facts becomes the document of a source."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.intake.given import Given
from headwater.intake.intake import Intake, document_problems
from headwater.intake.language import language_of
from headwater.intake.source import Source
from headwater.records import Document, Hint, Problem, document_id


def intake_of(
    source: Source,
    text: str,
    hints: tuple[Hint, ...] = (),
    facts: Given | None = None,
    problems: Iterable[Problem | None] = (),
    key: str | None = None,
) -> Intake:
    """The intake of a source that holds one text.

    Args:
        source: where it comes from; what the user gave wins, then what came with it;
            its hints fill what all are silent on.
        text: the text of the document.
        hints: what the source's marks said of it.
        facts: what the text itself states.
        problems: what was noted while reading; ``None`` is passed over.
        key: the source key; by default the address, else that of the source.
    """
    given = source.given
    known = given.over(source.stated).over(facts or Given()).over(source.hints)
    key = key or known.url or source.key
    document = Document(
        id=document_id(key, text),
        source=source.name,
        source_key=key,
        text=text,
        url=known.url,
        outlet=known.outlet,
        title=known.title,
        byline=known.author,
        published=known.published,
        language=language_of(text),
        given=given.names(),
        hints=hints,
        sha256=source.sha256,
    )
    noted = (*(p for p in problems if p is not None), *document_problems(document))
    return Intake(source, (document,), noted)

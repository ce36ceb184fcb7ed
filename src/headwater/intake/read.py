"""A source becomes documents. Pure: the same source gives the same intake."""

from __future__ import annotations

from collections.abc import Callable

from headwater.intake.intake import Intake, document_problems
from headwater.intake.lines import BadLine, document_of_record, parse_lines
from headwater.intake.plain import read_text
from headwater.intake.source import Found, Source, SourceProblem
from headwater.records import Problem

BUNDLES = frozenset({"feed", "nexis", "factiva"})
"""Kinds of source that hold many articles, each a source of its own: see :func:`open_bundle`."""

PERHAPS_BUNDLES = frozenset({"docx"})
"""Kinds that may: :func:`open_bundle` gives nothing for a source of theirs that is one article."""


def read_source(source: Source) -> Intake:
    """Read one source into documents and problems.

    A source that cannot be read never raises: it gives no document and a
    problem of code ``source_unreadable`` or ``line_unreadable``.

    Raises:
        MemoryError: where this process may not hold what the source needs.
    """
    try:
        if source.kind in BUNDLES | PERHAPS_BUNDLES and (found := open_bundle(source)):
            return _read_found(source, found)
        return Intake(source, (), ()) if source.kind in BUNDLES else _READERS[source.kind](source)
    except MemoryError:  # of this process, not of the source: for who set its limits to tell
        raise
    except Exception as error:
        return Intake(source, (), (_unreadable(error),))


def open_bundle(source: Source) -> tuple[Found, ...]:
    """The articles of a source that holds many, and what kept others from being one.

    A hostile file can take long. Never raises, but:

    Raises:
        MemoryError: as :func:`read_source` does.
    """
    try:
        return tuple(_opener(source)(source))
    except MemoryError:  # as above
        raise
    except Exception as error:
        return (SourceProblem(source.name, _unreadable(error)),)


def _read_found(source: Source, found: tuple[Found, ...]) -> Intake:
    intakes = [
        read_source(item) if isinstance(item, Source) else Intake(source, (), (item.problem,))
        for item in found
    ]
    documents = tuple(document for intake in intakes for document in intake.documents)
    return Intake(source, documents, tuple(problem for intake in intakes for problem in intake.problems))


def _unreadable(error: Exception) -> Problem:
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    todo = "open it in a browser, copy the article, and add it as a plain text file"
    return Problem("source_unreadable", f"the source could not be read ({reason})", todo)


# Readers are imported on first need: the page reader takes half a second to load, which a pile of
# text need not pay.


def _opener(source: Source) -> Callable[[Source], tuple[Found, ...]]:
    if source.kind == "feed":
        from headwater.intake.bundles.feed import feed_entries  # noqa: PLC0415

        return feed_entries
    from headwater.intake.bundles.press import press_entries, word_entries  # noqa: PLC0415

    return word_entries if source.kind in PERHAPS_BUNDLES else press_entries


def _read_html(source: Source) -> Intake:
    from headwater.intake.saved import read_page  # noqa: PLC0415

    return read_page(source)


def _read_entry(source: Source) -> Intake:
    from headwater.intake.bundles.read import read_entry  # noqa: PLC0415

    return read_entry(source)


def _read_pdf(source: Source) -> Intake:
    from headwater.intake.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(source)


def _read_docx(source: Source) -> Intake:
    from headwater.intake.docx import read_docx  # noqa: PLC0415

    return read_docx(source)


def _read_mail(source: Source) -> Intake:
    from headwater.intake.mail import read_mail  # noqa: PLC0415

    return read_mail(source)


def _read_mhtml(source: Source) -> Intake:
    from headwater.intake.mail import read_mhtml  # noqa: PLC0415

    return read_mhtml(source)


def _read_record(source: Source) -> Intake:
    line = next(parse_lines([source.data]), BadLine(None, "the line is blank"))
    if isinstance(line, BadLine):
        todo = "mend the line and read the file again"
        return Intake(source, (), (Problem("line_unreadable", line.error, todo),))
    document = document_of_record(line, source.given, source.sha256)
    return Intake(source, (document,), document_problems(document))


_READERS: dict[str, Callable[[Source], Intake]] = {
    "html": _read_html,
    "text": read_text,
    "record": _read_record,
    "entry": _read_entry,
    "pdf": _read_pdf,
    "docx": _read_docx,
    "mail": _read_mail,
    "mhtml": _read_mhtml,
}

"""A case from Python: read sources into it, take rows and tables out of it."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from headwater.casefile import Casefile, Outcome
from headwater.casefile.memory import Memory
from headwater.casefile.store import TIMEOUT, StoredSource
from headwater.export import KINDS, write_csv, write_jsonl
from headwater.export.collect import every_row
from headwater.export.rows import Row
from headwater.fetch import Fetching, is_web_address
from headwater.intake import Columns, Given, Source, SourceProblem, find_sources
from headwater.intake.expand import Archive, Opener
from headwater.intake.find import STDIN, STDIN_NAME
from headwater.pipeline import VERSIONS
from headwater.pool import Apart, Lost, Pool, WorkerDied
from headwater.records import InputError, Problem, Reading
from headwater.version import __version__
from headwater.work import Work, archive_problem, or_problem, read_through, unpack_apart

if TYPE_CHECKING:
    import pandas as pd

FORMATS: dict[str, Callable[[Casefile, Path], None]] = {"jsonl": write_jsonl, "csv": write_csv}
"""The formats of an export, by name."""


@dataclass(slots=True)
class ReadReport:
    """What reading some sources did.

    Attributes:
        new: documents under source keys not met before.
        changed: documents that are a new version of one known before.
        again: documents with the same text, read again because a station or
            what is known of the source has changed.
        unchanged: documents that were up to date.
        statements: statements and attitudes found in the documents read.
        voices: how many names, or words where there is no name, these end at.
        problems: what befell each source or document, by the name of its source.
        missing: how many of the named sources do not exist.
    """

    new: int = 0
    changed: int = 0
    again: int = 0
    unchanged: int = 0
    statements: int = 0
    voices: int = 0
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    missing: int = 0

    def counts(self) -> dict[str, int]:
        """The numbers alone, for the run log."""
        return {**{name: getattr(self, name) for name in _COUNTED}, "problems": len(self.problems)}

    def to_dict(self) -> dict[str, Any]:
        """The counts, and each problem with its source."""
        listed = [{"source": name, **asdict(problem)} for name, problem in self.problems]
        return {**self.counts(), "problems": listed}


_COUNTED = ("new", "changed", "again", "unchanged", "statements", "voices")


class Case:
    """One case, kept in one file. Use it in a ``with`` block, or call :meth:`close`.

    Lists and tables hold the current versions of the documents, with the rows
    and ids of ``headwater export``.
    """

    def __init__(self, casefile: Casefile) -> None:
        self._casefile = casefile

    @property
    def path(self) -> Path:
        """The casefile."""
        return self._casefile.path

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the one file and let go of it."""
        self._casefile.close()

    def read(  # noqa: PLR0913 - each is an option of the command line
        self,
        sources: Iterable[str | Path] | str | Path,
        *,
        given: Given | None = None,
        workers: int | None = 1,
        progress: Callable[[str, ReadReport], None] | None = None,
        stdin: BinaryIO | None = None,
        fetching: Fetching | None = None,
        columns: Columns | None = None,
        retry: bool = False,
    ) -> ReadReport:
        """Read sources into the case; what is there and unchanged is left as it is.

        Args:
            sources: files, folders, addresses of pages (``https://...``), or ``-``
                for ``stdin``. Nothing is fetched that is not named.
            given: facts about all of them that win over what they say themselves.
            workers: how many processes read. One is this process; ``None`` is
                one a core, for which a script must stand under
                ``if __name__ == "__main__":``, since workers load it anew.
            progress: called after each source with its name and the counts so far.
            stdin: where ``-`` reads from.
            fetching: how pages are fetched, and the feeds and files of addresses
                that name more of them.
            columns: which columns of CSV tables hold what, where their names do not tell.
            retry: whether to try sources again that took too much time or memory before.

        Raises:
            InputError: where nothing is named.
            CasefileError: where the casefile cannot be written. All that was
                stored before stays; reading again goes on from there.
        """
        names = [sources] if isinstance(sources, str | Path) else list(sources)
        fetching = fetching or Fetching()
        if not (names or fetching.lists or fetching.feeds):
            raise InputError("No source is named. Name files, folders or addresses, or - for standard input.")
        progress = progress or (lambda *_: None)
        run = _Run(self._casefile, self._casefile.start_run(__version__, VERSIONS), progress, retry=retry)
        with Pool(workers) as pool, Apart() as apart:
            opener = partial(run.opened, apart)
            # Closed, so that no archive is unpacked any further where reading ends early.
            with closing(_found(names, given, stdin, fetching, columns, opener)) as found:
                run.read(pool, found)
        read = [_named(name) for name in (*names, *fetching.lists, *fetching.feeds)]
        self._casefile.end_run(run.number, run.report.counts(), read)
        run.report.problems.sort(key=lambda pair: (pair[0], pair[1].code, pair[1].what))
        return run.report

    def readings(self) -> Iterator[Reading]:
        """Each document with all its records, sorted by publication and id."""
        return self._casefile.readings()

    def rows(self, kind: str) -> list[Row]:
        """All rows of one kind of record, as ``export`` writes them.

        Raises:
            InputError: for a kind that an export does not have.
        """
        if kind not in KINDS:
            raise InputError(f"There is no table {kind!r}. Name one of: {', '.join(KINDS)}.")
        return [row for _, row in every_row(self._casefile, [kind])]

    def documents(self) -> list[Row]:
        """One row a document."""
        return self.rows("documents")

    def attributions(self) -> list[Row]:
        """One row a statement or attitude, with its chain of voices and its words."""
        return self.rows("attributions")

    def problems(self) -> list[Row]:
        """One row for each thing that could not be read or resolved."""
        return self.rows("problems")

    def source_problems(self) -> list[tuple[str, Problem]]:
        """What kept sources from being read, by the source's name."""
        return self._casefile.source_problems()

    def table(self, kind: str) -> pd.DataFrame:
        """The rows of one kind as a pandas data frame.

        Raises:
            InputError: for an unknown kind, or where pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an extra that only tables need
        except ImportError as error:
            raise InputError(
                "Tables need pandas. Install it with `pip install 'headwater[tables]'`."
            ) from error
        return pd.DataFrame(self.rows(kind))

    def export(self, folder: str | Path, *, format: str = "jsonl") -> None:  # noqa: A002 - the option's name
        """Write the case into a folder, for other programs (``jsonl``) or spreadsheets (``csv``).

        Raises:
            InputError: for an unknown format, or a folder that holds other
                things or cannot be written.
        """
        if format not in FORMATS:
            raise InputError(f"There is no format {format!r}. Name one of: {', '.join(FORMATS)}.")
        FORMATS[format](self._casefile, Path(folder))

    def _repr_html_(self) -> str:
        documents = self._casefile.documents()
        cells = [(d.published or "", d.outlet or "", d.title or d.source) for d in documents]
        body = "".join(f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in cells)
        head = "<tr><th>published</th><th>outlet</th><th>title</th></tr>"
        count = f"{len(documents)} document{'' if len(documents) == 1 else 's'}"
        return f"<p>{html.escape(self.path.name)}: {count}</p><table>{head}{body}</table>"


class _Run:
    """One run of reading: what it has met, and what came of it."""

    def __init__(
        self,
        casefile: Casefile,
        number: int,
        progress: Callable[[str, ReadReport], None],
        *,
        retry: bool,
    ) -> None:
        self.number = number
        self.report = ReadReport()
        self._casefile = casefile
        self._progress = progress
        self._memory = Memory(casefile, VERSIONS["intake"], retry=retry)
        self._voices: set[str] = set()

    def read(self, pool: Pool, found: Iterable[Source | SourceProblem]) -> None:
        """Read and store what is found, and what is found within it."""
        for source, result in pool.map(read_through, self.to_read(found)):
            work = or_problem(result)
            if work.found:
                self.read(pool, work.found)
            else:
                self.store(source, work)

    def opened(self, apart: Apart, archive: Archive) -> Iterator[Source | SourceProblem]:
        """What is in an archive, unpacked in ``apart``; of one that was given up, what came before that."""
        name, known, after = archive.named.name, self._memory.of(archive), 0
        with closing(unpack_apart(apart, archive)) as results:
            for result in islice(results, known.after if known else None):
                if isinstance(result, Lost):
                    problem = archive_problem(result)
                    if not isinstance(result, WorkerDied):
                        self._memory.keep(archive, after, problem)
                    yield SourceProblem(name, problem)
                    return
                after += 1
                yield result
        if known:
            yield SourceProblem(name, known.problem)
        else:
            self._memory.forget(archive)

    def to_read(self, found: Iterable[Source | SourceProblem]) -> Iterator[Source]:
        """The sources that are not up to date; the others are noted as met."""
        for item in found:
            if isinstance(item, SourceProblem):
                self._problems(item.name, [item.problem])
            elif count := self._casefile.met_unchanged(self.number, _stored(item, VERSIONS)):
                self.report.unchanged += count
                self._progress(item.name, self.report)
            elif known := self._memory.of(item):
                self._problems(item.name, [known.problem])
            else:
                yield item

    def store(self, source: Source, work: Work) -> None:
        """Store what was read from ``source``."""
        if not work.readings:
            self._problems(source.name, work.problems)
            if work.gave_up:
                self._memory.keep(source, 0, work.problems[0])
            return
        stored = _stored(source, {} if work.failed else VERSIONS)
        for outcome, reading in zip(
            self._casefile.store(self.number, stored, work.readings), work.readings, strict=True
        ):
            self._count(outcome, source, reading)
        self._progress(source.name, self.report)

    def _count(self, outcome: Outcome, source: Source, reading: Reading) -> None:
        setattr(self.report, outcome, getattr(self.report, outcome) + 1)
        self.report.statements += len(reading.attributions)
        self._voices.update(attribution.chain[-1].label for attribution in reading.attributions)
        self.report.voices = len(self._voices)
        self.report.problems += [(source.name, problem) for problem in reading.problems]

    def _problems(self, name: str, problems: Sequence[Problem]) -> None:
        self._casefile.store_problems(self.number, name, problems)
        self.report.problems += [(name, problem) for problem in problems]
        self.report.missing += sum(problem.code == "source_missing" for problem in problems)
        self._progress(name, self.report)


def _found(
    names: Sequence[str | Path],
    given: Given | None,
    stdin: BinaryIO | None,
    fetching: Fetching,
    columns: Columns | None,
    opener: Opener,
) -> Generator[Source | SourceProblem, None, None]:
    """The sources behind ``names``: what is here first, then what is fetched."""
    here = [name for name in names if not is_web_address(name)]
    yield from find_sources(here, given, stdin, columns, opener)
    urls = [str(name) for name in names if is_web_address(name)]
    if urls or fetching.lists or fetching.feeds:
        from headwater.fetch.sources import fetch_sources  # noqa: PLC0415 - most runs fetch nothing

        yield from fetch_sources(urls, given, fetching)


def _named(name: str | Path) -> str:
    """``name`` as the names of sources begin."""
    if is_web_address(name):
        return str(name).strip()
    return STDIN_NAME if str(name) == STDIN else Path(name).as_posix()


def _stored(source: Source, versions: dict[str, str]) -> StoredSource:
    return StoredSource(
        key=source.key,
        name=source.name,
        kind=source.kind,
        given=_facts(source),
        sha256=hashlib.sha256(source.data).hexdigest(),
        data=source.data,
        versions=versions,
    )


def _facts(source: Source) -> dict[str, Any]:
    """What was stated about ``source`` from outside: where that changes, it is read again."""
    came_with = {"stated": source.stated, "hints": source.hints}
    facts = {name: asdict(given) for name, given in came_with.items() if given != Given()}
    return asdict(source.given) | facts | ({"charset": source.charset} if source.charset else {})


def open_case(
    path: str | Path, *, create: bool = True, readonly: bool = False, timeout: float = TIMEOUT
) -> Case:
    """Open a case, or begin one.

    Args:
        path: the casefile.
        create: whether to make the file where it is missing.
        readonly: only read; the file is never changed, and must be there.
        timeout: seconds to wait for another program that writes to it.

    Raises:
        CasefileError: where it is missing, no casefile, or cannot be used.

    Example:
        >>> with open_case('story.case') as case:  # doctest: +SKIP
        ...     case.read(['articles/'])
        ...     case.table('attributions')
    """
    path = Path(path)
    if not create and not path.exists():
        readonly = True  # which says that it is missing
    return Case(Casefile(path, readonly=readonly, timeout=timeout))

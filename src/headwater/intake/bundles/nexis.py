"""The articles in an export of Nexis: the older form and that of Nexis Uni.

Older files open each article with "1 of 37 DOCUMENTS", name outlet and date,
then the headline and fields in capitals ("BYLINE:", "LENGTH:"), and close with
"LOAD-DATE:" and the like. Some sources have the headline above the date, or the
fields below the text. Nexis Uni puts the headline first, then outlet and date,
"Body" above the text and "End of Document" below it. ``LOAD-DATE`` is when the
database took the article in, which may be days off, and is not read for its date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from headwater.intake.bundles.entry import Entry
from headwater.intake.bundles.nexis_lines import (
    BODY,
    BODY_UNI,
    ENDS,
    ERROR,
    OPENS,
    Blocks,
    blocks_of,
    field_of,
    is_edition,
    is_notice,
    is_rights,
    stamp_in,
    tail_start,
)
from headwater.intake.bundles.paragraphs import byline_of, joined, paragraphs_of
from headwater.intake.bundles.stamps import stated_day

_COVER = re.compile(
    r"(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by)\b.*"
)
_COVER_OLDER = re.compile(r"(?:Download Request|Print Request|Printopdracht|Ausgabeauftrag):.*")
_LISTED = re.compile(r"1\.\s*(.*)")
_COUNTED = re.compile(r"Documents? \((\d{1,6})\)")
_ADDRESS = re.compile(r"URL:\s*(https?://\S+)", re.IGNORECASE)
_BY = re.compile(r"(?:Von|Par|Por|Door)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_NAMES = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ ,]+(?:and |und |et )?[A-ZÀ-Þ][\w.'’-]*){1,5}")
_PORTION = 50
"""Articles that a file is cut off at where a search gave more; such numbers are multiples of it."""


def is_nexis(lines: list[str]) -> bool:
    """Whether the lines of a file are those of an export."""
    uni = not _openings(lines)
    parts = not uni or any(map(ENDS.fullmatch, lines))
    return parts and any(_is_head(line, uni=uni) for line in lines)


def stated_count(lines: list[str]) -> int:
    """How many articles the file says it holds; 0 where it says nothing.

    A file may be one portion of a larger export ("501 of 2146 DOCUMENTS" to
    "1000 of 2146"): then those between its first and its last number count.
    """
    listed = [int(match[1]) for match in map(_COUNTED.fullmatch, lines) if match]
    numbers: dict[int, set[int]] = {}
    for number, total in (_number(lines[at]) for at in _openings(lines)):
        numbers.setdefault(total, set()).add(number)
    return sum(_portion_size(found, total) for total, found in numbers.items()) or max(listed, default=0)


def _portion_size(numbers: set[int], total: int) -> int:
    first, last = min(numbers), max(numbers)
    cut_off = first == 1 and last % _PORTION and last < total
    return total if cut_off else last - first + 1


def nexis_articles(lines: list[str]) -> Iterator[Entry]:
    """The articles among the lines of an export; one without paragraphs could not be understood."""
    opened = bool(_openings(lines))
    for portion in _portions(lines):
        if any(portion):
            yield _entry(_read(portion, uni=not opened))


# Between the articles


def _number(line: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", line)]
    return numbers[0], numbers[1]


def _openings(lines: list[str]) -> list[int]:
    """Where articles of the older form open: a line in a text may look so, but counts to another total."""
    found = [n for n, line in enumerate(lines) if OPENS.fullmatch(line)]
    ends = sum(ENDS.fullmatch(line) is not None for line in lines)
    if ends >= len(found) and any(_is_head(line, uni=True) for line in lines):
        return []  # it is of Nexis Uni
    totals = Counter(_number(lines[n])[1] for n in found)
    usual = max(totals.values(), default=0)
    return [n for n in found if totals[_number(lines[n])[1]] == usual or _is_closed(lines, n)]


def _is_closed(lines: list[str], at: int) -> bool:
    """Whether an article has ended above line ``at``: the block there is one of fields or rights."""
    last = next((n for n in range(at - 1, -1, -1) if lines[n]), 0)
    first = next((n for n in range(last, 0, -1) if not lines[n - 1]), 0)
    block = lines[first : last + 1]
    return any(map(is_rights, block)) or tail_start(block, 0) == 0


def _portions(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each article; what stands before the first, such as a cover sheet, is left out."""
    opening = _openings(lines)
    if not opening:
        yield from _uni_portions(_without_cover(lines))
        return
    for start, end in zip(opening, [*opening[1:], len(lines)], strict=True):
        portion = lines[start + 1 : end]
        # Where exports were joined, the cover sheet of the next stands here.
        cover = next((n for n, line in enumerate(portion) if _COVER_OLDER.fullmatch(line)), None)
        yield from _without_error(portion[:cover])


def _uni_portions(lines: list[str]) -> Iterator[list[str]]:
    """What stands between the ends; without the head of an article it goes on with the one before.

    Behind the last end nothing but blank lines and a page's foot is left.
    """
    held: list[str] = []
    for ends, group in groupby(lines, key=lambda line: ENDS.fullmatch(line) is not None):
        part = list(group)
        if ends:
            continue
        if any(_is_head(line, uni=True) for line in part) or any(map(ERROR.fullmatch, part)):
            if held:
                yield held
            held = part
        elif held and tail_start(part, 0) < len(part):
            held += ["", "End of Document", "", *part]
    if held:
        yield held


def _without_error(portion: list[str]) -> Iterator[list[str]]:
    """A portion, and one for each article behind it in whose place the database put an error."""
    failed = [n for n, line in enumerate(portion) if ERROR.fullmatch(line)]
    if failed and any(_is_head(line, uni=False) for line in portion[: failed[0]]):
        yield portion[: failed[0]]
        yield from ([portion[n]] for n in failed)
    else:
        yield portion


def _is_head(line: str, *, uni: bool) -> bool:
    found = field_of(line, uni=uni)
    return (found is not None and found[0] == "LENGTH") or (uni and BODY_UNI.fullmatch(line) is not None)


def _without_cover(lines: list[str]) -> list[str]:
    """The lines of Nexis Uni without the sheet in front, which lists the articles and the search."""
    body = next((n for n, line in enumerate(lines) if _is_head(line, uni=True)), len(lines))
    cover = [n for n, line in enumerate(lines[:body]) if _COVER.fullmatch(line)]
    if not cover:
        return lines
    listed = next((n for n, line in enumerate(lines[:body]) if _LISTED.match(line)), None)
    if listed is not None:
        told = _LISTED.match(lines[listed])
        title = (told and told[1]) or next((line for line in lines[listed + 1 : body] if line), "")
        again = [n for n in range(cover[0], body) if lines[n] == title and n > listed + 1]
        if again:
            return lines[again[-1] :]
    return lines[cover[-1] + 1 :]


# Within an article


@dataclass(slots=True)
class _Draft:
    """One article being gathered."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    headline: str | None = None
    dek: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    text: list[str] = field(default_factory=list)


def _read(lines: list[str], *, uni: bool) -> _Draft:
    draft = _Draft()
    first, begin = _head_fields(lines, draft, uni=uni)
    end = tail_start(lines, begin)
    draft.text = [line for line in lines[begin:end] if not ERROR.fullmatch(line)]
    draft.url = next((match[1] for match in map(_ADDRESS.match, lines[end:]) if match), None)
    above = blocks_of(lines[: min(first, end)])
    _take_uni(draft, above) if uni else _take_older(draft, above)
    return draft


def _head_fields(lines: list[str], draft: _Draft, *, uni: bool) -> tuple[int, int]:
    """Gather the fields above the text; where they begin, and where the text does."""
    body = BODY_UNI if uni else BODY
    opening = (n for n in range(len(lines)) if body.fullmatch(lines[n]) or _opens_field(lines, n, uni=uni))
    first = next(opening, len(lines))
    values, filled = [""], False
    for n in range(first, len(lines)):
        line, found = lines[n], field_of(lines[n], uni=uni)
        if match := body.fullmatch(line):
            lines[n] = match[1] if match.groups() else ""
            return first, n
        if found and _opens_field(lines, n, uni=uni):
            values, filled = draft.fields.setdefault(found[0], []), bool(found[1])
            values.append(found[1])
        elif line and filled and not lines[n - 1]:
            return first, n
        elif line:
            # On the next lines, or below a name that stands alone, the value goes on.
            values.append(line)
            filled = True
    return first, len(lines)


def _opens_field(lines: list[str], n: int, *, uni: bool) -> bool:
    """Whether a field opens at line ``n``: below a blank line, another field, a date or the rights."""
    if field_of(lines[n], uni=uni) is None:
        return False
    above = lines[n - 1] if n else ""
    return (
        not above or field_of(above, uni=uni) is not None or is_rights(above) or stamp_in([above]) is not None
    )


def _take_uni(draft: _Draft, above: Blocks) -> None:
    """Headline, outlet, date; they may stand without blank lines between them."""
    lines = [line for block in above for line in block if not is_rights(line)]
    at = next((n for n in range(len(lines) - 1, 0, -1) if stamp_in([lines[n]]) is not None), None)
    if at is not None:
        draft.date = stated_day(lines[at])
    named = lines[:at]
    draft.outlet = named[-1] if len(named) > 1 else None
    draft.headline = joined(named[:-1] if len(named) > 1 else named)


def _take_older(draft: _Draft, above: Blocks) -> None:
    """Outlet first, date, headline; or the headline above the date; or all text above the fields."""
    blocks = _without_rights(above)
    dated = next((n for n, block in enumerate(blocks) if stamp_in(block) is not None), None)
    between, after = blocks[1:], []
    if dated is not None:
        line = stamp_in(blocks[dated]) or 0
        draft.date = stated_day(blocks[dated][line])
        between, after = blocks[1:dated], blocks[dated + 1 :]
        draft.outlet = joined(blocks[0] if dated else blocks[0][:line][:1])
    elif blocks:
        draft.outlet = joined(blocks[0])
        between, after = [], blocks[1:]
    between = [block for block in between if not is_notice(block)]
    while after and is_edition(after[0]):
        after = after[1:]
    _take_words(draft, between, after)


def _take_words(draft: _Draft, between: Blocks, after: Blocks) -> None:
    """Tell headline, byline, summary and text apart among the blocks without a name."""
    draft.headline = joined(draft.fields.get("HEADLINE", [])) or joined(_lines(between))
    if draft.headline is None and after:
        draft.headline, after = joined(after[0]), after[1:]
    elif after and len(after[0]) == 1 and _NAMES.fullmatch(after[0][0]):
        draft.author, after = byline_of(after[0]), after[1:]
    if any(draft.text) and not between:
        draft.dek = joined(_lines(after))
    else:
        draft.text = [*_lines(after), "", *draft.text]


def _lines(blocks: Blocks) -> list[str]:
    return [line for block in blocks for line in (*block, "")]


def _without_rights(blocks: Blocks) -> Blocks:
    """Blocks without those that name who holds the rights; the outlet may share a block with them."""
    left: Blocks = []
    for n, block in enumerate(blocks):
        if not is_rights(block[0]):
            left.append(block)
        elif n + 1 == len(blocks) or stamp_in(blocks[n + 1]) is not None:
            left.append(block[1 + max(n for n, line in enumerate(block) if is_rights(line)) :])
    return [block for block in left if block]


def _entry(draft: _Draft) -> Entry:
    headline = joined(draft.fields.get("HEADLINE", [])) or draft.headline
    paragraphs = paragraphs_of(draft.text)
    dateline = joined(draft.fields.get("DATELINE", []))
    if dateline and paragraphs and not paragraphs[0].startswith(dateline):
        paragraphs = (dateline, *paragraphs)
    return Entry(
        paragraphs=paragraphs,
        dek=joined(draft.fields.get("HIGHLIGHT", [])) or draft.dek,
        id=f"nexis:{draft.outlet or ''}, {draft.date or ''}, {headline}" if headline else None,
        title=headline,
        author=_author(draft.fields.get("BYLINE", [])) or draft.author,
        outlet=draft.outlet,
        url=draft.url,
        published=draft.date,
    )


def _author(lines: list[str]) -> str | None:
    named = _BY.sub("", joined(lines) or "", count=1)
    return byline_of([", ".join(part.strip() for part in named.split(";") if part.strip())])

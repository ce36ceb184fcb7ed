"""Lines of printed pages become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_EDGE = 0.1  # share of a page's height at its top and foot in which running lines stand
_EDGE_LINES = 3  # lines at either end that can be running ones
_REPEATED = 0.5  # share of the pages from which on a line at the edge is a running one
_PITCH = 1.4  # a gap of more than this many times the usual one parts paragraphs
_INDENT = 0.6  # of a line's height; less is the uneven edge of letters
_SHORT = 0.8  # share of the usual width below which a line that ends a sentence ends its paragraph
_LARGE = 1.25  # times the usual height; headlines are set larger
_NUMBER = re.compile(r"(?:page |p\. ?)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_ENDS = re.compile(r"[.?!:…][”\"’')\]]*$")
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = re.compile(r"^\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, its edges in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page_height: float

    @property
    def height(self) -> float:
        """Its letters' height, in points."""
        return max(0.1, self.top - self.bottom)


def without_running(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without their running heads, feet and page numbers, and what was left out.

    A running line stands at the edge of half of the pages (at least two), its digits aside.
    """
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    enough = max(2, _REPEATED * sum(map(bool, pages)))
    kept, dropped = [], []
    for page in pages:
        running = {id(line) for line in _edges(page) if counts[_key(line)] >= enough or _is_number(line)}
        kept.append([line for line in page if id(line) not in running])
        dropped += [line.text for line in page if id(line) in running]
    return kept, dropped


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def _edges(page: list[Line]) -> list[Line]:
    """The lines at the top and foot of a page."""
    by_height = sorted(page, key=lambda line: -line.top)
    ends = [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]
    return [line for line in dict.fromkeys(ends) if _at_edge(line)]


def _at_edge(line: Line) -> bool:
    edge = _EDGE * line.page_height
    return line.bottom > line.page_height - edge or line.top < edge


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text.strip()) is not None


def paragraphs(pages: list[list[Line]]) -> list[tuple[str, bool]]:
    """The paragraphs of all pages, each with whether it is set larger than most lines."""
    lines = [line for page in pages for line in page]
    words = Counter(word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text))
    usual = median(line.height for line in lines)
    pitch = _pitch(pages, usual)
    grouped = _joined_pages([group for page in pages for group in _groups(page, pitch)])
    return [(_text(group, words), _height(group) > _LARGE * usual) for group in grouped]


def _height(group: list[Line]) -> float:
    return median(line.height for line in group)


def _pitch(pages: list[list[Line]], usual: float) -> float:
    """From line to line within a paragraph, in points."""
    gaps = sorted(above.bottom - below.bottom for page in pages for above, below in pairwise(page))
    gaps = [gap for gap in gaps if gap > usual / 2]
    # Within paragraphs lines stand closest; where many are short, the median gap is not that.
    return gaps[(len(gaps) - 1) // 4] if gaps else usual


def _groups(page: list[Line], pitch: float) -> Iterator[list[Line]]:
    """The lines of each paragraph on one page."""
    width = max((line.right - line.left for line in page), default=0.0)
    held: list[Line] = []
    for line in page:
        if held and _parts(held, line, pitch, width):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _parts(held: list[Line], line: Line, pitch: float, width: float) -> bool:
    """Whether ``line`` opens a new paragraph behind ``held``."""
    above = held[-1]
    gap = above.bottom - line.bottom
    if abs(line.height - above.height) > (_LARGE - 1) * above.height:
        return True
    if gap > _PITCH * max(pitch, above.height):
        return True
    if _HYPHEN.search(above.text):
        return False
    if gap < 0:  # the next column
        return _ENDS.search(above.text) is not None
    short = above.right - above.left < _SHORT * width and _ENDS.search(above.text) is not None
    indented = line.left - above.left > _INDENT * line.height and len(held) > 1
    return short or indented


def _joined_pages(groups: list[list[Line]]) -> list[list[Line]]:
    """Paragraphs that go on after a page's end are joined: no sentence ends, and the next begins small."""
    joined: list[list[Line]] = []
    for group in groups:
        before = joined[-1][-1] if joined else None
        if before is not None and group[0].top > before.top and _goes_on(before.text, group[0].text):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return joined


def _goes_on(before: str, after: str) -> bool:
    return not _ENDS.search(before) and after[:1].islower()


def _text(group: list[Line], words: Counter[str]) -> str:
    text = group[0].text
    for line in group[1:]:
        text = _append(text, line.text, words)
    return text.replace("\u00ad", "")


def _append(text: str, line: str, words: Counter[str]) -> str:
    """``text`` and the next line; a word parted by a hyphen is joined, a compound keeps it."""
    head, tail = _HYPHEN.search(text), _WORD.search(line)
    if head is None or tail is None:
        return f"{text} {line}"
    if text.endswith("\u00ad"):
        return text[:-1] + line
    whole, compound = (head[1] + tail[0]).casefold(), f"{head[1]}-{tail[0]}".casefold()
    parted = tail[0][0].islower() and words[compound] <= words[whole]
    return (text[:-1] if parted else text) + line

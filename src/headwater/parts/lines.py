"""What a single line of a page is, by its form alone."""

from __future__ import annotations

import re

from headwater.parts import patterns

_LONGEST_PROMOTION = 70
_LONGEST_BOX = 600
_PROMOTION_SIGNS = 4
_LEAST_TITLE = 3
_IN_NAMES = frozenset({"and", "&", "of", "the", "for", "in", "de", "da", "van", "von", "der", "al", "by"})


def is_furniture(line: str) -> bool:
    """Share buttons, counters, "FILED UNDER", bare numbers and the like."""
    return patterns.FURNITURE.match(line) is not None


def is_promotion(line: str) -> bool:
    """A box that offers the reader the paper's newsletter, alerts or subscription, in sentences."""
    if len(line) > _LONGEST_BOX or len(line.split()) > _LONGEST_PROMOTION or patterns.REPORTED.search(line):
        return False
    return sum(bool(sign.search(line)) for sign in patterns.PROMOTION_SIGNS) >= _PROMOTION_SIGNS


def is_end_label(line: str) -> bool:
    """A label that stands below the text of a post: ``FILED UNDER: ...``, ``Share this:``."""
    return patterns.END_LABEL.match(line) is not None


def is_credit(line: str) -> bool:
    """Whether a short line credits a picture."""
    return len(line.split()) <= 60 and patterns.CREDIT.search(line) is not None


def is_byline(line: str) -> bool:
    """``By Jane Roe and John Doe``."""
    if dated_byline(line) is not None or patterns.STAMPED_BYLINE.match(line):
        return True
    short = len(line.split()) <= 16
    return short and patterns.BYLINE.match(line) is not None and patterns.NOT_BYLINE.search(line) is None


def dated_byline(line: str) -> str | None:
    """The author in ``OSRIC VANE · FRIDAY, OCTOBER 17, 2025 · 9 COMMENTS``, or ``None``."""
    found = patterns.DATED_BYLINE.match(line)
    if found is None or not all(w[0].isupper() or w in _IN_NAMES for w in found["who"].split()):
        return None
    return found["who"].strip()


def is_worked_on(line: str) -> bool:
    """An agency's last line: ``Reporting by Jane Roe; Editing by John Doe``."""
    return patterns.WORKED_ON.match(line) is not None


def is_name(line: str) -> bool:
    """A line of two to four capitalised words and nothing else."""
    return patterns.NAME_LINE.match(line) is not None


def is_section(line: str) -> bool:
    """The name of a paper's section and nothing else: ``World News``, ``Opinion``."""
    return patterns.SECTION.match(line) is not None


def is_stamp(line: str) -> bool:
    """A date and time alone on a line."""
    return patterns.STAMP.match(line) is not None


def dateline_end(line: str) -> int:
    """How many characters of a paragraph its dateline takes (``MOSCOW (AP) —``), or 0."""
    found = patterns.DATELINE.match(line)
    return len(found["dateline"]) if found else 0


def is_comments_heading(line: str) -> bool:
    """``Comments``, ``12 Responses``."""
    return patterns.COMMENTS_HEADING.match(line) is not None


def ends_comments(line: str) -> bool:
    """The form below a comment thread."""
    return patterns.COMMENTS_END.match(line) is not None


def commenter(line: str, *, in_thread: bool) -> str | None:
    """The name in a comment's head line (``3. Rob1 says:``), or ``None``.

    Outside a thread only a numbered line counts, since "The minister said:"
    has the same form.
    """
    head = patterns.COMMENT_HEAD.match(line)
    if head is not None and (in_thread or head["number"]):
        return head["who"].strip()
    stamp = patterns.COMMENT_STAMP.match(line) if in_thread else None
    return stamp["who"].strip(" -") if stamp is not None else None


def answered(line: str) -> str | None:
    """The name that a comment answers: ``@JKB: Agreed``."""
    found = patterns.REPLY.match(line)
    return found["name"].strip() if found else None


def about_name(line: str) -> str | None:
    """The name in ``About Jane Roe``; empty for ``About the author``; ``None`` if it is neither."""
    found = patterns.ABOUT.match(line)
    return (found["name"] or "") if found else None


def is_bio(line: str) -> bool:
    """Whether a paragraph at the end of a page tells who its author is."""
    return patterns.BIO.search(line) is not None


def bio_name(line: str) -> str | None:
    """The name that opens an author's note: ``Jane Roe is a professor of ...``."""
    found = patterns.BIO_NAME.match(line)
    return found["name"] if found else None


def ends_sentence(line: str) -> bool:
    """Whether a line ends in a full stop, a question mark or the like, quotation marks aside."""
    return patterns.STOP.search(line) is not None


def site_after(line: str) -> int:
    """Where the site's name begins behind a headline (``Harbour shut | The Tesmar Herald``), or 0."""
    found = patterns.SITE_AFTER.search(line) if len(line) <= _LONGEST_BOX else None
    if found is None or line.count("|") > 1 or len(line[: found.start()].split()) < _LEAST_TITLE:
        return 0
    return found.start() + 1


def looks_like_title(line: str) -> bool:
    """A short line that is no sentence: no final stop, few words."""
    words = line.split()
    if not 1 <= len(words) <= 18 or patterns.TERMINAL.search(line):
        return False
    return line.lstrip("'‘")[:1].isalnum()  # papers set words of others in single marks in headlines


def is_words_in_marks(line: str) -> bool:
    """A few words in quotation marks and nothing else, as a paper sets a heading within a text."""
    inner = line.strip("“”\"'‘’")
    return line[:1] in "“\"'‘" and line[-1:] in "”\"'’" and looks_like_title(inner)


def is_worded_as_headline(line: str) -> bool:
    """Whether a line is worded as headlines are: it asks, or tells in the present what was done."""
    return patterns.HEADLINE_WORDED.search(line) is not None


def is_related_label(line: str) -> bool:
    """A label above links to other articles: ``Related stories``, ``Read more``."""
    return patterns.RELATED_LABEL.match(line) is not None


def is_title_case(line: str) -> bool:
    """Whether most long words of a line begin with a capital."""
    long = [w for w in re.findall(r"[^\W\d_]+", line) if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.7 * len(long)

"""The language of a text, as ISO 639-1 code."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from headwater.intake.words import word_set
from headwater.records import Document, Problem

READ_LANGUAGES = frozenset({"en"})
_HEAD = 4000  # code points looked at; the start of an article tells its language
_SHORT = 75  # letters below which the identifier errs often (a name, a headline)
# Running English holds about one of these in three words; another language in Latin letters
# holds under one in ten. At one in six the identifier is not asked: loading it takes 0.8 s.
_ENGLISH_SHARE = 1 / 6
_ENGLISH_WORDS = word_set(
    """
    the of and to in that is was for on with as by it he his from at be are has have had not which
    were this but they their its who said been will would she her there when after an or if about
    """
)
_SURE = 0.7  # probability asked of the identifier before a text counts as not English
_CODES = sorted(
    word_set(
        """
    af ar be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka
    kk km kn ko ku ky lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta
    te tg th tl tr uk ur uz vi zh
    """
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str | None = None) -> str:
    """The language of ``text``.

    Args:
        text: the text; its first 4,000 code points are looked at.
        stated: what the page says of itself (``<html lang>``), such as ``en-GB``.

    Returns:
        ISO 639-1 code. A short or doubtful text takes the stated language, else ``en``.
    """
    head = text[:_HEAD]
    fallback = _code(stated) or "en"
    words = [w.casefold() for w in _WORD.findall(head)]
    if sum(map(len, words)) < _SHORT:
        return fallback
    if sum(w in _ENGLISH_WORDS for w in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    language, probability = _identifier().classify(head)
    return str(language) if probability >= _SURE else fallback


def language_problem(document: Document) -> Problem | None:
    """A problem of code ``language_not_read`` for a document that is not in a language Headwater reads."""
    if document.language in READ_LANGUAGES:
        return None
    what = f"the text is in {document.language!r}; Headwater reads English, so it was kept, not read yet"
    return Problem(
        "language_not_read", what, "leave it in the case, or add a translation as its own document"
    )


def _code(stated: str | None) -> str | None:
    code = re.split(r"[-_]", (stated or "").strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library ships no types
    # Loaded on first need: an English pile never pays for it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CODES)
    return identifier

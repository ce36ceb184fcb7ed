"""Whether a statement is told as said, or as supposed, to come or not said."""

from __future__ import annotations

import pytest

from headwater import annotate
from headwater.records import Attribution


def told(text: str, cue: str) -> Attribution:
    """The statement by a cue that holds these words."""
    reading = annotate(text, outlet="The Harbour Post")
    found = [a for a in reading.attributions if any(cue in s.of(text) for s in a.cue)]
    assert len(found) == 1, [(a.cue, a.source) for a in reading.attributions]
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mayor Ada Roe said the pier was safe.", "said"),
        ("Mayor Ada Roe would later say the pier was safe.", "say"),
        ("Mayor Ada Roe would not say whether the pier was safe.", "say"),
        ("Mayor Ada Roe declined to say whether the pier was safe.", "declined"),
        ("“I would argue that the pier is safe,” Mayor Ada Roe said.", "argue"),
        ("If the pier is safe, Mayor Ada Roe said, it will open.", "said"),
        ("Mayor Ada Roe does not believe that the pier is safe.", "believe"),
        ("Mayor Ada Roe not only argued that the pier was safe, she walked on it.", "argued"),
        ("The council said on Monday that it would oppose the plan for a new pier.", "would oppose"),
        ("No. 10 said on Monday that the pier was safe.", "said"),
    ],
)
def test_what_is_told_as_said(text: str, cue: str) -> None:
    assert told(text, cue).modality == "actual"


@pytest.mark.parametrize(
    ("text", "cue", "modality"),
    [
        ("If Mayor Ada Roe says the pier is safe, it will open.", "says", "hypothetical"),
        ("It is unclear whether Mayor Ada Roe believes the pier is safe.", "believes", "hypothetical"),
        ("Mayor Ada Roe may argue that the pier is safe.", "argue", "hypothetical"),
        ("Perhaps Mayor Ada Roe thinks the pier is safe.", "thinks", "hypothetical"),
        ("The report allows Mayor Ada Roe to say that the pier is safe.", "say", "hypothetical"),
        ("Mayor Ada Roe will announce on Friday that the pier is safe.", "announce", "future"),
        ("Mayor Ada Roe never argued that the pier was safe.", "argued", "negated"),
        ("Mayor Ada Roe did not claim that the pier was safe.", "claim", "negated"),
        ("No one on the board believes that the pier is safe, the mayor said.", "believes", "negated"),
    ],
)
def test_what_is_not_told_as_said(text: str, cue: str, modality: str) -> None:
    assert told(text, cue).modality == modality


def test_what_stands_in_what_nobody_said_is_not_said_either() -> None:
    text = "Mayor Ada Roe might tell reporters that the engineers believe the pier is safe."
    assert told(text, "believe").modality == "hypothetical"

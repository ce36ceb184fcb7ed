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


UNSAID = """
If Mayor Ada Roe says that the plan was dead, the pier will shut.
If Mayor Ada Roe really believes that the plan was dead, the pier will shut.
Even if Mayor Ada Roe argues that the plan was dead, the pier will open.
Had Mayor Ada Roe said that the plan was dead, the pier would have shut.
Mayor Ada Roe has yet to say that the plan was dead.
Mayor Ada Roe is yet to announce that the plan was dead.
Mayor Ada Roe has never claimed that the plan was dead.
Mayor Ada Roe did not say that the plan was dead.
Mayor Ada Roe never told reporters that the plan was dead.
Mayor Ada Roe is expected to say that the plan was dead.
Mayor Ada Roe is likely to argue that the plan was dead.
Mayor Ada Roe is set to announce that the plan was dead.
Mayor Ada Roe is due to announce on Friday that the plan was dead.
Mayor Ada Roe is scheduled to tell lawmakers that the plan was dead.
Mayor Ada Roe is poised to announce that the plan was dead.
Mayor Ada Roe is going to say that the plan was dead.
Mayor Ada Roe will say on Friday that the plan was dead.
Mayor Ada Roe might argue that the plan was dead.
Mayor Ada Roe may think that the plan was dead.
Mayor Ada Roe could argue that the plan was dead.
Mayor Ada Roe would argue that the plan was dead.
Mayor Ada Roe would have said that the plan was dead.
Mayor Ada Roe could have said that the plan was dead.
Mayor Ada Roe may have said that the plan was dead.
It is time for Mayor Ada Roe to say that the plan was dead.
There is no reason for Mayor Ada Roe to say that the plan was dead.
It would be wrong for Mayor Ada Roe to say that the plan was dead.
Lawmakers want to get Mayor Ada Roe to say that the plan was dead.
Lawmakers want Mayor Ada Roe to say that the plan was dead.
Lawmakers hope Mayor Ada Roe will say that the plan was dead.
Lawmakers wait for Mayor Ada Roe to say that the plan was dead.
Lawmakers expect Mayor Ada Roe to announce that the plan was dead.
Lawmakers urged Mayor Ada Roe to announce that the plan was dead.
Lawmakers asked Mayor Ada Roe to confirm that the plan was dead.
The law allows Mayor Ada Roe to say that the plan was dead.
The law lets Mayor Ada Roe say that the plan was dead.
The law requires Mayor Ada Roe to say that the plan was dead.
The law prevents Mayor Ada Roe from saying that the plan was dead.
Nothing stops Mayor Ada Roe from saying that the plan was dead.
The pier was shut without Mayor Ada Roe saying that the plan was dead.
The pier was shut before Mayor Ada Roe could say that the plan was dead.
The pier will stay shut until Mayor Ada Roe says that the plan was dead.
The pier will stay shut unless Mayor Ada Roe says that the plan was dead.
The pier will be shut once Mayor Ada Roe says that the plan was dead.
It is not as if Mayor Ada Roe had said that the plan was dead.
Imagine Mayor Ada Roe saying that the plan was dead.
Suppose Mayor Ada Roe says that the plan was dead.
What if Mayor Ada Roe says that the plan was dead?
Nobody knows whether Mayor Ada Roe believes that the plan was dead.
It is unclear if Mayor Ada Roe believes that the plan was dead.
It is possible Mayor Ada Roe believes that the plan was dead.
It is hard to imagine Mayor Ada Roe saying that the plan was dead.
Mayor Ada Roe failed to mention that the plan was dead.
Mayor Ada Roe stopped short of saying that the plan was dead.
Mayor Ada Roe avoided saying that the plan was dead.
Mayor Ada Roe is reluctant to say that the plan was dead.
Mayor Ada Roe cannot say that the plan was dead.
Mayor Ada Roe is not about to say that the plan was dead.
Mayor Ada Roe is free to say that the plan was dead.
Mayor Ada Roe is unwilling to say that the plan was dead.
Mayor Ada Roe would need to say that the plan was dead.
Perhaps Mayor Ada Roe believes that the plan was dead.
Maybe Mayor Ada Roe thinks that the plan was dead.
Presumably Mayor Ada Roe thinks that the plan was dead.
Nobody heard Mayor Ada Roe say that the plan was dead.
No one expects Mayor Ada Roe to say that the plan was dead.
I doubt Mayor Ada Roe believes that the plan was dead.
Mayor Ada Roe ought to say that the plan was dead.
Mayor Ada Roe needs to say that the plan was dead.
Mayor Ada Roe is supposed to say that the plan was dead.
Mayor Ada Roe does not have to say that the plan was dead.
Mayor Ada Roe was not saying that the plan was dead.
Mayor Ada Roe isn't claiming that the plan was dead.
Neither the mayor nor Mayor Ada Roe has said that the plan was dead.
Lawmakers demanded that Mayor Ada Roe admit that the plan was dead.
The board refused to let Mayor Ada Roe say that the plan was dead.
Far from saying that the plan was dead, Mayor Ada Roe praised it.
Instead of saying that the plan was dead, Mayor Ada Roe left.
Rather than admit that the plan was dead, Mayor Ada Roe left.
Had Mayor Ada Roe believed that the plan was dead, the pier would have shut.
One day Mayor Ada Roe will admit that the plan was dead.
Critics fear Mayor Ada Roe will announce that the plan was dead.
There is a chance Mayor Ada Roe will say that the plan was dead.
The question is whether Mayor Ada Roe will say that the plan was dead.
Mayor Ada Roe may or may not have said that the plan was dead.
"""


@pytest.mark.parametrize("text", UNSAID.strip().splitlines())
def test_nobody_is_told_to_have_said_it(text: str) -> None:
    for one in annotate(text, outlet="The Harbour Post").attributions:
        what = one.content[0].of(text)
        if what.startswith(("that the plan", "the plan")) and one.chain[-1].label == "Ada Roe":
            assert one.modality != "actual" or one.polarity == "declines"


@pytest.mark.parametrize(
    "text",
    [
        "Until Mayor Ada Roe said that the plan was dead, the pier was open.",
        "It is odd that Mayor Ada Roe said that the plan was dead.",
        "Nobody laughed when Mayor Ada Roe said that the plan was dead.",
        "Without a smile, Mayor Ada Roe said that the plan was dead.",
        "The news that will hurt most, Mayor Ada Roe said, is that the plan was dead.",
        "“If it rains we will close,” Mayor Ada Roe said.",
        "Asked if it will rain, Mayor Ada Roe said that the plan was dead.",
    ],
)
def test_somebody_is_told_to_have_said_it(text: str) -> None:
    own = [
        a for a in annotate(text, outlet="The Harbour Post").attributions if a.chain[-1].label == "Ada Roe"
    ]
    assert own
    assert {a.modality for a in own} == {"actual"}


@pytest.mark.parametrize(
    ("text", "cue", "modality"),
    [
        (
            "“It is important that voters understand that the pier is old,” Ada Roe said.",
            "understand",
            "hypothetical",
        ),
        ("Mayor Ada Roe, perhaps hoping to calm the crew, wrote a note.", "hoping", "hypothetical"),
        ("There is nothing that Ada Roe has said that the pier is old.", "has said", "negated"),
        ("Mayor Ada Roe has never hesitated to say that the pier is old.", "hesitated", "actual"),
    ],
)
def test_what_is_urged_guessed_or_never_said(text: str, cue: str, modality: str) -> None:
    assert told(text, cue).modality == modality


@pytest.mark.parametrize(
    ("text", "cue", "modality"),
    [
        (
            "Now imagine if Ada Roe had won and critics were urging her to resign.",
            "were urging",
            "hypothetical",
        ),
        ("Residents do not seem like they believe that the dam leaked.", "believe", "negated"),
        ("The trouble is not that the mayor said that the dam leaked.", "said", "negated"),
        (
            "The rage would be better served by someone simply saying, “It was late.”",
            "saying",
            "hypothetical",
        ),
        ("Ada Roe delivered a report alleging that the dam leaked.", "alleging", "actual"),
        ("The rage was served by someone simply saying, “It was late.”", "saying", "actual"),
        ("“Imagine a dam,” Ada Roe said on Monday.", "said", "actual"),
    ],
)
def test_what_a_whole_sentence_supposes(text: str, cue: str, modality: str) -> None:
    assert told(text, cue).modality == modality

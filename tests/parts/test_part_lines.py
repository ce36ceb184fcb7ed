from __future__ import annotations

import pytest

from headwater.parts.carried import own_voice
from headwater.parts.introducers import introducer, voice_in_lead
from headwater.parts.lines import (
    answered,
    bio_name,
    commenter,
    dated_byline,
    dateline_end,
    is_byline,
    is_credit,
    is_end_label,
    is_furniture,
    is_stamp,
    is_title_case,
    looks_like_title,
)


@pytest.mark.parametrize(
    ("line", "voice"),
    [
        ("WSJ (“Blast in Lodrin Kills Three“):", "WSJ"),
        ("WSJ (“Blast in Lodrin Kills Three”):", "WSJ"),
        ('Tesmar Herald ("Blast in Lodrin"):', "Tesmar Herald"),
        ("Reuters, “Blast in Lodrin”:", "Reuters"),
        ("The Guardian reports:", "The Guardian"),
        ("And the AP adds:", "AP"),
        ("From Reuters:", "Reuters"),
        ("Reuters has been there and saw nothing. It adds:", "Reuters"),
        ("It is a long story about the harbour and who owns it. The Guardian reports:", "The Guardian"),
        ("The Guardian wrote on Monday that the harbour was “gone”:", "The Guardian"),
    ],
)
def test_lines_that_hand_over(line: str, voice: str) -> None:
    found = introducer(line)
    assert found is not None
    assert found.voice == voice
    assert found.why


def test_what_a_line_that_hands_over_says_besides() -> None:
    excerpt = introducer("Meanwhile, Halden Reyle in the Ambrel Voice (“Call It by Its Name“):")
    assert excerpt is not None
    assert (excerpt.voice, excerpt.titled, excerpt.people) == ("Ambrel Voice", True, ("Reyle",))
    later = introducer("It is a long story. The Guardian reports:")
    assert later is not None
    assert (later.start, later.titled) == (20, False)


@pytest.mark.parametrize(
    "line", ["The article continues:", "And, further down:", "It goes on:", "The report concludes:"]
)
def test_lines_that_resume(line: str) -> None:
    found = introducer(line)
    assert found is not None
    assert found.voice is None


@pytest.mark.parametrize(
    "line",
    [
        "The Guardian reports that the harbour is closed.",
        "There are three reasons for this:",
        "Ana Torvald said:",
        "Nothing to see here",
        "WSJ:" + " word" * 60 + ":",
        "The minister called the strike “absurd”:",
        "Some examples of such “cranes”:",
        "We asked Reuters about it. The minister wrote:",
        "Ana Torvald, 55, did not mind the noise (“Not really, no.”)",
        "(CNN) Dear harbour master:",
        "From “Conform”:",
    ],
)
def test_lines_that_do_not_hand_over(line: str) -> None:
    assert introducer(line) is None


@pytest.mark.parametrize(
    ("lead", "voice"),
    [
        ("There is more in the Tesmar Herald", "Tesmar Herald"),
        ("Here’s Orvapress", "Orvapress"),
        ("As The Guardian reports,", "The Guardian"),
        ("Orvapress says:", "Orvapress"),
        ("it is a long story", None),
    ],
)
def test_voices_in_a_lead_in(lead: str, voice: str | None) -> None:
    assert voice_in_lead(lead) == voice


@pytest.mark.parametrize(
    "line",
    [
        "ReplyReply",
        "Reply",
        "Share",
        "Share on Facebook",
        "FILED UNDER: Korvessa",
        "3 Comments",
        "* * *",
        "Log in",
        "Advertisement",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Reply was swift.", "About a hundred ships were lost.", "Home rule failed."]
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "in_thread", "who"),
    [
        ("3. Rob1 says:", False, "Rob1"),
        ("Mara K says:", True, "Mara K"),
        ("Ana Torvald said the harbour was closed.", True, None),
    ],
)
def test_head_lines_of_comments(line: str, in_thread: bool, who: str | None) -> None:
    assert commenter(line, in_thread=in_thread) == who


def test_whom_a_comment_answers() -> None:
    assert answered("@Rob1: No.") == "Rob1"
    assert answered("@Mara K, no.") == "Mara K"
    assert answered("No, @Rob1.") is None


@pytest.mark.parametrize(
    "line", ["By Jon Vell", "By Jon Vell and Mara Kell, Orvapress", "Reporting by Jon Vell"]
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["By Monday the harbour was closed.", "By Jon Vell’s count nine ships were lost.", "Jon Vell"]
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("OSRIC VANE · FRIDAY, OCTOBER 17, 2025 · 9 COMMENTS", "OSRIC VANE"),
        ("By Osric Vane | 17 October 2025", "Osric Vane"),
        ("Osric Vane left the town.", None),
    ],
)
def test_dated_bylines(line: str, who: str | None) -> None:
    assert dated_byline(line) == who


def test_small_forms() -> None:
    assert is_stamp("Monday, December 16, 2024 at 10:12 am")
    assert not is_stamp("Monday was the day on which it fell.")
    assert is_end_label("Filed under: Korvessa")
    assert not is_end_label("Share")
    assert is_credit("Photo: Jon Vell")
    assert not is_credit("The photograph was lost.")
    assert bio_name("Jon Vell is a professor of history.") == "Jon Vell"
    assert dateline_end("The harbour — once full — is empty.") == 0


def test_titles() -> None:
    assert looks_like_title("Blast in Lodrin harbour kills three")
    assert not looks_like_title("The harbour is closed.")
    assert not looks_like_title("“The harbour is closed”")
    assert not looks_like_title("")
    assert is_title_case("What We Know So Far")
    assert not is_title_case("Blast in Lodrin harbour kills three")


def test_own_voice_is_heard_outside_quotation_marks_only() -> None:
    assert own_voice("I doubt that my readers believe it.") > 0
    assert own_voice("“I doubt it,” the minister said. “My men were there.”") < 0
    assert own_voice("Is this really how it ends?") > own_voice("This is how it ends.")


@pytest.mark.parametrize(
    "line",
    [
        "Facebook",
        "Facebook Twitter Email",
        "Share | Facebook · Twitter",
        "Twitter: @harbourpost",
        "Previous story: Fire",
    ],
)
def test_buttons_of_networks_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Facebook said on Monday that it would shut the page.",
        "Twitter, Reddit and YouTube were asked to appear.",
        "Reddit’s new owners met.",
        "Previous research had shown that the pier was safe.",
    ],
)
def test_what_networks_do_is_text(line: str) -> None:
    assert not is_furniture(line)

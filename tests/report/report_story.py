"""An invented story in hand-made readings: an article, a blog with comments, an undated note."""

from __future__ import annotations

from headwater.records import (
    Figure,
    Problem,
    Reading,
    Time,
)
from report.report_builder import Builder

COURIER = """Ferry strikes quay wall in Port Elan

Early Tuesday the ferry Almira struck the quay wall in Port Elan, and 12 people were hurt, two of them \
children, the harbour police said. 🚢 “The brakes of the tide do not listen,” said Captain Ines Varga, \
who commands the ferry.

Varga denied that she had been drinking. “I had tea 🍵,” she said, “and I will say so in court.”

A port official said the company had been told by the inspectorate in October that “the port \
engine must not be used”. The company declined to comment.

Mayor Tomas Reel fears that visitors will stay away.
"""

BLOG = """Nothing works any more

Daily Courier (“Ferry strikes quay wall”):

The deputy minister, Lena Ostrow, said the line would be closed “until every engine is seen”, \
according to the state agency NORTA. About 30 ferries are affected.

I think they will reopen by Friday. My view is that nobody checks anything.

Photo: public domain

FILED UNDER: Ferries, Harbours, Rust, Weather, Trains, Cats, Old Photographs, Port Elan, Letters

Comments

1. Gull says:

They knew. My cousin says that the engine smoked for weeks.

ReplyReply
4
2. Tern says:

@Gull: Then your cousin should tell the police.

ReplyReply
"""

NOTE = """Harbour note

On Tuesday a port official said three ferries were repaired last week.

“We saw nothing,” the official said.
"""


def courier() -> Reading:
    b = Builder(COURIER, "pages/courier.html", page="Daily Courier")
    b.fields = {
        "outlet": "Daily Courier",
        "title": "Ferry strikes quay wall in Port Elan",
        "url": "https://courier.example/ferry?id=1&x=2",
        "published": "2031-03-04T06:10:00+01:00",
        "byline": "Mira Holt",
    }
    b.part("headline", "Ferry strikes quay wall in Port Elan")
    b.part("body", "Early Tuesday", "stay away.")
    police = b.entity("the harbour police", "organisation", "nominal")
    varga = b.entity("Ines Varga")
    official = b.entity("a port official", form="nominal", words="A port official")
    inspectorate = b.entity("the inspectorate", "organisation", "nominal")
    company = b.entity("the company", "organisation", "nominal")
    reel = b.entity("Tomas Reel")
    b.says(
        [COURIER[b.at("Early").start : b.at(", the harbour").start]],
        speakers=[police],
        cue=["said"],
        source=["the harbour police"],
        source_kind="unnamed_group",
    )
    b.says(
        ["“The brakes of the tide do not listen,”"],
        speakers=[varga],
        source=["Captain Ines Varga, who commands the ferry"],
        cue=["said"],
        after=b.at("🚢").start,
        form="direct",
    )
    b.says(
        ["that she had been drinking"],
        speakers=[varga],
        cue=["denied"],
        source=["Varga"],
        polarity="denies",
        after=b.at("Varga denied").start,
    )
    b.says(
        ["“I had tea 🍵,”", "“and I will say so in court.”"],
        speakers=[varga],
        cue=["said"],
        source=["she"],
        form="direct",
        after=b.at("“I had").start,
    )
    outer = b.says(
        ["the company had been told by the inspectorate in October that “the port engine must not be used”"],
        speakers=[official],
        cue=["said"],
        source=["A port official"],
        source_kind="unnamed_person",
        form="mixed",
        after=b.at("A port official").start,
    )
    b.says(
        ["that “the port engine must not be used”"],
        speakers=[inspectorate],
        cue=["had been told"],
        source=["the inspectorate"],
        parent=outer,
        form="direct",
        certainty="probable",
        source_kind="unnamed_group",
        chain=[("a port official", "speaker")],
    )
    b.says(
        ["to comment"],
        speakers=[company],
        cue=["declined"],
        source=["The company"],
        polarity="declines",
        source_kind="unnamed_group",
    )
    b.says(
        ["that visitors will stay away"],
        speakers=[reel],
        cue=["fears"],
        source=["Mayor Tomas Reel"],
        sort="attitude",
    )
    b.times += [
        Time(b.at("Early Tuesday"), "date", "2031-03-04", "day", "start", "published", "2031-03-04"),
        Time(b.at("October"), "date", "2030-10", "month", None, "published", "2031-03-04"),
    ]
    b.figures += [
        Figure(b.at("12"), 12, 12, "exact", "person", "injured"),
        Figure(b.at("two"), 2, 2, "exact", "person", "injured", part_of=0),
    ]
    return b.reading()


def blog() -> Reading:
    b = Builder(BLOG, "https://quay.example/nothing-works", page="Jan Quill")
    b.fields = {
        "outlet": "Quayside",
        "title": "Nothing works any more",
        "url": "https://quay.example/nothing-works",
        "published": "2031-03-05",
        "byline": "Jan Quill",
        "given": ("published",),
    }
    b.part("headline", "Nothing works any more")
    b.part("introducer", "Daily Courier (“Ferry strikes quay wall”):", voice="Daily Courier")
    b.part("quoted", "The deputy minister", "are affected.", voice="Daily Courier")
    b.part("body", "I think they", "checks anything.")
    b.part("caption", "Photo: public domain")
    b.part("furniture", "FILED UNDER", "1. Gull says:")
    b.part("comment", "They knew.", "for weeks.", voice="Gull")
    b.part("furniture", "ReplyReply", "2. Tern says:")
    b.part("comment", "@Gull: Then", "the police.", voice="Tern", reply_to="Gull")
    b.part("furniture", "ReplyReply")
    ostrow = b.entity("Lena Ostrow")
    norta = b.entity("NORTA", "organisation")
    cousin = b.entity("My cousin", form="nominal")
    relayed = "The deputy minister, Lena Ostrow, said the line would be closed “until every engine is seen”"
    outer = b.says(
        [relayed],
        speakers=[norta],
        cue=["according to"],
        source=["the state agency NORTA"],
        source_kind="named_organisation",
        chain=[("Daily Courier", "carried")],
    )
    b.says(
        ["the line would be closed “until every engine is seen”"],
        speakers=[ostrow],
        cue=["said"],
        source=["The deputy minister, Lena Ostrow,"],
        parent=outer,
        form="mixed",
        chain=[("Daily Courier", "carried"), ("NORTA", "speaker")],
    )
    b.says(
        ["they will reopen by Friday"],
        cue=["think"],
        source=["I"],
        source_kind="author",
        certainty="probable",
        after=b.at("I think").start,
    )
    b.says(
        ["that the engine smoked for weeks"],
        speakers=[cousin],
        cue=["says"],
        source=["My cousin"],
        source_kind="unnamed_person",
        chain=[("Gull", "commenter")],
        after=b.at("They knew").start,
    )
    b.times.append(Time(b.at("Friday"), "date", "2031-03-07", "day", None, "given", "2031-03-05"))
    b.figures.append(Figure(b.at("About 30"), 30, 30, "about", "ferry", "other"))
    return b.reading()


def note() -> Reading:
    b = Builder(NOTE, "my notes/harbour.txt")
    b.part("body", "Harbour note", "official said.")
    official = b.entity("a port official", form="nominal")
    b.says(
        ["three ferries were repaired last week"],
        speakers=[official],
        cue=["said"],
        source=["a port official"],
        source_kind="unnamed_person",
    )
    b.says(
        ["“We saw nothing,”"],
        speakers=[official],
        cue=["said"],
        source=["the official"],
        form="direct",
        source_kind="anonymous",
        after=b.at("“We").start,
        content_negated=True,
        certainty="unknown",
    )
    for words in ("Tuesday", "last week"):
        b.times.append(Time(b.at(words), "date", None, None, None, "unanchored"))
    b.problems.append(
        Problem(
            "date_without_anchor",
            "“Tuesday” cannot become a day: the document has no date.",
            "Give the document's date by hand.",
            b.at("Tuesday"),
        )
    )
    return b.reading()


def story() -> list[Reading]:
    return [courier(), blog(), note()]


PROBLEMS = [
    (
        "pages/broken.html",
        Problem(
            "page_without_text",
            "No article text was found in 48,211 bytes of HTML.",
            "Save the page's text to a file and read that.",
        ),
    ),
]

"""The closed vocabularies of the output contract, one type a field."""

from __future__ import annotations

from typing import Literal

PartKind = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "body",
    "quoted",
    "introducer",
    "caption",
    "bio",
    "comment",
    "furniture",
]
EntityType = Literal[
    "person",
    "organisation",
    "location",
    "nationality",
    "weapon",
    "military_platform",
    "facility",
    "other",
]
MentionForm = Literal["name", "nominal", "pronoun"]
TimeType = Literal["date", "time", "duration", "set"]
TimePrecision = Literal["year", "half", "quarter", "season", "month", "week", "day", "part", "hour", "minute"]
TimeMod = Literal["start", "mid", "end", "approx"]
TimeBasis = Literal["explicit", "published", "dateline", "given", "context", "unanchored"]
Hedge = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
FigureOf = Literal[
    "killed",
    "injured",
    "casualties",
    "missing",
    "arrested",
    "displaced",
    "freed",
    "abducted",
    "troops",
    "weapons",
    "vehicles",
    "money",
    "distance",
    "weight",
    "percent",
    "other",
]
VictimStatus = Literal["civilian", "combatant"]
AttributionForm = Literal["direct", "indirect", "mixed"]
AttributionSort = Literal["statement", "attitude"]
SourceKind = Literal[
    "named_person",
    "named_organisation",
    "unnamed_person",
    "unnamed_group",
    "anonymous",
    "document",
    "outlet",
    "social_post",
    "author",
    "implicit",
]
Polarity = Literal["asserts", "denies", "declines"]
AttributionModality = Literal["actual", "future", "hypothetical", "negated"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Basis = Literal["witness", "participant", "document", "hearsay", "briefing"]
OccasionKind = Literal[
    "news_conference",
    "reporters",
    "statement",
    "interview",
    "testimony",
    "speech",
    "post",
    "letter",
    "email",
]
LinkKind = Literal["page", "carried", "commenter", "speaker"]
HintKind = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "list_item",
    "blockquote",
    "caption",
    "bio",
    "comment",
    "comment_author",
    "furniture",
]
StanceKind = Literal["opinion", "report"]
StanceSign = Literal[
    "section",
    "first_person",
    "we",
    "you",
    "question",
    "judgement",
    "author_note",
    "dateline",
    "agency",
    "desk",
    "telling",
    "day",
    "no_telling",
]
ForecastModality = Literal["will", "would", "may", "might", "could", "going_to", "likely", "unlikely"]

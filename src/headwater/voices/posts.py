"""For which body somebody speaks: "Jane Roe, a spokeswoman for the Harbour Board"."""

from __future__ import annotations

import re
from itertools import islice

from headwater.records import Span
from headwater.voices.cluster import Cluster
from headwater.voices.entities import EntityTable

# Who speaks for a body and for nothing else: a director's "we" may be a family.
_POSTS = r"(?:spokes(?:man|woman|person)|press secretary)"
# "Harbour Board spokeswoman Jane Roe", "the Harbour Board's spokeswoman, Jane Roe".
_BEFORE = re.compile(rf"(?:[’']s)?\s(?:[\w-]+\s){{0,3}}?{_POSTS}(?:\s[\w-]+){{0,2}},?\s", re.IGNORECASE)
# "Jane Roe, a spokeswoman for the Harbour Board"; not "who used to be one".
_AFTER = re.compile(
    rf",\s(?!who\b|former\b|once\b)(?:[\w’'&-]+\s){{0,5}}?{_POSTS}\s(?:[\w’'&-]+\s){{0,4}}?(?:of|for|at|with)\s(?:the\s)?",
    re.IGNORECASE,
)
# "A Harbour Board spokeswoman".
_INSIDE = re.compile(rf"(?:[’']s)?\s(?:[\w-]+\s){{0,3}}?{_POSTS}", re.IGNORECASE)
_WINDOW = 110
# Mentions that are looked at: who somebody is stands where the text brings them in.
_FIRST = 6


def body_of(text: str, table: EntityTable, who: Cluster) -> Cluster | None:
    """The body that somebody's post or role names; none where no mention tells."""
    for place in islice(who.mentions, _FIRST):
        for mention, body in table.names_within(Span(max(0, place.start - _WINDOW), place.end + _WINDOW)):
            if body.type != "organisation" or body is who:
                continue
            if mention.end <= place.start:
                tells = _BEFORE.fullmatch(text, mention.end, place.start)
            elif mention.start >= place.end:
                tells = _AFTER.fullmatch(text, place.end, mention.start)
            else:
                tells = _INSIDE.match(text, mention.end, place.end)
            if tells:
                return body
    return None

"""Party and state beside a name, and whom "the Texas Republican" means."""

from __future__ import annotations

import pytest

from headwater.records import Span
from headwater.voices.seats import seat_beside
from said import said_in


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Rep. Jane Roe (D-Calif.) said", {"california", "democrat"}),
        ("Jane Roe, R-Ky., said", {"republican", "kentucky"}),
        ("Texas Senator Jane Roe said", {"texas"}),
        ("Jane Roe, a Texas Republican, said", {"texas"}),
        ("Jane Roe, the senior senator from New York, said", {"new york"}),
        ("Jane Roe (D-N.J.) said", {"new jersey", "democrat"}),
        ("Jane Roe, who met Texas voters, said", set()),
        ("In Texas, Jane Roe said", set()),
    ],
)
def test_seats(text: str, seat: set[str]) -> None:
    at = text.index("Jane Roe")
    assert seat_beside(text, Span(at, at + len("Jane Roe"))) == seat


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Rep. Ana Roe (D-Calif.) met Sen. Piet Marn (R-Texas). The California Democrat said it was late.",
            "Ana Roe",
        ),
        (
            "Rep. Ana Roe (D-Calif.) met Sen. Piet Marn (R-Texas). The Texas Republican said it was late.",
            "Piet Marn",
        ),
        ("Sen. Piet Marn met Mr. Lorn (D-Ohio). The Iowa Republican said it was late.", "Piet Marn"),
        ("President Lorn spoke of the town. The Iowa Republican said it was late.", "The Iowa Republican"),
    ],
)
def test_whom_party_and_state_mean(text: str, who: str) -> None:
    assert said_in(text)[-1].chain == (who,)

from __future__ import annotations

import pytest

from headwater.intake import Given
from headwater.intake.moments import iso_moment, stated_moment
from headwater.records import InputError


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("2024-12-17", "2024-12-17"),
        ("2024-12-17T23:30:00+05:30", "2024-12-17T23:30:00+05:30"),
        ("2024-12-17T09:00Z", "2024-12-17T09:00Z"),
        ("2024-12-17 09:00:00 +0300", "2024-12-17T09:00:00+0300"),
        ("20241217", "2024-12-17"),
        ("2024-W51-2", "2024-12-17"),
    ],
)
def test_dates_stay_as_stated(stated: str, kept: str) -> None:
    assert iso_moment(stated) == kept
    assert Given(published=stated).published == kept


@pytest.mark.parametrize(
    "stated", ["", "17.12.2024", "2024-13-01", "2024-02-30", "today", "2024-12-17T25:00", "2024"]
)
def test_other_dates_are_refused(stated: str) -> None:
    with pytest.raises(InputError, match="2024-12-17T09:30"):
        Given(published=stated)


def test_mail_dates_keep_their_zone() -> None:
    assert stated_moment("Tue, 17 Dec 2024 23:30:00 -0800") == "2024-12-17T23:30:00-08:00"
    assert stated_moment("soon") is None


def test_over_prefers_the_left() -> None:
    merged = Given(outlet="A").over(Given(outlet="B", title="T"))
    assert merged == Given(outlet="A", title="T")
    assert Given(author="X", url="u").names() == ("byline", "url")

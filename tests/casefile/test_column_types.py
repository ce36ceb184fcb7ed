from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select, text

from headwater.casefile.types import Json, Number, Words

TABLE = Table(
    "things",
    MetaData(),
    Column("n", Integer, primary_key=True),
    Column("w", Words),
    Column("j", Json),
    Column("x", Number),
)


def there_and_back(path: Path, **values: object) -> tuple[object, ...]:
    engine = create_engine(f"sqlite:///{path}")
    TABLE.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(TABLE).values(n=1, **values))
    with engine.begin() as connection:
        found = tuple(connection.execute(select(TABLE.c.w, TABLE.c.j, TABLE.c.x)).one())
        raw = connection.execute(text("SELECT typeof(w), j FROM things")).one()
    engine.dispose()
    return (*found, *raw)


def test_words_are_text_unless_utf8_cannot_hold_them(tmp_path: Path) -> None:
    assert there_and_back(tmp_path / "a", w="é\x00\u2028")[::3] == ("é\x00\u2028", "text")
    assert there_and_back(tmp_path / "b", w="half \ud83d")[::3] == ("half \ud83d", "blob")


def test_json_is_plain_to_read(tmp_path: Path) -> None:
    assert there_and_back(tmp_path / "a", j=["é", None])[1::3] == (["é", None], '["é", null]')
    assert there_and_back(tmp_path / "b", j=["\ud83d"])[1::3] == (["\ud83d"], '["\\ud83d"]')


@pytest.mark.parametrize("number", [8, 8.5, -3, 2**53 + 1, 2**63 - 1, None])
def test_numbers_come_back_as_they_were(tmp_path: Path, number: float | None) -> None:
    found = there_and_back(tmp_path / "a", x=number)[2]
    assert (found, type(found)) == (number, type(number))


def test_numbers_over_64_bits_are_kept_as_floats(tmp_path: Path) -> None:
    assert there_and_back(tmp_path / "a", x=10**30)[2] == 1e30

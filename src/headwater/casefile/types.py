"""Column types that lose nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Dialect
from sqlalchemy.types import Text, TypeDecorator, UserDefinedType

from headwater.records.codec import encodable, json_text

_Processor = Callable[[float | None], float | None]

_LARGEST = 2**63
"""SQLite keeps integers in 64 bits with a sign."""


class Words(TypeDecorator[str]):
    """Text; a text that UTF-8 cannot hold (lone surrogates of a broken page) as a blob."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:
        """The text itself, or its bytes where it has lone surrogates."""
        if value is None or encodable(value):
            return value
        return value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:
        """The text as it was stored."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


class Json(TypeDecorator[object]):
    """A nested value as JSON text, plain to read; lone surrogates are escaped."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """``value`` as JSON text; ``None`` as NULL."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """The value that the JSON text holds."""
        return None if value is None else json.loads(value)


class Number(UserDefinedType[float]):
    """A number; whole numbers stay whole, those over 64 bits are kept as floats."""

    cache_ok = True

    def get_col_spec(self, **options: object) -> str:
        """The column's type in SQL."""
        return "NUMERIC"

    def bind_processor(self, dialect: Dialect) -> _Processor:
        """What makes a number into one that SQLite can keep."""
        return _kept

    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        """What makes a kept number into a Python one."""
        return _whole


def _kept(value: float | None) -> float | None:
    fits = not isinstance(value, int) or -_LARGEST <= value < _LARGEST
    return value if value is None or fits else float(value)


def _whole(value: float | None) -> float | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value

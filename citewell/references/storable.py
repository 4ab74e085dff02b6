"""What a database can keep in JSON, and what it cannot."""

import math
from typing import Any

from django.utils.translation import gettext as _now


def storable_faults(value: Any, depth: int = 0) -> list[str]:
    """What no database keeps in JSON: NUL, half characters, numbers without end, deep nests."""
    if depth > 20:
        return [_now("This is nested too deeply to be a source.")]
    if isinstance(value, dict):
        return [
            f for pair in value.items() for part in pair for f in storable_faults(part, depth + 1)
        ]
    if isinstance(value, list):
        return [fault for part in value for fault in storable_faults(part, depth + 1)]
    if isinstance(value, float) and not math.isfinite(value):
        return [_now("A number in it is not a number.")]
    if isinstance(value, str) and any(
        mark == "\x00" or "\ud800" <= mark <= "\udfff" for mark in value
    ):
        return [_now("A text in it has signs that cannot be stored.")]
    return []

"""How hard property tests try: a short slice in `make test`, full counts in `make attack`."""

import os

FACTOR = int(os.environ.get("ATTACK_FACTOR", "1"))


def examples(slice_: int) -> int:
    """The number of examples: ``slice_``, times the factor that `make attack` sets."""
    return slice_ * FACTOR

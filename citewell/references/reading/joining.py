"""Settle doubtful line ends by reading: do two pieces, or one, make better references?"""

import math

from citewell.references.reading.confidence import probability_right
from citewell.references.reading.lines import Line
from citewell.references.reading.reference import read_with_evidence

DOUBT = 0.0005  # how near to 0 or 1 the line model must be to be believed unread
MOST = 300  # doubtful lines read in one paste, to bound the time
_LONGEST = 12  # lines; longer pieces are no references
_WEIGHT = 6.0  # of what reading says against what the line model says


def weigh(lines: list[Line], chances: list[float]) -> list[bool]:
    """Return for each line whether a reference begins there.

    `chances` are the line model's; where it doubts, the text is read both ways.
    """
    begins = [chance >= 0.5 for chance in chances]
    doubtful = [n for n, chance in enumerate(chances) if n and DOUBT < chance < 1 - DOUBT]
    for number in doubtful[:MOST]:
        first = max(n for n in range(number) if begins[n])
        last = next((n for n in range(number + 1, len(lines)) if begins[n]), len(lines))
        if last - first > _LONGEST:
            continue
        whole = _quality(lines[first:last])
        parts = (_quality(lines[first:number]) + _quality(lines[number:last])) / 2
        chance = min(max(chances[number], 1e-3), 1 - 1e-3)
        begins[number] = math.log(chance / (1 - chance)) + _WEIGHT * (parts - whole) > 0
    return begins


def _quality(lines: list[Line]) -> float:
    """Return the logarithm of how probably these lines read as one right reference."""
    found = read_with_evidence("\n".join(line.text for line in lines))[1]
    return math.log(max(probability_right(found), 0.01)) if found else math.log(0.01)

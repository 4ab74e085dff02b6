"""Medical words built from Greek and Latin parts: "inflamed kidney" is nephritis. Pure.

The parts and endings are `search/words/roots.<language>.txt`, its format is told in its
first lines. What is made here are lines of the lay vocabulary (`lay.read`).
"""

from collections.abc import Iterable, Iterator

_VOWELS = "aeiou"


def wordings(lines: Iterable[str]) -> list[str]:
    """Lines of the lay vocabulary; a line that is no entry raises ValueError naming it."""
    parts: list[list[list[str]]] = []
    endings: list[list[list[str]]] = []
    current: list[list[list[str]]] = parts
    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if line in {"[parts]", "[endings]"}:
            current = parts if line == "[parts]" else endings
        elif line:
            columns = [[p.strip() for p in c.split("|") if p.strip()] for c in line.split(":")]
            if len(columns) != (3 if current is parts else 2) or not all(columns):
                raise ValueError(f"line {number} is no word part: {line}")
            current.append(columns)
    made = [f"{' | '.join(part[0])} = {' | '.join(part[2])}" for part in parts]
    return made + [line for part in parts for line in _built(part, endings)]


def _built(part: list[list[str]], endings: list[list[list[str]]]) -> Iterator[str]:
    everyday, beginnings, _ = part
    for (ending, *_more), patterns in endings:
        lay = [pattern.replace("@", word) for word in everyday for pattern in patterns]
        terms = [joined(beginning, ending) for beginning in beginnings]
        yield f"{' | '.join(lay)} => {' | '.join(terms)}"


def joined(beginning: str, ending: str) -> str:
    """A word of its parts: one vowel where two would meet ("cardi" + "itis": "carditis")."""
    if ending[0] in _VOWELS and beginning[-1] == ending[0]:
        return beginning + ending[1:]
    return beginning + ending

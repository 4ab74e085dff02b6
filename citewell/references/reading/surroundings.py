"""What holds for a token by its place: brackets and quotes around it, the sentence it stands in."""

from itertools import pairwise

from citewell.references.reading.tokens import Token

_OPEN, _CLOSE = "([", ")]"
_QUOTES_OPEN, _QUOTES_CLOSE = "“«„‘", "”»’"


def bucket(number: int) -> str:
    return str(number) if number < 6 else "6+" if number < 10 else "10+" if number < 20 else "20+"


class Surroundings:
    """What holds for tokens by place: depth of brackets and quotes, chunks between full stops."""

    def __init__(self, tokens: list[Token], shapes: list[str]) -> None:
        count = len(tokens)
        self.bracket = [0] * count
        self.quote = [0] * count
        self.chunk = [0] * count
        self.capital = [""] * count
        self.chunk_place = [""] * count
        self.next_number = [99] * count
        self.years_before = [0] * count
        depth = quoted = chunk = years = 0
        starts = [0]
        for i, (token, shape) in enumerate(zip(tokens, shapes, strict=True)):
            text = token.text
            if text in _OPEN:
                depth = 1
            if text in _QUOTES_OPEN or (text == '"' and not quoted):
                quoted = 1
            self.bracket[i], self.quote[i], self.chunk[i] = depth, quoted, chunk
            self.years_before[i] = min(years, 2)
            if text in _CLOSE:
                depth = 0
            if text in _QUOTES_CLOSE or (text == '"' and self.quote[i - 1] and i):
                quoted = 0
            if shape == "YEAR":
                years += 1
            if text in ".?!" and not depth and i + 1 < count and self._ends(tokens, shapes, i):
                chunk += 1
                starts.append(i + 1)
        starts.append(count)
        for begin, end in pairwise(starts):
            self._describe(shapes, begin, end)
        distance = 99
        for i in range(count - 1, -1, -1):
            self.next_number[i] = distance
            distance = (
                1
                if (shapes[i][0] in "DY" and len(shapes[i]) > 1) or shapes[i] in ("eD", "xD")
                else distance + 1
            )

    @staticmethod
    def _ends(tokens: list[Token], shapes: list[str], i: int) -> bool:
        """Tell whether the mark at `i` ends a chunk: space behind it, and no initial before."""
        return tokens[i].end < tokens[i + 1].start

    def _describe(self, shapes: list[str], begin: int, end: int) -> None:
        words = [
            s for s in shapes[begin:end] if s[0] in "Aa" and len(s) > 1 and s not in ("A.", "a.")
        ]
        if not words:
            label = "none"
        else:
            low = sum(s[0] == "a" for s in words)
            label = "caps" if not low else "mixed" if low * 2 < len(words) else "low"
        for i in range(begin, end):
            self.capital[i] = label
            self.chunk_place[i] = bucket(i - begin)

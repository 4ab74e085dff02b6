"""What holds for a token by its place: brackets and quotes around it, the sentence it stands in."""

from itertools import pairwise

from citewell.references.reading.tokens import Token

_OPEN, _CLOSE = "([", ")]"
_NUMERIC = ("D", "Y")
_PARTING = frozenset(";:(),")
_REACH = 5  # tokens from one number to the next in "2006;31(23):2724-7", "vol. 31, no. 23"
_FAR = 9
_QUOTES_OPEN, _QUOTES_CLOSE = "“«„‘", "”»’"


def bucket(number: int) -> str:
    return str(number) if number < 6 else "6+" if number < 10 else "10+" if number < 20 else "20+"


def _is_number(shape: str) -> bool:
    return (shape[0] in _NUMERIC and len(shape) > 1) or shape in ("eD", "xD")


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
        self.stops_ahead, self.commas_ahead = self._ahead(tokens, shapes)
        distance = 99
        for i in range(count - 1, -1, -1):
            self.next_number[i] = distance
            distance = 1 if _is_number(shapes[i]) else distance + 1

    def _ahead(self, tokens: list[Token], shapes: list[str]) -> tuple[list[int], list[int]]:
        """Count the ends of chunks, and the commas, from each token to the run of numbers ahead.

        A source stands right before volume and pages; a title stands one chunk further off.
        """
        count = len(tokens)
        stops, commas = [_FAR] * count, [_FAR] * count
        anchor, seen = -1, 0
        for i in range(count - 1, -1, -1):
            if anchor >= 0:
                stops[i] = min(self.chunk[anchor] - self.chunk[i], 4)
                commas[i] = min(seen, 3)
                seen += tokens[i].text == ","
            if _is_number(shapes[i]) and self._runs_on(tokens, shapes, i):
                anchor, seen = i, 0
        return stops, commas

    @staticmethod
    def _runs_on(tokens: list[Token], shapes: list[str], i: int) -> bool:
        """Tell whether the number at `i` opens or goes on with a run: another follows soon."""
        parted = False
        for k in range(i + 1, min(i + _REACH, len(tokens))):
            if _is_number(shapes[k]):
                return parted
            parted = parted or tokens[k].text in _PARTING
        return False

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

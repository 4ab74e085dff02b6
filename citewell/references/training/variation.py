"""Vary a style as editors do who half remember it: other marks, quotes, brackets, order.

Templates alone teach a model the templates. A varied one keeps its stretches' labels, so whatever
it prints is labelled as truly as before.
"""

import random
import re

_STRETCH = re.compile(r"‹(?P<label>\w+)\|(?P<inner>[^›]*)›")
_END = re.compile(r"[.,;:]*$")
#: Author styles that can stand for one another in any place.
_PEOPLE = (
    ("van", 6),
    ("van_and", 1),
    ("van_bare_gf", 1),
    ("apa", 3),
    ("apa_ns", 1),
    ("har", 2),
    ("jbc", 1),
    ("sp", 3),
    ("nat", 1),
    ("gf", 3),
    ("gf_ns", 2),
    ("semi", 2),
    ("semi_van", 1),
    ("semi_sp", 1),
    ("semi_full", 1),
    ("full", 1),
    ("fullgf", 2),
    ("caps", 1),
    ("caps_van", 1),
)
_VOLUMES = ("vi", "vi", "vi", "vi_sp", "vi_vol", "vi_no", "vi_dot", "v", "vi_fr", "vi_comma")
_PAGE_LEADS = ("", "", "", "p. ", "pp. ", "pp ", "p ", "S. ", "pp.", "págs. ")
_QUOTES = ("“”", '""', "‘’", "''", "«»", "„“")

Piece = tuple[str, str]  # label and text; a plain stretch has the label ""


def vary(style: str, rng: random.Random) -> str:
    """Return `style` with one to three of its habits changed."""
    pieces = _pieces(style)
    changes = rng.sample(_CHANGES, rng.choice((1, 2, 2, 3)))
    for change in changes:
        pieces = change(pieces, rng)
    return "".join(f"‹{label}|{text}›" if label else text for label, text in pieces).strip()


def _pieces(style: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _STRETCH.finditer(style):
        if match.start() > position:
            pieces.append(("", style[position : match.start()]))
        pieces.append((match["label"], match["inner"]))
        position = match.end()
    if position < len(style):
        pieces.append(("", style[position:]))
    return pieces


def _place(pieces: list[Piece], label: str) -> int:
    """Return where the only stretch with `label` stands, or -1."""
    places = [number for number, piece in enumerate(pieces) if piece[0] == label]
    return places[0] if len(places) == 1 else -1


def _replaced(pieces: list[Piece], at: int, text: str) -> list[Piece]:
    return [*pieces[:at], (pieces[at][0], text), *pieces[at + 1 :]]


def other_people(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Print the people in another manner."""
    at = _place(pieces, "author")
    if at < 0 or "{org}" in pieces[at][1]:
        return pieces
    names, weights = zip(*_PEOPLE, strict=True)
    chosen = rng.choices(names, weights)[0]
    return _replaced(pieces, at, re.sub(r"\{\w+\}", "{" + chosen + "}", pieces[at][1], count=1))


def other_mark(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """End the people, the title or the source with another mark."""
    label = rng.choice(("author", "title", "title", "container", "container", "publisher"))
    at = _place(pieces, label)
    if at < 0 or at + 1 >= len(pieces) or re.search(r"[”\"’'»“)\]]", pieces[at][1]):
        return pieces
    marks = {
        "author": (".", ",", ":", ";", ""),
        "title": (".", ".", ",", ";", ":"),
        "container": (".", ",", "", ";", ":"),
        "publisher": (".", ",", ";", ":"),
    }[label]
    return _replaced(pieces, at, _END.sub("", pieces[at][1]) + rng.choice(marks))


def other_quotes(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Put the title into quotation marks, or take them off."""
    at = _place(pieces, "title")
    if at < 0 or "{t}" not in pieces[at][1]:
        return pieces
    mark = rng.choice((".", ","))
    if re.search(r"[”\"’'»“]", pieces[at][1]):
        return _replaced(pieces, at, "{t}" + mark)
    if "[" in pieces[at][1]:
        return pieces
    quotes = rng.choice(_QUOTES)
    text = rng.choice(("{o}{{t}}{m}{c}", "{o}{{t}}{c}{m}", "{o}{{t}}{c}"))
    return _replaced(pieces, at, text.format(o=quotes[0], c=quotes[1], m=mark))


def other_date(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Set the year behind the people, the source or at the end, bare or in brackets."""
    at = _place(pieces, "date")
    if at < 0 or "{y}" not in pieces[at][1]:
        return pieces
    if any(text[-1:] not in " " for label, text in pieces if not label and text.strip()):
        return pieces
    forms = ("({y}).", "({y})", "{y}.", "{y},", "{y};", "({y}),", "{y}:", "[{y}].")
    date = ("date", rng.choice(forms))
    if rng.random() < 0.4:
        return [*pieces[:at], date, *pieces[at + 1 :]]
    rest = [*pieces[:at], *pieces[at + 1 :]]
    if at and not pieces[at - 1][0] and at + 1 < len(pieces) and not pieces[at + 1][0]:
        rest = [*pieces[: at - 1], *pieces[at + 1 :]]
    anchors = [n for n, piece in enumerate(rest) if piece[0] in ("author", "container", "pages")]
    if not anchors:
        return pieces
    behind = rng.choice(anchors)
    return [*rest[: behind + 1], ("", " "), date, ("", " "), *rest[behind + 1 :]]


def other_volume(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Print volume and issue in another form."""
    at = _place(pieces, "volume")
    if at < 0 or not re.search(r"\{v(?:i\w*|_b)?\}", pieces[at][1]):
        return pieces
    mark = rng.choice((":", ",", ":", ", ", ".", ";"))
    lead = rng.choice(("", "", "", "", "Vol. ", "vol ", "v. ", "Bd. "))
    form = rng.choice(_VOLUMES)
    return _replaced(pieces, at, (lead if form in ("v", "vi") else "") + "{" + form + "}" + mark)


def other_pages(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Print the pages with another sign, or leave them out."""
    at = _place(pieces, "pages")
    if at < 0 or "{p}" not in pieces[at][1] or ")" in pieces[at][1]:
        return pieces
    if rng.random() < 0.15 and "{p}" in pieces[at][1] and "(" not in pieces[at][1]:
        return [*pieces[:at], *pieces[at + 1 :]]
    end = rng.choice((".", "", ",", "."))
    return _replaced(pieces, at, rng.choice(_PAGE_LEADS) + "{p}" + end)


def less(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Leave out one part that references often lack."""
    label = rng.choice(("volume", "date", "location", "publisher", "edition", "author"))
    at = _place(pieces, label)
    if at < 0 or re.search(r"[()\[\]]", pieces[at][1]) or len([p for p in pieces if p[0]]) < 4:
        return pieces
    return [*pieces[:at], *pieces[at + 1 :]]


def wider(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Set a space between year, volume and pages, or take it out."""
    if rng.random() < 0.5:
        result: list[Piece] = []
        for piece in pieces:
            if result and result[-1][0] and piece[0]:
                result.append(("", " "))
            result.append(piece)
        return result
    numbers = ("date", "volume", "pages")
    return [
        piece
        for n, piece in enumerate(pieces)
        if not (
            piece == ("", " ")
            and 0 < n < len(pieces) - 1
            and pieces[n - 1][0] in numbers
            and pieces[n + 1][0] in numbers
            and pieces[n - 1][1][-1:] in ",;:)"
        )
    ]


_CHANGES = (
    other_people,
    other_people,
    other_mark,
    other_mark,
    other_quotes,
    other_date,
    other_volume,
    other_pages,
    less,
    wider,
)

"""Parts of a person's name: particles, suffixes and initials."""

import re

from citewell.references.styles.scripts import is_letter

_INITIAL = re.compile(
    r"([A-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u042f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u0370\u0372"
    r"\u0376\u0386\u0388-\u03ab\u03e2\u03e4\u03e6\u03e8\u03ea\u03ec\u03ee\u03f4\u03f7\u03fd-\u03ff])"
    r"([a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u052f\u0600-\u06ff\u0370-\u03ff\u1f00-\u1fff]*)(\.)*"
)
_LEADING = re.compile(r"([^ ]+(?:-|ʻ|’| |') *)(.+)", re.DOTALL)
_TRAILING = re.compile(r"(.+?)((?: | ʻ| ’| ')+[^ ]+)$", re.DOTALL)


def split_particles(name: dict[str, str]) -> None:
    """Tell “van der” from the family name, a trailing “de” and “, Jr.” from the given name."""
    particles, family = "", name["family"]
    while (match := _LEADING.fullmatch(family)) and _is_particle(match[1]):
        particles, family = particles + match[1], match[2]
    name["family"] = family
    if particles.strip():
        end = " " if particles.endswith(("' ", "’ ")) else ""
        name["non-dropping-particle"] = particles.strip() + end
    given, comma, suffix = name["given"].partition(",")
    if comma and not name.get("suffix"):
        name["given"] = given.rstrip()
        name["suffix"] = suffix.lstrip("! ").strip()
        if suffix.startswith("!"):
            name["comma-suffix"] = "true"
    dropping: list[str] = []
    while (match := _TRAILING.fullmatch(name["given"])) and _is_particle(match[2]):
        dropping.insert(0, match[2].strip())
        name["given"] = match[1].rstrip()
    if dropping:
        name["dropping-particle"] = " ".join(dropping)


def _is_particle(text: str) -> bool:
    letter = re.sub(r"^[-'ʻ’\s]*", "", text)[:1]
    return letter != letter.upper()


def initials(given: str, ending: str, keep_hyphen: bool, normalise_only: bool = False) -> str:
    """“Jean-Paul M.” as “J.-P. M.” or “JPM”; ``normalise_only`` leaves whole names whole."""
    if not given or given in ("Lord", "Lady") or not is_letter(given[0]):
        return given
    if not keep_hyphen:
        given = given.replace("-", " ")
    given = re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", given))
    given = re.sub(r"-([a-z])", r"–\1", given)
    given = re.sub(r"\.(?=[^ ])", ". ", given)
    pieces = re.split(r"([-\s]+)", given)
    if (
        len(pieces) == 1
        and re.fullmatch(r"(?:.*\.)?[^.]", pieces[0])
        and (pieces[0][-1] != pieces[0][-1].lower())
    ):
        pieces[0] += "."
    written = _normalised(pieces, ending) if normalise_only else _initialled(pieces, ending)
    written = re.sub(r"[\s\ufeff]+$", "", written)
    written = re.sub(r"[\t-\r ]+", " ", re.sub(r"\s*-\s*", "-", written))
    return re.sub(r"–([a-z])", r"-\1", written)


def _initialled(pieces: list[str], ending: str) -> str:
    pieces = list(pieces)
    last = len(pieces) - 1
    for place in range(0, last + 1, 2):
        piece = pieces[place]
        if not piece:
            continue
        match = _INITIAL.match(piece)
        if match:
            head, rest = match[1], match[2]
            if rest and match[3]:
                head, rest = head + rest, ""
            capitals = ""
            for letter in rest:
                if letter != letter.upper():
                    break
                capitals += letter
            pieces[place] = head + (capitals.lower() if len(capitals) < len(rest) else "")
            if place < last:
                pieces[place + 1] = ending + ("-" if "-" in pieces[place + 1] else "")
            else:
                pieces.append(ending)
        elif re.search(r"\w", piece):
            pieces[place] = " " + piece
    return "".join(pieces)


def _normalised(pieces: list[str], ending: str) -> str:
    pieces = list(pieces)
    short = []
    for place, piece in enumerate(pieces):
        dotted = len(piece) > 1 and piece.endswith(".")
        if dotted:
            pieces[place] = piece[:-1]
        short.append(dotted or (len(piece) == 1 and piece.upper() == piece))
    last = len(pieces) - 1
    for place in range(0, last + 1, 2):
        if not short[place]:
            continue
        if place < last - 1:
            pieces[place + 1] = ending + ("" if short[place + 2] else " ")
        elif place == last:
            pieces[place] += ending
    return "".join(pieces)

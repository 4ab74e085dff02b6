# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Read the author or editor part of a reference into CSL names.

A name is `{"family", "given"}` with `suffix` where there is one, or `{"literal"}` for an
organisation. Particles stay with the family name ("van der Berg"), initials get full stops and
spaces ("CK" becomes "C. K."), as citeproc expects them.
"""

import re

from citewell.references.reading.lexicon import GIVEN_NAMES
from citewell.references.reading.organisations import (
    PARTICLE,
    is_initials,
    is_organisation,
    is_people_and_group,
    is_person,
)

Name = dict[str, str]

_PARTICLES = re.compile(rf"^(?:{PARTICLE}\s)+", re.IGNORECASE)
_SUFFIX = r"(?:Jr|Sr|Junior|2nd|3rd|4th|II|III|IV)\.?"
_SUFFIX_ONLY = re.compile(rf"^{_SUFFIX}$", re.IGNORECASE)
_SUFFIX_LAST = re.compile(rf"[\s,]+({_SUFFIX})$")
_ET_AL = re.compile(
    r"(?:[\s,;]+(?-i:and|&|et|und|e|y)(?=\s))?[\s,;&]*(?<![^\W_])(?:\bet\.?\s?al\b\.?|\band (?:others|colleagues)\b|\bu\.\s?a\.|\by\s+(?:cols?|otros)\b\.?"
    r"|\be outros\b|\bmfl\b|\binter alia\b|…|\.\.\.)[\s.,;:]*$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:^|(?<=[\s,(\[&;]))[(\[]?\s?(?:(?:edited|ed\.)\s(?:and\s(?:introduced|translated)\s)?by|translated\s(?:from\sthe\s\w+\s)?by"
    r"|(?-i:[Ee]ds?)(?=[.,)\]\s]|$)|editors?(?=[.,)\]\s]|$)|hrsgg?(?=[.,)\]\s]|$)|(?-i:[Hh]g)(?=[.)\]])|éds?(?=[.)\]])|coords?(?=[.)\]])|dirs?(?=[.)\]])"
    r"|orgs?(?=[.)\]])|comps?(?=[.)\]])|trans(?=[.)\]\s])|translators?(?=[.,)\]\s]|$)|transl?(?=\.)|a cura di|sous la (?:dir\.|direction de)"
    r"|herausgegeben von|übersetzt von|dirigé par|traduit (?:par|de))[.,]?\s?[)\]]?[.,:;]*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:in|dans|en|em|by|with|and|&|on behalf of|for)\b\s?:?\s*", re.IGNORECASE)
_COMMA_OR_AND = re.compile(
    r"\s*[,،、]\s*(?:(?:and|und|et(?!\s+al)|y|e|og|och|en)\s+|&\s*)?|\s+(?:and|und|et(?!\s+al)|y|e|og|och)\s+|\s*&\s*|\s+with\s+|\s/\s"
)
_FOR_THE = re.compile(r"^(?:and\s+)?(?:on behalf of|for)\s+(?:the\s+)?")
_DASHES = re.compile(r"^[\s_—–\-―.,]+$")


def is_truncated(text: str) -> bool:
    """Tell whether the author part ends in "et al." or a like phrase."""
    return bool(_ET_AL.search(text))


def read_names(text: str) -> list[Name]:
    """Return the CSL names in the author, editor or translator part of a reference."""
    text = _ROLE.sub(" ", text)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"[(\[]\s*[)\]]", "", text)
    text = _ET_AL.sub("", text).strip(" ,;:")
    text = re.sub(r"^[(\[]([^()]*)[)\]]?$", r"\1", text)
    text = _LEAD.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.strip("()[] ")
    text = re.sub(r"[*†‡§¶]+|\^\d+", "", text)
    text = re.sub(r"(?<=[^\W\d_]{2})\d{1,2}(?=[,;]|\s(?:and|&)\s|$)", "", text).strip(" ,;:")
    text = re.sub(r"(?<=[^\W\d_]{2})\.$", "", text)
    if not text or _DASHES.match(text):
        return []
    text = re.sub(r"\.{2,}$", ".", text)
    if is_organisation(text) and not is_people_and_group(text):
        return _organisations(text)
    text = re.sub(r"(\w+)\s\(((?:[^\W\d_]{1,3}\.?[\s-]*)+)\)", r"\1 \2", text)  # ALY (M.I.)
    parts = _by_semicolon(text) if ";" in text else _by_comma(text)
    return [name for part in parts if (name := _name(*part))]


def _organisations(text: str) -> list[Name]:
    parts = [part.strip(" ,") for part in re.split(r"\s*;\s*", text.strip(" .,;:"))]
    people: list[Name] = []
    for part in filter(None, parts):
        if len(parts) > 1 and not is_organisation(part):
            people += [name for person in _by_comma(part) if (name := _name(*person))]
        else:
            people.append({"literal": _FOR_THE.sub("", part)})
    return people


def _by_semicolon(text: str) -> list[tuple[str, str, str]]:
    parts = []
    for part in re.split(r"\s*;\s*(?:(?:and|und|et|y)\s+|&\s*)?", text):
        bits = [bit for bit in re.split(r"\s*,\s*", part.strip(" ,")) if bit]
        if not bits:
            continue
        if len(bits) > 3 or (
            len(bits) > 1 and not is_organisation(part) and _is_full(bits[0]) and _is_full(bits[1])
        ):
            parts += _by_comma(part)
            continue
        parts += _last_and(bits)
    return parts


def _last_and(bits: list[str]) -> list[tuple[str, str, str]]:
    """Read "Family, Given[, Suffix]", and a last "Family, G. and Family, G." in one part."""
    joined = ", ".join(bits)
    if re.search(r"\s(?:and|&|und)\s", joined) and not is_organisation(joined):
        return _by_comma(joined)
    if len(bits) == 1:
        return [(bits[0], "", "")]
    suffix = next((bit for bit in bits[1:] if _SUFFIX_ONLY.match(bit)), "")
    given = " ".join(bit for bit in bits[1:] if bit != suffix)
    return [(bits[0], given, suffix)]


def _is_full(text: str) -> bool:
    """Tell whether `text` is family and given name at once ("Chan CK", "J. A. Smith")."""
    words = _SUFFIX_LAST.sub("", text).split()
    return (
        len(words) > 1
        and not is_initials(text)
        and (is_initials(words[-1]) or is_initials(words[0]) or is_initials("".join(words[1:])))
    )


def _by_comma(text: str) -> list[tuple[str, str, str]]:
    """Pair family and given names between commas and "and"; see the module's tests for the styles."""
    text = re.sub(r",?\s+(?=(?:Jr|Sr|III|II|IV)\b\.?(?:[\s,.&]|$))", " ", text)
    front, comma, last = text.rpartition(",")
    people = re.match(r"^(.*?)\s*(?:\band\b|&)\s+(.+)$", last)
    if people and is_organisation(people[2]) and is_person(people[1].strip()):
        front, comma, last = f"{front}{comma}{people[1]}", ",", people[2]
    group = re.sub(r"^\s*(?:and|&|on behalf of|for)\s+", "", last)
    if comma and is_organisation(group) and not is_initials(group):
        return [*_by_comma(front), (group, "", "")]
    parts = [part.strip() for part in _COMMA_OR_AND.split(text) if part and part.strip(" .")]
    plain = any(
        re.match(r"^(?:[^\W\d_]\.[\s\-‐–]*)+\s?[^\W\d_]+(?:[-'’][^\W\d_]+)*$", part)
        for part in parts
    )
    if plain:  # "D. Martin Horvat" among "T. C. Lin, M. Hsu" has two family names
        parts = [
            re.sub(r"^((?:[^\W\d_]\.[\s\-‐–]*)+)([^\W\d_.]{2,}\s[^\W\d_.]{2,})$", r"\2, \1", part)
            if not GIVEN_NAMES.intersection(part.split()[1:-1])
            else part
            for part in parts
        ]
    result: list[tuple[str, str, str]] = []
    inverted_seen = False
    at = 0
    while at < len(parts):
        part = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else ""
        bare = _SUFFIX_LAST.sub("", part)
        if following and _takes_given(bare, following, parts, at, text, inverted_seen):
            suffix = _SUFFIX_LAST.search(part)
            inner = _SUFFIX_LAST.search(following)
            given = _SUFFIX_LAST.sub("", following)
            result.append((bare, given, (suffix or inner or ["", ""])[1]))
            inverted_seen = inverted_seen or is_initials(given)
            at += 2
            continue
        turned = re.match(r"^(.{5,}), ((?:[^\W\d_]\.[\s\-‐–]*)+)$", part)
        result.append((turned[1], turned[2].strip(), "") if turned else (part, "", ""))
        at += 1
    return result


def _takes_given(
    part: str, following: str, parts: list[str], at: int, text: str, inverted: bool
) -> bool:
    """Decide whether `following` is the given name of the family name `part`."""
    given = _SUFFIX_LAST.sub("", following)
    if is_initials(given) and not _is_full(part) and " of " not in part:
        return not is_initials(part) or (part.isupper() and len(part) > 1)
    if is_organisation(part):
        return False
    if _is_full(part):
        return False
    if _PARTICLES.match(given + " ") and len(part.split()) <= 2:
        return False
    words = given.split()
    single = len(_PARTICLES.sub("", part).split()) <= 2
    if not single or is_organisation(given):
        return False
    if at == 0:  # "Adams, Nicholson B." | "Nichols, Bill" | "Douglass, April G., and Dennie Smith"
        if len(parts) == 2 and not _between(text, part, following).startswith(","):
            return False
        if (
            len(part.split()) > 1
            and len(words) > 1
            and not is_initials(words[-1])
            and len(parts) > 2
        ):
            return False  # "George Hussain, Wei H. Silva, and E. S. Elliott"
        if len(part.split()) > 1 and re.search(r"\band|&", _between(text, part, following)):
            return False  # "Robert Ivanov, and Chiara Singh"
        return len(words) <= 3 and not (
            is_initials(words[0]) and len(words[0]) > 1 and len(words) > 1
        )
    # Later names are inverted only where the rest can be paired off: "Eco, Umberto, Smith, Anna"
    rest = parts[at:]
    return (
        not inverted
        and len(part.split()) == 1
        and len(rest) % 2 == 0
        and all(len(p.split()) == 1 for p in rest[::2])
        and at % 2 == 0
        and len(words) <= 2
    )


def _between(text: str, part: str, following: str) -> str:
    start = text.find(part) + len(part)
    return text[start : text.find(following, start)].strip()


def _name(family: str, given: str, suffix: str) -> Name | None:
    family, given = family.strip(" ,;:"), given.strip(" ,;:")
    if not suffix and (match := _SUFFIX_LAST.search(family)):
        suffix, family = match[1], family[: match.start()].strip(" ,")
    if not given:
        if is_organisation(family):
            return {"literal": re.sub(r"^(?:and|for|the)\s", "", family).rstrip(".")}
        family, given = _divide(family)
    family = (
        family.strip(" .,;:()[]")
        if not given or len(family.strip(".")) > 1
        else family.strip(" ,;:")
    )
    if not family or not re.search(r"\w", family):
        return None
    if not given:
        words = family.split()
        if len(words) > 3 or (len(words) == 1 and family.isupper() and len(family) > 2):
            return {"literal": family}
        return {"family": family}
    name = {"family": _case(family), "given": spell_given(given)}
    if suffix:
        name["suffix"] = (
            suffix.rstrip(".") if suffix[0] in "I2345" else suffix.rstrip(".").capitalize() + "."
        )
    return name


def _divide(text: str) -> tuple[str, str]:
    """Divide a full name without a comma into family and given name."""
    words = text.split()
    if re.fullmatch(r"[\u4e00-\u9fff\uac00-\ud7af]{2,3}", text):
        return text[0], text[1:]
    if len(words) == 1:
        squeezed = re.match(r"^((?:[^\W\d_]\.-?)+)([^\W\d_]{2,}.*)$", text)  # J.A.Smith
        return (squeezed[2], squeezed[1]) if squeezed else (text, "")
    back = len(words)
    while back > 1 and is_initials(words[back - 1]):
        back -= 1
    tail = words[back:]
    if tail and not (is_initials(words[0]) and len(words[0].rstrip(".")) == 1 and back == 1):
        return " ".join(words[:back]), " ".join(tail)  # Chan CK | van der Berg A. M.
    if re.match(r"[\u3040-\u9fff\uac00-\ud7af]", text):
        return words[0], " ".join(words[1:])
    if (
        words[0].isupper() and words[0].isalpha() and len(words[0]) > 2 and not words[-1].isupper()
    ):  # FERRIERES Madeleine
        front = next(i for i, word in enumerate(words) if not word.isupper())
        return " ".join(words[:front]), " ".join(words[front:])
    cut = len(words) - 1
    while cut > 1 and re.match(rf"^{PARTICLE}$", words[cut - 1], re.IGNORECASE):
        cut -= 1
    if cut == 1 and re.match(rf"^{PARTICLE}$", words[0]):
        return text, ""
    return " ".join(words[cut:]), " ".join(words[:cut])


def _case(family: str) -> str:
    """Write a family name set in capitals ("SMITH", "O'BRIEN") as a name; leave short ones."""
    letters = re.sub(r"[^\w]", "", family)
    if letters.isupper() and len(letters) > 3:
        return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), family)
    return family


def spell_given(given: str) -> str:
    """Return initials as "C. K.", "J.-P."; spelt-out names as they are, initials inside with stops."""
    given = given.strip(" ,;:()[]")
    if given.isalpha() and given.isupper() and len(given) <= 4:
        return " ".join(letter + "." for letter in given)
    if re.fullmatch(r"[A-ZÀ-Þ][\-‐–][A-ZÀ-Þ]", given):
        return f"{given[0]}.-{given[2]}."
    given = re.sub(r"(?<=\.)(?=[^\W\d_])", " ", given)
    given = re.sub(r"\.\s*[-‐–]\s*", ".-", given)
    given = re.sub(
        r"(?<![^\W\d_])([^\W\d_])(?=[\s\-‐–]|$)",
        lambda m: m[1] + "." if m[1].isupper() else m[1],
        given,
    )
    return given if re.search(r"(?:^|[\s.-])[^\W\d_]{1,2}\.$", given) else given.rstrip(".")

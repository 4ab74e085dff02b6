"""Print names in the manners of reference styles, and say what name the print truly shows."""

import re
from collections.abc import Callable

from citewell.references.reading.names import Name, spell_given


def initials(given: str, gap: str) -> str:
    """Return the initials of a given name: "J. P." with gap " ", "JP" with gap ""."""
    words = [w for w in re.split(r"[\s.]+(?!-)", given.replace(".-", "-")) if w]
    if gap == "bare":
        return "".join(part[0].upper() for w in words for part in w.split("-") if part)
    return (gap or "").join(
        "-".join(part[0].upper() + "." for part in w.split("-") if part) for w in words
    )


def _family_first(name: Name, gap: str, comma: str) -> str:
    if "literal" in name:
        return name["literal"]
    given = name.get("given", "") if gap == "full" else initials(name.get("given", ""), gap)
    text = f"{name['family']}{comma} {given}" if given else name["family"]
    if "suffix" in name:
        text += (", " if comma else " ") + (name["suffix"] if comma else name["suffix"].rstrip("."))
    return text


def _given_first(name: Name, gap: str) -> str:
    if "literal" in name:
        return name["literal"]
    given = name.get("given", "") if gap == "full" else initials(name.get("given", ""), gap)
    return f"{given} {name['family']}".strip() + (f", {name['suffix']}" if "suffix" in name else "")


def true_name(person: Name, full: bool) -> Name:
    if "literal" in person:
        return person
    given = person.get("given", "")
    name = {"family": person["family"]}
    if given:
        name["given"] = spell_given(given if full else initials(given, " "))
    if "suffix" in person:
        name["suffix"] = person["suffix"]
    return name


NAME_STYLES: dict[str, tuple[Callable[[Name, int], str], str, tuple[str, ...], bool]] = {
    "van": (lambda n, _: _family_first(n, "bare", ""), ", ", (", ",), False),
    "van_and": (lambda n, _: _family_first(n, "bare", ""), ", ", (" and ", ", and ", " & "), False),
    "apa": (lambda n, _: _family_first(n, " ", ","), ", ", (", & ", " & ", ", and "), False),
    "apa_ns": (lambda n, _: _family_first(n, "", ","), ", ", (", ", ", & "), False),
    "har": (lambda n, _: _family_first(n, "", ","), ", ", (" and ", " & "), False),
    "jbc": (lambda n, _: _family_first(n, " ", ","), ", ", (", and ",), False),
    "sp": (lambda n, _: _family_first(n, "", ""), ", ", (", ", " and "), False),
    "nat": (lambda n, _: _family_first(n, " ", ","), ", ", (" & ",), False),
    "gf": (lambda n, _: _given_first(n, " "), ", ", (" and ", ", and ", ", "), False),
    "gf_ns": (lambda n, _: _given_first(n, ""), ", ", (", ", " and ", ", and "), False),
    "semi": (lambda n, _: _family_first(n, "", ","), "; ", ("; ", "; and "), False),
    "semi_sp": (lambda n, _: _family_first(n, "", ""), "; ", ("; ", " and "), False),
    "semi_full": (lambda n, _: _family_first(n, "full", ","), "; ", ("; ", "; and "), True),
    "van_bare_gf": (lambda n, _: _given_first(n, "bare"), ", ", (", ", " and "), False),
    "semi_van": (lambda n, _: _family_first(n, "bare", ""), "; ", ("; ",), False),
    "full": (
        lambda n, k: _given_first(n, "full") if k else _family_first(n, "full", ","),
        ", ",
        (", and ",),
        True,
    ),
    "fullgf": (lambda n, _: _given_first(n, "full"), ", ", (" and ", ", and "), True),
    "caps": (
        lambda n, _: _family_first(
            {**n, "family": n["family"].upper()} if "family" in n else n, " ", ","
        ),
        "; ",
        ("; ",),
        False,
    ),
    "caps_van": (
        lambda n, _: _family_first(
            {**n, "family": n["family"].upper()} if "family" in n else n, "bare", ""
        ),
        ", ",
        (", ",),
        False,
    ),
    "org": (lambda n, _: _family_first(n, "bare", ""), ", ", (", ",), False),
}

"""Numbers in fields: what in “12-14”, “S3” or “Vol. 2, Suppl 1” is a number.

CSL asks of a field whether it is numeric, whether its label is plural, and how its ranges
are written. The field is split at its joiners (hyphen, comma, “&”), labels in it
(“no.”, “pt.”) are told from its values, and each value says what it is.
"""

import re
from dataclasses import dataclass, field

from citewell.references.styles.pages import leading_number, mangle
from citewell.references.styles.style import Locale

#: Labels that stand in fields, and the variable or locator they name.
_LABELS = {
    "vrs.": "verse", "sv.": "sub-verbo", "subpara.": "subparagraph", "op.": "opus",
    "subch.": "subchapter", "add.": "addendum", "amend.": "amendment", "annot.": "annotation",
    "app.": "appendix", "art.": "article", "bibliog.": "bibliography", "bk.": "book",
    "ch.": "chapter", "cl.": "clause", "col.": "column", "cmt.": "comment", "dec.": "decision",
    "dept.": "department", "ex.": "example", "fig.": "figure", "fld.": "field", "fol.": "folio",
    "n.": "note", "hypo.": "hypothetical", "illus.": "illustration", "intro.": "introduction",
    "l.": "line", "no.": "issue", "p.": "page", "pp.": "page", "para.": "paragraph",
    "pt.": "part", "pmbl.": "preamble", "princ.": "principle", "pub.": "publication",
    "r.": "rule", "rn.": "randnummer", "sched.": "schedule", "sec.": "section",
    "ser.": "series,", "subdiv.": "subdivision", "subsec.": "subsection", "supp.": "supplement",
    "tbl.": "table", "tit.": "title", "vol.": "volume",
}  # fmt: skip
_LABEL_OF = {"page": "p.", **{name: label for label, name in reversed(_LABELS.items())}}
_LABEL_OF["page"] = "p."
#: Variables whose ranges are written in the style's form.
RANGED = frozenset(
    {
        "page", "chapter-number", "collection-number", "edition", "issue", "number",
        "number-of-pages", "number-of-volumes", "volume",
    }
)  # fmt: skip
_JOINER = re.compile(r"\s*&\s*|,\s+and\s+|\s+and\s+|;\s+|,\s+|\s*\\*[-–]+\s*")
_ESCAPED_JOINER = re.compile(r"\s*&\s*|,\s+and\s+|\s+and\s+|;\s+|,\s+|\s*–+\s*")
_LABEL = re.compile(
    r"(?:^| )(?:[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv|subsec)"
    r"(?:\.| ) *"
)
_PLAIN = re.compile(r"[0-9]+[-;,:a-zA-Z]*")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+")
_PARTICLED = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))")
_MANGLED = re.compile(
    r"([0-9]*[a-zA-Z]+0*)?([0-9]+[a-z]*)(\s*[^0-9]+\s*)([-,a-zA-Z]?0*)([0-9]+[a-z]*)"
)


@dataclass(slots=True)
class Value:
    """One value of a field, with the sign that joins it to the next."""

    label: str
    particle: str
    value: str
    joiner: str = ""
    label_end: str = ""
    other_label: str = ""
    shown_label: bool = False
    numeric: bool = False
    plural: bool = False
    counts: bool = False


@dataclass(slots=True)
class Number:
    """A field read as a number."""

    variable: str
    values: list[Value] = field(default_factory=list)
    numeric: bool = False
    plural: bool = False
    #: The word a label of this field is to show, if another than the variable's own.
    label: str = ""
    label_form: str = ""


def read_number(variable: str, text: str, kind: str, locale: Locale, page_form: str) -> Number:
    """Read a field of an item of type ``kind``."""
    name = "page" if variable == "page-first" else variable
    if name == "number" and kind == "legal_case":
        text = re.sub(r"\\*-", r"\\-", text)
    number = Number(name, _Reader(name, variable, locale).read(text))
    values = number.values
    for place in range(len(values) - 1):
        if not values[place].joiner and values[place + 1].label:
            values[place].joiner = " "
    _count(number, text, locale)
    if name == "page" and values and values[0].shown_label and variable == "page":
        number.label_form = "short"
    if name in RANGED:
        _write_ranges(number, locale, page_form)
    return number


class _Reader:
    def __init__(self, variable: str, asked: str, locale: Locale) -> None:
        self.variable, self.asked, self.locale = variable, asked, locale
        self.label = self.default = _LABEL_OF.get(variable, "")
        self.other = ""
        self.values: list[Value] = []

    def read(self, text: str) -> list[Value]:
        text = text.strip()
        if text.split(" ")[0] not in _LABELS and self.default:
            text = f"{self.default} {text}"
        joiner = _JOINER
        if self.variable == "page":
            text = text.replace("–", "-")
        if "\\-" in text:
            text = "\\-".join(part.replace("-", "–") for part in text.split("\\-"))
            text, joiner = text.replace("\\", ""), _ESCAPED_JOINER
        pieces, joins = joiner.split(text), joiner.findall(text)
        joins = [" & " if join.strip() == "&" else join for join in joins]
        pieces, joins = _rejoin_subsections(pieces, joins)
        for place, piece in enumerate(pieces):
            self._piece(piece, joins[place] if place < len(joins) else "", place)
        return self.values

    def _piece(self, piece: str, joiner: str, place: int) -> None:
        labels = _LABEL.findall(piece)
        if not labels:
            self._value(piece, joiner, None)
            return
        texts = _LABEL.split(piece)
        for spot in range(len(texts) - 1, 0, -1):
            plain = _PLAIN.fullmatch(texts[spot]) and _PLAIN.fullmatch(texts[spot - 1])
            if texts[spot - 1] and not plain:
                texts[spot - 1] += labels[spot - 1] + texts.pop(spot)
                labels.pop(spot - 1)
        if labels:
            slug = labels[0].strip()
            named = _LABELS.get(slug, "")
            known = named and self.locale.has_term(named)
            fits = self.variable in ("number", "page") or named == self.variable
            if known and fits:
                self.other = slug
            elif place == 0 or not named:  # “quiz 10” is no label of pages
                labels.pop(0)
                texts[0:2] = [f"{texts[0]} {slug} {texts[1]}"]
        for spot, text in enumerate(texts):
            last = spot == len(texts) - 1
            if text or last:
                if 0 <= spot - 1 < len(labels):
                    self.label = labels[spot - 1]
                self._value(text.strip(), joiner if last else "", place)

    def _value(self, text: str, joiner: str, place: int | None) -> None:
        other = "" if self.other == self.label.strip() else self.other
        label = self.label
        if not label and self.variable not in _LABEL_OF:
            label = f"var:{self.variable}"
        bare = label.strip()
        match = _PARTICLED.fullmatch(text)
        self.values.append(
            Value(
                label=bare,
                particle=(match[1] or "") if match else "",
                value=match[2] if match else text,
                joiner=re.sub(r"\s*-\s*", "-", joiner, count=1),
                label_end=label[len(label.rstrip()) :],
                other_label=other,
                shown_label=self.asked == "page" and place == 0 and bare not in ("p.", "pp."),
            )
        )


def _rejoin_subsections(pieces: list[str], joins: list[str]) -> tuple[list[str], list[str]]:
    """“12a-c” is one value."""
    for place in range(len(joins) - 1, -1, -1):
        if (
            joins[place] == "-"
            and re.fullmatch(r"(?:[a-z]{1,4}\. +)*[0-9]+[,a-zA-Z]+", pieces[place])
            and re.fullmatch(r"[,a-zA-Z]+", pieces[place + 1])
        ):
            pieces[place : place + 2] = ["-".join(pieces[place : place + 2])]
            joins.pop(place)
    return pieces, joins


def _count(number: Number, text: str, locale: Locale) -> None:
    """Say of every value whether it is numeric, whether it counts, and if its label shows."""
    values, variable = number.values, number.variable
    start = 0
    for end in range(1, len(values) + 1):
        if end < len(values) and values[end].label == values[start].label:
            continue
        group = values[start:end]
        first = group[0]
        numeric = bool(re.fullmatch(r"(?:[0-9]+|[ixv]+)(?:[-,:a-zA-Z]*|-[-0-9]+)", first.value))
        for value in group:
            value.numeric = numeric
            value.counts = leading_number(first.value) is not None or bool(
                _ROMAN.fullmatch(first.value)
            )
            value.plural = len(group) > 1 and value.counts and numeric
        _show_label(variable, group[0], start, locale)
        start = end
    if not values:
        return
    head = values[0]
    if head.numeric and variable.startswith("number-of-") and (leading_number(text) or 0) > 1:
        head.plural = True
    if len(values) == 1 and re.fullmatch(r"[0-9]+(?:/[0-9]+)+", head.value):
        head.numeric, head.plural, head.counts = True, False, False
    if variable == "number" and len(values) == 1 and "|" in head.value:
        head.value = head.value.replace("|", ", ")
        head.numeric, head.plural, head.counts = True, True, False
    number.numeric, number.plural = head.numeric, head.plural
    number.label = _LABELS.get(head.label, "")
    if variable == "number" and number.label == "issue":
        number.label = "number"


def _show_label(variable: str, value: Value, place: int, locale: Locale) -> None:
    if value.label.startswith("var:") or not value.label:
        return
    named = _LABELS.get(value.label, "")
    if place:
        value.shown_label = True
    elif variable in ("number", "page"):
        value.shown_label = value.shown_label or not locale.has_term(named)
    elif named != variable:
        value.shown_label = True


def _write_ranges(number: Number, locale: Locale, form: str) -> None:
    """Give the ranges of a field their dash and their form."""
    count, label = 0, ""
    for place, value in enumerate(number.values):
        if not value.counts:
            count, label = 0, ""
            value.joiner = _dash(number.variable, value, value.joiner, value.numeric, locale)
        elif label == value.label and value.joiner == "-":
            count = 1
        elif label == value.label:
            count += 1
            if count == 2:
                count = _write_range(number, place, locale, form)
        else:
            label, count = value.label, 1
    if count == 2:
        _write_range(number, len(number.values) - 1, locale, form)


def _dash(variable: str, value: Value, joiner: str, numeric: bool, locale: Locale) -> str:
    if joiner != "-" or not numeric:
        return joiner
    if variable == "page":
        named = _LABELS.get(value.other_label or value.label, "")
        return locale.range_delimiter(variable) if locale.term(named) else joiner
    if variable in ("issue", "volume", "edition", "number"):
        return locale.range_delimiter(variable)
    if variable == "collection-number":
        return locale.term("year-range-delimiter") or "–"
    return joiner


def _write_range(number: Number, place: int, locale: Locale, form: str) -> int:
    if place < 1:
        return 2
    first, last = number.values[place - 1], number.values[place]
    if first.particle != last.particle:
        return 2
    if first.joiner != "-":
        return 1
    numbers = leading_number(first.value) is not None and leading_number(last.value) is not None
    delimiter = locale.range_delimiter(number.variable)
    if number.variable == "page" and numbers:
        text = f"{first.particle}{first.value} - {last.particle}{last.value}"
        text = mangle(text, form, delimiter)
    else:
        plain = re.compile(r"[0-9]+|[ivxlcmIVXLCM]+")
        if plain.fullmatch(first.value) and plain.fullmatch(last.value):
            first.joiner = delimiter
        text = first.value + first.joiner + last.value
    if match := _MANGLED.fullmatch(text):
        first.particle, first.value = match[1] or "", match[2]
        first.joiner = _dash(number.variable, last, match[3], last.numeric, locale)
        last.particle, last.value = match[4], match[5]
    return 0

# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Print an item in a style: the text, the label of each stretch, and the CSL it truly says."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from citewell.references.reading.names import Name
from citewell.references.training.examples import Example
from citewell.references.training.items import Item
from citewell.references.training.naming import NAME_STYLES, true_name

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_STRETCH = re.compile(r"‹(\w+)\|([^›]*)›")


@dataclass(frozen=True)
class Made(Example):
    """A made reference with the CSL item its text says."""

    csl: Item
    manner: str = ""


class Parts(dict[str, str]):
    """The parts of an item, made as a template asks for them; `shown` gathers what was printed."""

    def __init__(self, item: Item, rng: random.Random) -> None:
        super().__init__()
        self.item, self.rng = item, rng
        self.shown: Item = {"type": item["type"]}
        self.dash = rng.choice(("-", "-", "–"))

    def __missing__(self, key: str) -> str:
        editors = key.startswith("e") and key[1:] in NAME_STYLES
        if key in NAME_STYLES or editors:
            return self._names("editor" if editors else "author", key[1:] if editors else key)
        return _PARTS[key](self)

    def _names(self, role: str, style: str) -> str:
        people: list[Name] = self.item.get(role) or []
        make, glue, last, truth = NAME_STYLES[style]
        tail = ""
        longest = self.rng.choice((1, 3, 3, 6, 6, 10))
        if role == "author" and len(people) > longest + 1 and self.rng.random() < 0.45:
            people = people[:longest]
            tail = self.rng.choice((", et al.", ", et al.", " et al.", ", et al"))
        texts = [make(person, number) for number, person in enumerate(people)]
        target = "editor" if role == "author" and self.item.get("as-editor") else role
        self.shown[target] = [
            true_name(person, truth or (number > 0 and style == "full"))
            for number, person in enumerate(people)
        ]
        if tail:
            return glue.join(texts) + tail
        if len(texts) > 1:
            chosen = self.rng.choice(last)
            if "literal" in people[-1] and style in ("van", "sp") and self.rng.random() < 0.5:
                chosen = "; "
            if (
                len(texts) == 2
                and chosen.startswith((", and", ", &"))
                and self.rng.random() < 0.5
                and style in ("gf", "full", "jbc", "fullgf")
            ):
                chosen = chosen[1:]
            return glue.join(texts[:-1]) + chosen + texts[-1]
        return texts[0] if texts else ""

    def text(self, name: str, default: str = "") -> str:
        """Print a plain field."""
        if name in self.item:
            self.shown[name] = self.item[name]
        return str(self.item.get(name, default))

    def date(self, *needed: str) -> list[int]:
        """Return the date's parts; remember how much of it was shown."""
        parts: list[int] = [*self.item["issued"]["date-parts"][0]]
        while len(parts) < len(needed):
            parts.append(self.rng.randint(1, 12 if len(parts) == 1 else 28))
        known = self.shown.get("issued", {"date-parts": [[]]})["date-parts"][0]
        self.item["issued"] = {"date-parts": [parts]}
        self.shown["issued"] = {"date-parts": [parts[: max(len(needed), len(known))]]}
        return parts

    def volume(self, joined: str, alone: str = "{v}") -> str:
        """Print volume and issue by `joined`, or the volume by `alone`."""
        volume, issue = self.item.get("volume", "1"), self.item.get("issue")
        self.shown["volume"] = volume
        if issue:
            self.shown["issue"] = issue
            if not issue[0].isdigit() and "no. " in joined:
                joined = "{v}({i})"
            return joined.format(v=volume, i=issue.replace("-", self.dash))
        return alone.format(v=volume)

    def volume_alone(self) -> str:
        """Print the volume; the issue is not shown."""
        self.item.pop("issue", None)
        return self.volume("{v}")

    def issue_alone(self) -> str:
        """Print the issue of a journal that counts no volumes."""
        self.item["issue"] = re.sub(r"\D.*", "", self.item["issue"]) or "1"
        return self.text("issue")

    def accessed(self, form: str) -> str:
        """Print the access date by a form with {y}, {m}, {mon}, {d}."""
        y, m, d = self.item["accessed"]["date-parts"][0]
        self.shown["accessed"] = self.item["accessed"]
        return form.format(
            y=y,
            m=MONTHS[m - 1],
            mon=MONTHS[m - 1][:3],
            d=d,
            mm=f"{m:02d}",
            iso=f"{y}-{m:02d}-{d:02d}",
        )


def _edition(p: Parts) -> str:
    number = int(p.text("edition"))
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _tail(p: Parts) -> str:
    """Print identifiers, links and stock phrases behind a reference."""
    bits: list[str] = []
    doi = p.item.get("DOI")
    if doi:
        p.shown["DOI"] = doi
        bits.append(
            p.rng.choice(
                (
                    "doi: {}",
                    "doi:{}",
                    "doi:{}",
                    "https://doi.org/{}",
                    "https://doi.org/{}",
                    "DOI: {}",
                    "http://dx.doi.org/{}",
                    "doi.org/{}",
                    "DOI {}",
                    "[{}]",
                    "Available from: https://doi.org/{}",
                )
            ).format(doi)
            + p.rng.choice(("", "."))
        )
    if p.rng.random() < 0.06:
        bits.append(
            p.rng.choice(
                (
                    "Epub 2010 Oct 13.",
                    "Epub 2019 May 3.",
                    "Epub ahead of print.",
                    "eCollection 2018.",
                    "[Epub ahead of print]",
                )
            )
        )
    if "PMID" in p.item:
        p.shown["PMID"] = p.item["PMID"]
        bits.append(
            p.rng.choice(
                ("PMID: {}.", "PMID: {}", "PubMed PMID: {}.", "[PMID: {}]", "(PMID:{})")
            ).format(p.item["PMID"])
        )
    if "PMCID" in p.item:
        p.shown["PMCID"] = p.item["PMCID"]
        bits.append(
            p.rng.choice(("PMCID: {}.", "PubMed Central PMCID: {}.", "[{}]")).format(
                p.item["PMCID"]
            )
        )
    if "ISBN" in p.item:
        p.shown["ISBN"] = p.item["ISBN"]
        bits.append(p.rng.choice(("ISBN: {}.", "ISBN {}")).format(p.item["ISBN"]))
    if p.rng.random() < 0.08:
        bits.append(
            p.rng.choice(
                (
                    "[PubMed]",
                    "[Google Scholar]",
                    "[PubMed] [Google Scholar]",
                    "[CrossRef] [PubMed]",
                    "[CrossRef]",
                )
            )
        )
    if p.item["type"] == "report" and "URL" in p.item:
        bits.append(_PARTS["from"](p) if p.rng.random() < 0.6 else _PARTS["url"](p))
    return "".join(" " + bit for bit in bits)


_PARTS: dict[str, Callable[[Parts], str]] = {
    "t": lambda p: p.text("title"),
    "j": lambda p: p.text("publisher" if p.item["type"] == "article" else "container-title"),
    "pub": lambda p: p.text("publisher"),
    "place": lambda p: p.text("publisher-place"),
    "genre": lambda p: p.text("genre"),
    "num": lambda p: p.text("number"),
    "ed": _edition,
    "n": lambda p: p.text("edition") if "edition" in p.item else f"{p.rng.choice(('', 'TR-', 'WHO/'))}{p.rng.randint(2, 999)}",
    "p": lambda p: p.text("page", "1-9").replace("-", p.dash),
    "y": lambda p: str(p.date("y")[0]),
    "ymd": lambda p: "{} {} {}".format((d := p.date("y", "m", "d"))[0], MONTHS[d[1] - 1][:3], d[2]),
    "mdy": lambda p: f"{MONTHS[(d := p.date('y', 'm', 'd'))[1] - 1]} {d[2]}, {d[0]}",
    "dmy": lambda p: "{} {} {}".format((d := p.date("y", "m", "d"))[2], MONTHS[d[1] - 1], d[0]),
    "mon": lambda p: MONTHS[p.date("y", "m")[1] - 1][:3],
    "month": lambda p: MONTHS[p.date("y", "m")[1] - 1],
    "d": lambda p: str(p.date("y", "m", "d")[2]),
    "v": lambda p: p.volume_alone(),
    "v_b": lambda p: p.volume_alone(),
    "i": lambda p: p.issue_alone(),
    "vi": lambda p: p.volume("{v}({i})"),
    "vi_sp": lambda p: p.volume("{v} ({i})"),
    "vi_vol": lambda p: p.volume("vol. {v}, no. {i}", "vol. {v}"),
    "vi_no": lambda p: p.volume("{v}, no. {i}"),
    "vi_comma": lambda p: p.volume("{v},{i}"),
    "vi_dot": lambda p: p.volume("{v}.{i}"),
    "vi_br": lambda p: p.volume("v. {v}, n. {i}", "v. {v}"),
    "vi_fr": lambda p: p.volume("vol. {v}, n° {i}", "vol. {v}"),
    "url": lambda p: p.text("URL"),
    "cited": lambda p: p.accessed("[cited {y} {mon} {d}]"),
    "acc": lambda p: p.accessed(p.rng.choice(("Accessed {m} {d}, {y}", "Accessed {d} {m} {y}", "Accessed {d} {mon} {y}", "Accessed: {iso}", "Last accessed {d} {m} {y}", "Zugriff am {d}.{mm}.{y}", "Consultado el {iso}"))),
    "accp": lambda p: p.accessed(p.rng.choice(("(accessed {d} {m} {y})", "(Accessed: {d} {m} {y})", "[Accessed {d} {mon}. {y}]", "(accessed on {d} {m} {y})"))),
    "retr": lambda p: p.accessed("Retrieved {m} {d}, {y}, from") if "accessed" in p.item and p.rng.random() < 0.7 else "Retrieved from",
    "from": lambda p: p.rng.choice(("Available from: ",) * 9 + ("Verfügbar unter: ", "Disponible en: ", "Disponible sur : ")) + p.text("URL"),
    "avail": lambda p: p.rng.choice(("Available at: ", "Available from: ", "Available online: ", "Available at ")) + p.text("URL") + p.rng.choice((". ", " ")) + _PARTS[p.rng.choice(("acc", "accp"))](p) + ".",
    "at": lambda p: p.rng.choice(("Available at: ", "[online] Available at: ", "Retrieved from ")) + p.text("URL"),
    "tail": _tail,
}  # fmt: skip


def render(style: str, item: Item, rng: random.Random) -> Made:
    """Print `item` in `style` and return text, labels and the CSL its text says."""
    parts = Parts(dict(item), rng)
    if "‹editor|{van}" in style or "‹editor|{apa}" in style:
        parts.item["as-editor"] = True
    text = ""
    stretches: list[tuple[str, int, int]] = []
    position = 0
    for match in [*_STRETCH.finditer(style), None]:
        plain = style[position : match.start() if match else len(style)]
        if plain:
            filled = plain.format_map(parts)
            start = len(text)
            text += filled
            if filled.strip():
                stretches.append(("note", start + len(filled) - len(filled.lstrip()), len(text)))
        if match:
            piece = _settle(match[2].format_map(parts))
            stretches.append((match[1], len(text), len(text) + len(piece)))
            text += piece
            position = match.end()
    return Made(
        text, tuple(stretches), {k: v for k, v in parts.shown.items() if v}, style.split("}")[0]
    )


def _settle(piece: str) -> str:
    """Print punctuation as styles do: no full stop after "?", none doubled, inside quotes."""
    piece = re.sub(r"([?!])\.(?=[”\"’]?$)", r"\1", piece)
    piece = re.sub(r"([?!]),(?=[”\"])", r"\1", piece)
    piece = re.sub(r"\.\.$", ".", piece)
    return re.sub(r"(?<=[A-Z])\.\.", ".", piece)

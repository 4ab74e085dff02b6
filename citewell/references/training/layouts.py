# ruff: noqa: E501 (tables read better unbroken)
"""The layouts in which lists of references are pasted: numbers, bullets, wraps, markup."""

import html
import random
from collections.abc import Callable
from dataclasses import dataclass

from citewell.references.reading.widths import by_letters, by_signs
from citewell.references.training.wrapping import fill, hyphenated


@dataclass(frozen=True)
class Sheet:
    """What a layout needs: the references, chance, the first number, the width of lines."""

    texts: list[str]
    rng: random.Random
    first: int
    width: int

    def each(self, make: Callable[[int, str], str], glue: str | None = None) -> str:
        """Join the references as `make` prints them with their numbers."""
        between = self.rng.choice(("\n", "\n\n")) if glue is None else glue
        return between.join(make(n, text) for n, text in enumerate(self.texts, start=self.first))


Layout = Callable[[Sheet], str]
_CHIPS = (
    "[PubMed] [Google Scholar]",
    "[PubMed]",
    "[CrossRef] [PubMed] [Google Scholar]",
    "[DOI] [PMC free article] [PubMed] [Google Scholar]",
)
_BARE_CHIPS = (
    "Article PubMed Google Scholar",
    "View in Scopus Google Scholar",
    "CrossRef Full Text | Google Scholar",
)
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split()  # noqa: SIM905


def wrapped(text: str, manner: str, sheet: Sheet) -> str:
    """Return one reference as an unnumbered list in `manner` prints it."""
    if manner in ("lines", "blank"):
        return text
    letters = manner in ("letter-wrapped", "column")
    if manner in ("hyphenated", "column"):
        text = hyphenated(text, sheet.rng, 0.5 if letters else 0.15)
    return fill(
        text,
        sheet.width + 45 if manner == "wide-wrapped" else sheet.width,
        by_letters if letters else by_signs,
        first="   " if manner == "indented" else "",
        other="    " if manner == "hanging" else "",
    )


def _unnumbered(manner: str, glue: str) -> Layout:
    return lambda sheet: sheet.each(lambda n, text: wrapped(text, manner, sheet), glue)


def _marked(form: str, glue: str | None = None) -> Layout:
    return lambda sheet: sheet.each(lambda n, text: form.format(n=n, t=text), glue)


def _marked_wrapped(form: str, other: str = "", glue: str | None = None) -> Layout:
    return lambda sheet: sheet.each(
        lambda n, text: fill(form.format(n=n, t=text), sheet.width, other=other), glue
    )


def _groups(sheet: Sheet) -> str:
    half = max(1, len(sheet.texts) // 2)
    front, back = "\n\n".join(sheet.texts[:half]), "\n\n".join(sheet.texts[half:])
    return f"References\n\nGuidelines\n\n{front}\n\nSystematic reviews\n\n{back}"


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def _narrow(sheet: Sheet) -> Sheet:
    return Sheet(sheet.texts, sheet.rng, sheet.first, 20 + sheet.width // 3)


TUNED: dict[str, Layout] = {
    "lines": _unnumbered("lines", "\n"),
    "blank": _unnumbered("blank", "\n\n"),
    "wrapped": _unnumbered("wrapped", "\n"),
    "wide-wrapped": _unnumbered("wide-wrapped", "\n"),
    "wrapped-blank": _unnumbered("wrapped", "\n\n"),
    "hanging": _unnumbered("hanging", "\n"),
    "indented": _unnumbered("indented", "\n"),
    "hyphenated": _unnumbered("hyphenated", "\n"),
    "letter-wrapped": _unnumbered("letter-wrapped", "\n"),
    "column": lambda sheet: _unnumbered("column", "\n")(_narrow(sheet)),
    "numbered": _marked("{n}. {t}"),
    "numbered-wrapped": _marked_wrapped("{n}. {t}"),
    "brackets": _marked("[{n}] {t}"),
    "brackets-wrapped": _marked_wrapped("[{n}] {t}"),
    "parens": _marked("({n}) {t}"),
    "paren-half": _marked("{n}) {t}"),
    "bare-number": _marked("{n} {t}"),
    "number-tab": _marked("{n}.\t{t}"),
    "number-alone": _marked("{n}.\n{t}"),
    "one-line": _marked("{n}. {t}", " "),
    "bullets": _marked("• {t}"),
    "bullets-wrapped": _marked_wrapped("- {t}", "  "),
    "heading-groups": _groups,
    "chips": lambda sheet: sheet.each(lambda n, t: f"{n}. {t} {sheet.rng.choice(_CHIPS)}", "\n"),
    "chips-lines": lambda sheet: sheet.each(
        lambda n, t: f"{n}. {t}\n{sheet.rng.choice(_CHIPS)}", "\n"
    ),
    "crlf": lambda sheet: _marked_wrapped("{n}. {t}", glue="\n")(sheet).replace("\n", "\r\n"),
    "html-ol": lambda sheet: (
        "<ol>" + "".join(f"<li>{_escape(text)}</li>" for text in sheet.texts) + "</ol>"
    ),
    "html-p": lambda sheet: "\n".join(
        f'<p class="ref">{_escape(text)}</p>' for text in sheet.texts
    ),
    "word": lambda sheet: sheet.each(
        lambda n, t: f"{n}.\u00a0{t.replace(' ', chr(160), 2)}", "\r\n"
    ),
}

KEPT: dict[str, Layout] = {
    "html-br": lambda sheet: "<div>"
    + "<br>\n".join(f"{n}. {_escape(t)}" for n, t in enumerate(sheet.texts, 1))
    + "</div>",
    "html-table": lambda sheet: "<table>"
    + "".join(
        f"<tr><td>{n}</td><td>{_escape(t)}</td></tr>" for n, t in enumerate(sheet.texts, 1)
    )
    + "</table>",
    "html-spans": lambda sheet: '<ul class="refs">'
    + "".join(
        f'<li><span>{_escape(t)}</span> <a href="https://www.example.org">PubMed</a> '
        f'<a href="https://www.example.org">Google Scholar</a></li>\n'
        for t in sheet.texts
    )
    + "</ul>",
    "double-spaced": lambda sheet: _marked_wrapped("{n}. {t}", glue="\n")(sheet).replace("\n", "\n\n"),
    "mail-quote": lambda sheet: "> "
    + _marked_wrapped("[{n}] {t}", glue="\n")(sheet).replace("\n", "\n> "),
    "roman": lambda sheet: "\n".join(
        f"({mark}) {text}" for mark, text in zip(_ROMAN, sheet.texts, strict=False)
    ),
    "superscript": lambda sheet: Sheet(sheet.texts, sheet.rng, 1, sheet.width).each(
        lambda n, t: str(n).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")) + " " + t
    ),
    "soft-returns": _marked("{n}. {t}", "\v"),
    "bare-chips": lambda sheet: sheet.each(
        lambda n, t: f"{n}. {t}\n{sheet.rng.choice(_BARE_CHIPS)}", "\n"
    ),
    "numbered-hanging": _marked_wrapped("{n}.  {t}", "    "),
    "numbered-column": lambda sheet: _narrow(sheet).each(
        lambda n, t: fill(hyphenated(f"{n}. {t}", sheet.rng, 0.4), 20 + sheet.width // 3, by_letters),
        "\n",
    ),
    "column-blank": lambda sheet: _unnumbered("column", "\n\n")(_narrow(sheet)),
    "letter-hanging": lambda sheet: sheet.each(
        lambda n, t: fill(t, sheet.width, by_letters, other="      "), "\n"
    ),
    "dashes-wrapped": _marked_wrapped("– {t}"),
    "hash": _marked("#{n} {t}"),
    "ref-word": _marked("Ref. {n}: {t}"),
    "padded": _marked("  {n:>3}.  {t}  "),
    "trailing-spaces": lambda sheet: "\n \n".join(text + "  " for text in sheet.texts),
    "narrow": lambda sheet: sheet.each(lambda n, t: fill(t, 44), "\n"),
    "very-wide": lambda sheet: sheet.each(lambda n, t: fill(t, 160, by_letters), "\n"),
}  # fmt: skip

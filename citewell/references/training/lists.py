# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Make pasted lists whose true pieces are known, to train and measure splitting."""

import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from citewell.references.training.examples import Example

MANNERS = (
    "lines", "blank", "wrapped", "wrapped-blank", "hanging", "indented", "hyphenated", "numbered", "numbered-wrapped", "brackets", "brackets-wrapped",
    "parens", "paren-half", "bare-number", "number-tab", "number-alone", "one-line", "bullets", "bullets-wrapped", "heading-groups", "chips", "chips-lines",
    "crlf", "html-ol", "html-p", "word", "wide-wrapped",
)  # fmt: skip


@dataclass(frozen=True)
class PastedList:
    """A pasted text and the references it truly holds, each without line ends and number."""

    manner: str
    text: str
    references: tuple[str, ...]


def paste(examples: list[Example], manner: str, rng: random.Random) -> PastedList:
    """Return `examples` as one pasted list in a manner."""
    texts = [example.text for example in examples]
    first = rng.choice((1, 1, 1, 1, rng.randint(2, 120)))
    width = rng.randint(55, 100)

    def wrap(text: str, initial_indent: str = "", subsequent_indent: str = "") -> str:
        hyphens = manner == "hyphenated"
        return textwrap.fill(
            _hyphenate(text, rng) if hyphens else text,
            120 if manner.startswith("wide") else width,
            break_long_words=False,
            break_on_hyphens=hyphens,
            initial_indent=initial_indent,
            subsequent_indent=subsequent_indent,
        )

    def each(make: Callable[[int, str], str], glue: str) -> str:
        return glue.join(make(number, text) for number, text in enumerate(texts, start=first))

    blank = rng.choice(("\n", "\n\n"))
    head = rng.choice(("References\n", "REFERENCES\n\n", "", "", "References:\n", "Literatur\n\n"))
    chips = (
        "[PubMed] [Google Scholar]",
        "[PubMed]",
        "[CrossRef] [PubMed] [Google Scholar]",
        "[DOI] [PMC free article] [PubMed] [Google Scholar]",
    )
    text = {
        "lines": lambda: each(lambda n, t: t, "\n"),
        "blank": lambda: each(lambda n, t: t, "\n\n"),
        "wrapped": lambda: each(lambda n, t: wrap(t), "\n"),
        "wide-wrapped": lambda: each(lambda n, t: wrap(t), "\n"),
        "wrapped-blank": lambda: each(lambda n, t: wrap(t), "\n\n"),
        "hanging": lambda: each(lambda n, t: wrap(t, subsequent_indent="    "), "\n"),
        "indented": lambda: each(lambda n, t: wrap(t, initial_indent="   "), "\n"),
        "hyphenated": lambda: each(lambda n, t: wrap(t), "\n"),
        "numbered": lambda: each(lambda n, t: f"{n}. {t}", blank),
        "numbered-wrapped": lambda: each(lambda n, t: wrap(f"{n}. {t}"), blank),
        "brackets": lambda: each(lambda n, t: f"[{n}] {t}", blank),
        "brackets-wrapped": lambda: each(lambda n, t: wrap(f"[{n}] {t}"), blank),
        "parens": lambda: each(lambda n, t: f"({n}) {t}", blank),
        "paren-half": lambda: each(lambda n, t: f"{n}) {t}", blank),
        "bare-number": lambda: each(lambda n, t: f"{n} {t}", blank),
        "number-tab": lambda: each(lambda n, t: f"{n}.\t{t}", blank),
        "number-alone": lambda: each(lambda n, t: f"{n}.\n{t}", blank),
        "one-line": lambda: each(lambda n, t: f"{n}. {t}", " "),
        "bullets": lambda: each(lambda n, t: f"• {t}", blank),
        "bullets-wrapped": lambda: each(lambda n, t: wrap(f"- {t}", subsequent_indent="  "), blank),
        "heading-groups": lambda: _groups(texts),
        "chips": lambda: each(lambda n, t: f"{n}. {t} {rng.choice(chips)}", "\n"),
        "chips-lines": lambda: each(lambda n, t: f"{n}. {t}\n{rng.choice(chips)}", "\n"),
        "crlf": lambda: each(lambda n, t: wrap(f"{n}. {t}"), "\n").replace("\n", "\r\n"),
        "html-ol": lambda: "<ol>" + "".join(f"<li>{_escape(t)}</li>" for t in texts) + "</ol>",
        "html-p": lambda: "\n".join(f'<p class="ref">{_escape(t)}</p>' for t in texts),
        "word": lambda: each(lambda n, t: f"{n}.\u00a0{t.replace(' ', chr(160), 2)}", "\r\n"),
    }[manner]()  # fmt: skip
    if manner not in ("html-ol", "html-p", "heading-groups", "one-line"):
        text = head + text
    return PastedList(manner, text, tuple(texts))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _groups(texts: list[str]) -> str:
    half = max(1, len(texts) // 2)
    return (
        "References\n\nGuidelines\n\n"
        + "\n\n".join(texts[:half])
        + "\n\nSystematic reviews\n\n"
        + "\n\n".join(texts[half:])
    )


def _hyphenate(text: str, rng: random.Random) -> str:
    """Offer break points inside long words, as a PDF's hyphenation would use them."""
    words = text.split(" ")
    return " ".join(
        f"{w[: len(w) // 2]}-{w[len(w) // 2 :]}"
        if len(w) > 9 and w.isalpha() and rng.random() < 0.04
        else w
        for w in words
    )


def line_lists(examples: list[Example], count: int, seed: int) -> list[tuple[str, list[int]]]:
    """Return unnumbered lists with the offsets where their references begin, for the line model."""
    rng = random.Random(seed)  # noqa: S311 (no secret is made of it)
    result: list[tuple[str, list[int]]] = []
    manners = (
        "lines",
        "blank",
        "wrapped",
        "wrapped",
        "wrapped",
        "wide-wrapped",
        "wrapped-blank",
        "hanging",
        "indented",
        "hyphenated",
        "hyphenated",
    )
    alike: dict[str, list[Example]] = {}
    for example in examples:
        alike.setdefault(getattr(example, "manner", ""), []).append(example)
    families = [family for family in alike.values() if len(family) > 15]
    for _ in range(count):
        pool = rng.choice(families) if families and rng.random() < 0.6 else examples
        manner = rng.choice(manners)
        seed_of_width = rng.randint(0, 10**6)
        glue = "\n\n" if manner in ("blank", "wrapped-blank") else "\n"
        text, offsets = "", []
        for example in rng.sample(pool, rng.randint(2, 14)):
            text += glue if text else ""
            offsets.append(len(text))
            text += paste_one(example.text, manner, random.Random(seed_of_width))  # noqa: S311
        result.append((text, offsets))
    return result


def paste_one(text: str, manner: str, rng: random.Random) -> str:
    """Return one reference as a list in `manner` prints it, without heading and number."""
    width = 120 if manner.startswith("wide") else rng.randint(45, 100)
    if manner in ("lines", "blank"):
        return text
    hyphens = manner == "hyphenated"
    return textwrap.fill(
        _hyphenate(text, rng) if hyphens else text, width, break_long_words=False, break_on_hyphens=hyphens,
        initial_indent="   " if manner == "indented" else "", subsequent_indent="    " if manner == "hanging" else "",
    )  # fmt: skip

"""The first use of each glossary term in a rendered body, marked in one pass; pure.

A marked word is a button that opens its definition, with the browser's own popover: by
keyboard, mouse and touch, without script. Words inside links, headings, buttons, captions and
other elements that open or lead somewhere are left alone.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SKIPPED = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "label", "caption", "th"}
    | {"script", "style", "svg", "textarea", "select", "code", "pre", "cite", "figcaption"}
)
_PART = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)\b[^>]*?(/?)>|<[^>]*>", re.DOTALL)
_WORD_SIGN = re.compile(r"\w")
_WORD = re.compile(r"(?<![\w&#-])\w+")


@dataclass(frozen=True)
class Term:
    """A term as readers see it: every form of it, and what it means in one or two sentences."""

    key: int
    forms: tuple[str, ...]
    definition: str


class Glossary:
    """Terms by their first word, the longest first; made once, used for many pages."""

    def __init__(self, terms: Sequence[Term]) -> None:
        found: dict[str, list[tuple[str, Term]]] = {}
        for term in terms:
            for form in term.forms:
                written = html.escape(" ".join(form.split()), quote=False).lower()
                first = _WORD.match(written)
                if first is not None and first.start() == 0:
                    found.setdefault(first[0], []).append((written, term))
        self._by_word: Mapping[str, list[tuple[str, Term]]] = {
            word: sorted(forms, key=lambda pair: -len(pair[0])) for word, forms in found.items()
        }

    def __bool__(self) -> bool:
        return bool(self._by_word)

    def mark(self, body: str, *, explain: str = "") -> str:
        """The HTML with the first use of each term marked; all else as it was.

        Args:
            body: rendered HTML.
            explain: what a screen reader says after the word, such as "definition".
        """
        if not self._by_word:
            return body
        used: set[int] = set()
        parts: list[str] = []
        place = depth = 0
        for tag in _PART.finditer(body):
            text = body[place : tag.start()]
            parts.append(text if depth else self._marked(text, used, explain))
            parts.append(tag[0])
            place = tag.end()
            name = (tag[2] or "").lower()
            if name in SKIPPED and not tag[3]:
                depth = max(0, depth + (-1 if tag[1] else 1))
        rest = body[place:]
        parts.append(rest if depth else self._marked(rest, used, explain))
        return "".join(parts)

    def found_in(self, text: str) -> list[tuple[int, int]]:
        """The places of all terms in a plain text."""
        found: list[tuple[int, int]] = []
        for word in _WORD.finditer(text):
            if found and word.start() < found[-1][1]:
                continue
            if match := self._at(text, word):
                found.append((word.start(), word.start() + len(match[0])))
        return found

    def _marked(self, text: str, used: set[int], explain: str) -> str:
        parts: list[str] = []
        place = 0
        for word in _WORD.finditer(text):
            if word.start() < place:
                continue
            match = self._at(text, word)
            if match is None or match[1].key in used:
                continue
            used.add(match[1].key)
            end = word.start() + len(match[0])
            parts += [
                text[place : word.start()],
                button(text[word.start() : end], match[1], explain),
            ]
            place = end
        return "".join([*parts, text[place:]])

    def _at(self, text: str, word: re.Match[str]) -> tuple[str, Term] | None:
        """The longest form that stands where a word begins."""
        for form, term in self._by_word.get(word[0].lower(), ()):
            end = word.start() + len(form)
            if (
                not _WORD_SIGN.match(text[end : end + 1])
                and text[word.start() : end].lower() == form
            ):
                return form, term
        return None


def button(shown: str, term: Term, explain: str) -> str:
    """A word that opens its definition; ``shown`` is HTML already."""
    name = f"term-{term.key}"
    note = f'<span class="visually-hidden"> {html.escape(explain)}</span>' if explain else ""
    return (
        f'<button type="button" class="term" popovertarget="{name}">{shown}{note}</button>'
        f'<span class="term-definition" id="{name}" popover data-not-in-copies>'
        f"{html.escape(term.definition)}</span>"
    )

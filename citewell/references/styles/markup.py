"""Markup and quotation marks inside a field.

CSL-JSON allows ``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<sc>`` and two spans in its texts.
Straight and typographic quotes are paired and become the outer or inner quotes of the
locale; a quote without a partner is an apostrophe or stands as it is. Everything else,
other tags included, is text.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from citewell.references.styles.blob import Blob, Mark

_LETTER = (
    "-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
    "\u1f00-\u1fff\u0600-\u06ff\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e"
)
#: A letter or digit of a script written with spaces between words.
LETTER = re.compile(f"[{_LETTER}]")
_NOCASE = '<span class="nocase">'
_NODECOR = '<span class="nodecor">'
_SMALL_CAPS = '<span style="font-variant:small-caps;">'
_OPENERS: dict[str, tuple[str, Mark]] = {
    _NOCASE: ("</span>", ("", "")),
    _NODECOR: ("</span>", ("", "")),
    _SMALL_CAPS: ("</span>", ("font-variant", "small-caps")),
    "<sc>": ("</sc>", ("font-variant", "small-caps")),
    "<i>": ("</i>", ("font-style", "italic")),
    "<b>": ("</b>", ("font-weight", "bold")),
    "<sup>": ("</sup>", ("vertical-align", "sup")),
    "<sub>": ("</sub>", ("vertical-align", "sub")),
    ' "': ('"', ("quotes", "true")),
    " '": ("'", ("quotes", "inner")),
    '("': ('"', ("quotes", "true")),
    "('": ("'", ("quotes", "inner")),
    "“": ("”", ("quotes", "true")),
    "‘": ("’", ("quotes", "inner")),
}
_CLOSERS = ("</span>", "</sc>", "</i>", "</b>", "</sup>", "</sub>", '"', "'", "”", "’")
_TOKEN = re.compile("|".join(re.escape(token) for token in (*_OPENERS, *_CLOSERS)))
_STRAIGHT = {' "', " '", '("', "('"}


@dataclass(slots=True)
class _Tag:
    """A tag that may turn out to be text, and the text behind it."""

    sign: str
    behind: str
    forced: bool = False
    live: bool = True
    opens: bool = False

    def as_written(self) -> str:
        return self.sign[1:] if self.forced else self.sign

    def become(self, text: str) -> None:
        self.behind, self.live = text + self.behind, False


def read_markup(text: str) -> list[Blob] | None:
    """The parts of a marked-up text, or None where there is no markup in it."""
    leading = text.startswith(" ") and not re.match(r"\s+['\"]", text)
    text = re.sub(rf"(?<=[{_LETTER}])’(?=[{_LETTER}])", "'", text)
    text = re.sub(r'<span\s+style="font-variant:\s*small-caps;?"[^>]*>', _SMALL_CAPS, text)
    text = re.sub(r'<span\s+class="no(case|decor)"[^>]*>', r'<span class="no\1">', text)
    first, tags = _split(" " + text)
    if not tags:
        return None
    _pair(tags)
    return _build(first[1:] if not leading else first, tags)


def _split(text: str) -> tuple[str, list[_Tag]]:
    found = list(_TOKEN.finditer(text))
    tags = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        tags.append(_Tag(match[0], text[match.end() : end]))
    for before, tag in pairwise(tags):
        # A quote right behind an opening tag opens, though no space stands before it.
        if before.sign in _OPENERS and not before.behind and tag.sign in ('"', "'"):
            tag.sign, tag.forced = " " + tag.sign, True
    return text[: found[0].start()] if found else text, tags


def _pair(tags: list[_Tag]) -> None:
    """Pair opening and closing tags; what finds no partner becomes text."""
    open_tags: list[_Tag] = []
    for tag in tags:
        behind = tag.behind
        if tag.sign == "'" and behind and behind[0] not in ",.?:; ":
            tag.become("’")
        elif tag.sign == " '" and behind.startswith(" "):
            tag.become(" ’")
        elif tag.sign in _OPENERS:
            tag.opens = True
            open_tags.append(tag)
        else:
            _close(tag, open_tags)
    for tag in reversed(open_tags):
        tag.become(" ’" if tag.sign in (" '", "'") else tag.as_written())


def _close(tag: _Tag, open_tags: list[_Tag]) -> None:
    while open_tags and _OPENERS[open_tags[-1].sign][0] != tag.sign:
        if tag.sign == "'":
            tag.become("’")
            return
        stray = open_tags.pop()
        stray.become(stray.as_written())
    if not open_tags:
        tag.become("’" if tag.sign == "'" else tag.sign)
        return
    opener = open_tags.pop()
    if opener.sign == _NOCASE:
        opener.live = tag.live = False


def _build(first: str, tags: list[_Tag]) -> list[Blob]:
    """Nest the texts in blobs that carry the marks."""
    root = Blob()
    stack = [root]
    outer: str | None = None
    pending = first
    marks: list[Mark] = []
    for tag in tags:
        if not tag.live:
            pending += tag.behind
            continue
        if tag.opens:
            mark = _OPENERS[tag.sign][1]
            if tag.sign in _STRAIGHT:
                # The first straight quote of a text is its outer kind.
                outer = outer or tag.sign[1]
                mark = ("quotes", "true" if tag.sign[1] == outer else "inner")
                if not tag.forced:
                    pending += tag.sign[0]
            around = [known for known in marks if known[0] == "quotes"]
            if mark[0] == "quotes" and around:
                mark = ("quotes", "inner" if around[-1][1] == "true" else "true")
            _flush(stack[-1], pending)
            branch = Blob(marks=[mark] if mark[0] else [])
            stack[-1].add(branch)
            stack.append(branch)
            marks.append(mark)
        else:
            _flush(stack[-1], pending)
            stack.pop()
            marks.pop()
        pending = tag.behind
    _flush(stack[-1], pending)
    parts = root.parts
    if parts and parts[0].text:
        parts[0] = replace(parts[0], content=re.sub("^ ", "", parts[0].text))
    return parts


def _flush(branch: Blob, text: str) -> None:
    if text:
        branch.add(Blob(text))

"""Text of the block editor: HTML between comments that say which block it is.

The HTML is what readers saw and is kept; a block that stands in one comment alone is filled
by WordPress or a plugin when the page is shown, and is named with the words it holds.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from importing.document import Dropped
from importing.readers.wordpress.classic import with_paragraphs

FILLED = "a block that WordPress fills itself: what it showed is not in the export"
OF_PLUGIN = "words of a block that only its plugin can show"
REUSED = "a reusable block that is not in the export"
_BLOCK = re.compile(r"(/)?wp:([a-z][\w/-]*)(?:\s+(\{.*\}))?\s*(/)?", re.S)
_CLASSIC = frozenset({"shortcode", "freeform"})
_SILENT = frozenset({"more", "nextpage", "spacer", "separator"})
_DEEPEST = 5


@dataclass
class Blocks:
    """What a post's blocks need to know, and what was found of them.

    `expand_codes` turns shortcodes in a text into HTML; `reusable` has the blocks that posts
    share, by number; `notes` the post's footnotes as HTML. `plugins` counts the names of
    blocks that are not WordPress's own.
    """

    expand_codes: Callable[[str], str]
    reusable: dict[str, str]
    notes: str = ""
    dropped: list[Dropped] = field(default_factory=list)
    plugins: Counter[str] = field(default_factory=Counter)

    def expand(self, text: str, depth: int = 0) -> str:
        """The HTML a reader saw, as far as the export holds it."""
        out: list[str] = []
        open_blocks: list[str] = []
        waiting = ""
        for words, comment in _parts(text):
            waiting += words
            block = _BLOCK.fullmatch(comment.strip()) if comment is not None else None
            if comment is not None and block is None:
                continue  # "more", a remark: nothing a reader saw
            out.append(self._text(waiting, open_blocks))
            waiting = ""
            if block is None:
                break
            closing, name, attributes, alone = block.groups()
            name = name.removeprefix("core/")
            if alone:
                out.append(self._alone(name, attributes or "", depth))
            elif closing:
                if name in open_blocks:
                    del open_blocks[len(open_blocks) - 1 - open_blocks[::-1].index(name) :]
            else:
                open_blocks.append(name)
                if "/" in name and not name.startswith("core-embed/"):
                    self.plugins[name] += 1
        return "".join(out)

    def _text(self, text: str, open_blocks: list[str]) -> str:
        text = self.expand_codes(text)
        classic = not open_blocks or open_blocks[-1] in _CLASSIC
        return with_paragraphs(text) if classic else text

    def _alone(self, name: str, attributes: str, depth: int) -> str:
        values = _json(attributes)
        if name == "block":
            shared = self.reusable.get(str(values.get("ref", "")))
            if shared is not None and depth < _DEEPEST:
                return self.expand(shared, depth + 1)
            self.dropped.append(Dropped(f"{name} {values.get('ref', '')}".strip(), REUSED))
        elif name == "footnotes":
            notes, self.notes = self.notes, ""
            return notes
        elif name not in _SILENT:
            self.dropped.append(Dropped(name, FILLED))
            self.dropped += [Dropped(words, f"{OF_PLUGIN} ({name})") for words in _words(values)]
        return ""


def footnotes_html(stored: str) -> str:
    """The footnotes a post keeps beside its text, as the list WordPress shows."""
    try:
        notes = json.loads(stored)
    except ValueError:
        return ""
    notes = [each for each in notes if isinstance(each, dict)] if isinstance(notes, list) else []
    rows = "".join(
        f'<li id="fn{number}">{each.get("content", "")}</li>'
        for number, each in enumerate(notes, 1)
    )
    return f"<ol>{rows}</ol>" if rows else ""


def _parts(text: str) -> Iterator[tuple[str, str | None]]:
    """Each text with the comment that follows it; None after the last."""
    start = 0
    while (opening := text.find("<!--", start)) >= 0:
        end = text.find("-->", opening + 4)
        if end < 0:
            break
        yield text[start:opening], text[opening + 4 : end]
        start = end + 3
    yield text[start:], None


def _json(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {"words": text}
    return values if isinstance(values, dict) else {}


def _words(value: Any) -> Iterator[str]:
    """The texts in a block's settings that are sentences rather than switches."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)
    elif isinstance(value, str) and " " in value.strip():
        yield " ".join(re.sub(r"<[^>]*>", " ", value).split())

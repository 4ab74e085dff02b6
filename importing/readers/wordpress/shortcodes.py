"""Shortcodes: codes in square brackets that WordPress or a plugin replaces by HTML.

Captions and galleries are turned into figures. Of all others the export holds the code
alone: it is taken out and named, what stands between a pair stays. Brackets that are words
("[sic]", "[n = 12]") are no shortcodes and stay as they are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape, unescape

from importing.document import Dropped
from importing.readers.wordpress.export import Attachment

UNKNOWN = "a shortcode: what it showed is not in the export"
EMBEDDED = "embedded content (a shortcode)"
NO_PICTURE = "a gallery's picture that is not in the export"
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b([^\[\]]*)\]([^\[]*(?:\[(?!/?(?:wp_)?caption\b)[^\[]*)*)\[/(?:wp_)?caption\]"
)
_MEDIA = re.compile(r"\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*)", re.S | re.I)
_TAG = re.compile(r"(\[?)\[(/?)([a-zA-Z][\w-]*)((?:[\s=][^\[\]<>]*)?)(/?)\](\]?)")
_CLOSING = re.compile(r"\[/([a-zA-Z][\w-]*)\]")
_EMBED = re.compile(r"\[embed\b[^\[\]]*\]([^\[\]]*)\[/embed\]")
_QUOTED = re.compile(r"""([\w-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″])""")
_PICTURE = re.compile(r"\.(avif|gif|jpe?g|png|webp|svg|bmp|tiff?|heic)$", re.I)
_MEDIA_NAMES = frozenset({"audio", "video", "playlist", "youtube", "vimeo", "googlemaps"})
_SURE_NAMES = _MEDIA_NAMES | {"gallery", "caption", "wp_caption", "embed", "contact-form-7"}


@dataclass
class Shortcodes:
    """What a post's codes need to know, and what was found of them.

    `closed` are the names that have a closing code somewhere in the post; `unsure` are codes
    that stayed text though they may be codes of a plugin.
    """

    attachments: dict[str, Attachment]
    number: str = ""
    closed: frozenset[str] = frozenset()
    dropped: list[Dropped] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def expand(self, text: str) -> str:
        """The text as HTML, its codes turned into figures or taken out."""
        if "[" not in text:
            return text
        text = _CAPTION.sub(self._caption, text)
        text = _EMBED.sub(lambda found: f"\n\n{found[1].strip()}\n\n", text)
        return _TAG.sub(self._tag, text)

    def _caption(self, found: re.Match[str]) -> str:
        media = _MEDIA.match(found[2])
        caption = _attributes(found[1]).get("caption", "")
        if media is None:
            return f"{found[2]}\n\n{escape(caption)}\n\n" if caption else found[2]
        words = " ".join(filter(None, (escape(caption), media[2].strip())))
        return f"\n\n<figure>{media[1]}<figcaption>{words}</figcaption></figure>\n\n"

    def _tag(self, found: re.Match[str]) -> str:
        code = found[0][len(found[1]) : len(found[0]) - len(found[6])]
        if found[1] and found[6]:  # [[code]] shows [code]
            return code.replace("[", "&#91;").replace("]", "&#93;")
        name, attributes = found[3].lower(), found[4].strip()
        if not self._is_code(name, found[4], closing=bool(found[2])):
            if re.search(r"[_-]", name) or found[5]:
                self.unsure.append(code)
            return found[0]
        inside = ""
        if found[2]:
            pass
        elif name == "gallery":
            inside = self._gallery(attributes, code)
        else:
            reason = EMBEDDED if name in _MEDIA_NAMES else UNKNOWN
            self.dropped.append(Dropped(" ".join(unescape(code).split()), reason))
        return f"{found[1]}{inside}{found[6]}"

    def _is_code(self, name: str, attributes: str, closing: bool) -> bool:
        if closing or name in self.closed:
            return True
        if name in _SURE_NAMES:
            return True
        named = re.search(r"[_-]", name) and re.search(r"\w\s*=", attributes)
        return bool(named or re.search(r"""[\w-]=["'“”″]""", attributes))

    def _gallery(self, attributes: str, code: str) -> str:
        listed = re.findall(r"\d+", _attributes(attributes).get("ids", ""))
        found = {
            number: each
            for number, each in self.attachments.items()
            if each.parent == self.number and _PICTURE.search(each.url)
        }
        figures = []
        for number in listed or found:
            if picture := self.attachments.get(number):
                figures.append(_figure(picture))
            else:
                self.dropped.append(Dropped(f"[gallery] {number}", NO_PICTURE))
        if not listed and not found:
            self.dropped.append(Dropped(code, NO_PICTURE))
        return f"\n\n{''.join(figures)}\n\n"


def closed_names(text: str) -> frozenset[str]:
    """The names of all codes that are closed somewhere in a text."""
    return frozenset(name.lower() for name in _CLOSING.findall(text))


def listed(codes: Iterable[str]) -> str:
    """Codes for a sentence, each once."""
    return ", ".join(dict.fromkeys(codes))


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): unescape("".join(values)) for name, *values in _QUOTED.findall(text)}


def _figure(picture: Attachment) -> str:
    image = f'<img src="{escape(picture.url)}" alt="{escape(picture.alt)}">'
    return f"<figure>{image}<figcaption>{picture.caption}</figcaption></figure>"

"""Turn pasted HTML into plain text that keeps its lines and paragraphs."""

import html
import re

_BLOCK = "p|div|li|ol|ul|dl|dt|dd|tr|table|tbody|thead|h[1-6]|section|article|header|footer|blockquote|pre|body|html|head|hr"  # noqa: E501
_INLINE = "a|i|em|b|strong|span|sup|sub|cite|u|s|small|font|abbr|td|th|img|label|button|mark|code|time|q|italic|bold|wbr|nobr|o:p"  # noqa: E501
_ATTRIBUTES = r"(?:\s[^<>]{0,4000})?"
_HIDDEN = re.compile(
    r"<(script|style|title|svg)\b[^<>]{0,4000}>.{0,100000}?</\1\s?>", re.IGNORECASE | re.DOTALL
)
_COMMENT = re.compile(r"<!(?:--.{0,100000}?--|[^<>]{0,1000})>|<\?[^<>]{0,1000}>", re.DOTALL)
_BREAK = re.compile(rf"<br{_ATTRIBUTES}\s?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK}){_ATTRIBUTES}\s?/?>", re.IGNORECASE)
_CELL = re.compile(rf"</?(?:td|th){_ATTRIBUTES}\s?>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE}){_ATTRIBUTES}\s?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d{0,2});", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Tell whether `text` holds tags of blocks, lists or line breaks, or closed inline tags."""
    return bool(
        _BREAK.search(text)
        or _BLOCK_TAG.search(text)
        or re.search(rf"</(?:{_INLINE})\s?>", text, re.IGNORECASE)
    )


def html_to_text(text: str) -> str:
    """Return the text of `text`'s markup: a blank line around blocks, a line for `<br>`.

    Only tags known to HTML are taken out, so "p<0.05" and "<https://example.org>" stay.
    """
    text = _COMMENT.sub("", _HIDDEN.sub("", text))
    if _BLOCK_TAG.search(text) and "<pre" not in text.lower():
        text = re.sub(r"[ \t]*\r?\n[ \t]*", " ", text)
    text = _BREAK.sub("\n", text)
    text = _BLOCK_TAG.sub("\n\n", text)
    text = _INLINE_TAG.sub("", _CELL.sub(" ", text))
    text = unescape(text)
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", text).strip("\n")


def unescape(text: str) -> str:
    """Return `text` with its entities ("&amp;", "&#8211;") as characters."""
    return html.unescape(text) if _ENTITY.search(text) else text

"""From the settled tree to plain text and to HTML."""

from html import escape

from citewell.references.styles.blob import Blob

_QUOTES = {"true": ("“", "”"), "inner": ("‘", "’")}
_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps">', "</span>"),
    ("font-style", "normal"): ('<span style="font-style:normal">', "</span>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal">', "</span>"),
}


def as_text(blob: Blob) -> str:
    """The plain text: no markup, no escaping."""
    if blob.text is not None:
        inner = blob.text
    else:
        inner = blob.delimiter.join(text for part in blob.parts if (text := as_text(part)))
    if not inner:
        return ""
    for kind, value in blob.marks:
        if kind == "quotes":
            before, after = _QUOTES[value]
            inner = before + inner + after
    return blob.prefix + inner + blob.suffix


def as_html(blob: Blob) -> str:
    """HTML that is safe whatever the fields hold: all text escaped, only http(s) links."""
    if blob.text is not None:
        inner = escape(blob.text)
    else:
        inner = escape(blob.delimiter).join(html for part in blob.parts if (html := as_html(part)))
    if not inner:
        return ""
    for mark in blob.marks:
        before, after = _QUOTES[mark[1]] if mark[0] == "quotes" else _TAGS.get(mark, ("", ""))
        inner = before + inner + after
    prefix = escape(blob.prefix)
    if blob.link.startswith(("https://", "http://")):
        address = escape(blob.link)
        # The address before a DOI is part of what is clicked.
        shown = prefix + inner if blob.prefix.startswith("http") else inner
        linked = f'<a href="{address}">{shown}</a>'
        return (linked if shown != inner else prefix + linked) + escape(blob.suffix)
    return prefix + inner + escape(blob.suffix)

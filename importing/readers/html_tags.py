"""The tags of HTML by what the reader does with them."""

# fmt: off
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BOLD = frozenset(["b", "strong"])
ITALIC = frozenset(["i", "em", "cite", "dfn"])
SILENT = frozenset(
    ["script", "style", "link", "meta", "head", "base", "source", "track", "param"]
)
# Elements without content; the parser takes what follows some of them for their content.
VOID = frozenset(["embed", "source", "track", "param", "wbr", "area", "keygen", "img", "input"])
EMBEDDED = frozenset([
    "iframe", "frame", "frameset", "object", "embed", "applet", "video", "audio", "canvas", "svg",
])
# Left away with their words named, and why.
NOT_TEXT = {
    "button": "button", "select": "form", "textarea": "form", "label": "form", "input": "form",
    "option": "form", "optgroup": "form", "datalist": "form", "output": "form",
    "noscript": "shown only without script", "template": "a template of the page",
    "noframes": "shown only without frames",
}
TABLE_PARTS = frozenset([
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "script", "style",
])
# A button in one of these is a heading that folds its text.
BUTTON_HOLDERS = HEADINGS | {"summary", "dt"}
# fmt: on

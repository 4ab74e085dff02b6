"""Which elements of a page are headings, whatever their tag, and what their class says of them."""

import re

from lxml.etree import _Element as Element

from importing.readers.html_tags import BUTTON_HOLDERS, HEADINGS

_TITLE = re.compile(r"(^|\s)(citewell-title|MsoTitle)(\s|$)")
_HEADLINE = re.compile(
    r"(^|\s)((entry|post|page|article|content|blog|single|node|story)[_-]{1,2}(title|headline)"
    r"|headline)(\s|$)",
    re.I,
)
_LEAD = re.compile(
    r"(^|\s)([\w-]*[_-])?(lead|lede|standfirst|subtitle|sub-title|subhead|subheading|subheadline"
    r"|deck|dek|intro|introduction|preamble|ingress|chapo|entradilla|vorspann|citewell-lead)([_-](text|paragraph))?(\s|$)",
    re.I,
)
# What opens a folded text is its heading: accordions, tabs, questions and answers.
_OPENER = re.compile(
    r"(^|[\s_-])(accordion|faq|toggle|tab|panel|collapse|collapsible|expander|question)s?"
    r"[\w-]*[_-]{1,2}(title|heading|header|question|button|trigger|toggle|label)(\s|$)",
    re.I,
)
_PANEL = re.compile(
    r"(^|[_-])(accordion|faq|toggle|tabs?|panel|collaps(e|ible)|expander)($|[_-])", re.I
)
_NO_PANEL = re.compile(r"title|heading|header|button|trigger|icon|menu|nav|list|bar", re.I)
_MOST_WORDS = 20


def heading_level(element: Element, current: int) -> int:
    """The level of a heading (1 to 6), or 0; `current` is that of the last heading before."""
    if element.tag in HEADINGS:
        return int(element.tag[1])
    below = min(6, current + 1)
    if element.tag == "summary":
        return below
    if element.get("role") == "heading":
        level = element.get("aria-level", "")
        return int(level) if level in ("1", "2", "3", "4", "5", "6") else below
    if element.tag in ("div", "dt", "span", "p", "button") and _OPENER.search(
        element.get("class", "")
    ):
        short = 0 < len("".join(element.itertext()).split()) <= _MOST_WORDS
        return below if short and not _is_in_heading(element) and _folds(element) else 0
    return 0


def role_of(element: Element) -> str:
    """ "title" (a style), "headline" or "lead" where the class of an element says so."""
    names = element.get("class", "")
    if _TITLE.search(names):
        return "title"
    if _HEADLINE.search(names):
        return "headline"
    return "lead" if _LEAD.search(names) else ""


def is_heading_button(element: Element) -> bool:
    """Whether a button folds the text below it."""
    return element.tag == "button" and _is_in_heading(element)


def is_panel(element: Element) -> bool:
    """Whether an element is hidden only until a reader unfolds it."""
    if element.get("role") in ("tabpanel", "region") or element.get("hidden") == "until-found":
        return True
    names = element.get("class", "").split()
    return any(_PANEL.search(name) and not _NO_PANEL.search(name) for name in names)


def _is_in_heading(element: Element) -> bool:
    return any(
        parent.tag in BUTTON_HOLDERS or parent.get("role") == "heading"
        for parent in element.iterancestors()
    )


def _folds(element: Element) -> bool:
    """Whether something stands behind the element that it can open."""
    behind = element.getnext()
    return behind is not None and bool("".join(behind.itertext()).strip())

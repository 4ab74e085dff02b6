"""Which parts of a web page are not the article: menus, notices, hidden text, comments."""

import re
from collections import Counter

from lxml.etree import _Element as Element

from importing.document import Dropped
from importing.readers.html_headings import is_panel
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Source

BYLINE = "byline or date: set authors and dates on the page itself"
BACKLINK = "a link back to the text"
Words = tuple[tuple[re.Pattern[str], str], ...]


def _words(*table: tuple[str, str]) -> Words:
    return tuple(
        (re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"), reason) for words, reason in table
    )


# Regions that are never part of the article, by the words of class and id.
_HARD = _words(
    (r"cookies?|consent|gdpr|cookiebar|ccpa", "cookie notice"),
    (
        r"share|sharing|shares|socials?(?=$|\s|[_-](?:share|links?|icons?|media|buttons?|bar|nav))"
        r"|addtoany|sharedaddy|addthis",
        "share links",
    ),
    (r"newsletter|subscribe|subscription|mailchimp|optin|signup", "newsletter"),
    (
        r"breadcrumbs?|menu|navbar|navigation|nav|topbar|skip|toc|pagination|pager|editsection"
        r"|prev-?next|next-?prev|(?:post|article|page)-?nav"
        r"|edit-link",
        "menu",
    ),
    (
        r"backlinks?|doc-backlink|reversefootnote|footnote-back(?:ref|link)?|backref",
        "a link back to the text",
    ),
    (
        r"bylines?|(?:(?:blog[_-]?)?(?:entry|post|article|blog)|meta|author)[_-]{1,2}(?:meta|info|byline|author|box|bio|name"
        r"|profile|date|timestamp|tags?)|posted-on|submitted|aff(?:iliations?)?|(?:last-)?(?:updated|modified|reviewed)(?:-date|-on)?|review-date"
        r"|autor(?:en)?|auteur|(?:cat|tag|tags|category)[_-]links|tag-?cloud|tag-list",
        BYLINE,
    ),
    (r"no-?print|d-print-none|print-none|hidden-print|hide-print", "not on the printed page"),
    (r"comments?|commentlist|respond|disqus", "comments"),
    (r"ads?|advert|advertisement|advertising|sponsored", "advertising"),
    (r"popup|modal|lightbox", "pop-up"),
)
_SOFT = _words((r"sidebar", "side column"), (r"masthead|topbar", "page header"))
# The page's own head and foot, named as a whole: an article's are "entry-header", "post-footer".
_ENDS = re.compile(
    r"(?:(?:site|page|main|global|theme|region|layout|web|elementor[_-]location)[_-]?)*"
    r"(header|footer)(?:[_-](?:wrapper|wrap|container|area|inner|main|global|section|widgets))*"
)
# Page builders call every part of an article a widget ("elementor-widget"); themes, a side box.
_SIDE_BOX = re.compile(r"(?:^|\s)(?:(?:[\w]+-)?widgets?(?:-area)?|widget_\w+)(?=$|\s)")
_COLUMN = re.compile(
    r"(?:^|\s)(?:(?:right|left|side)[_-]?(?:col(?:umn)?|rail|panel)|(?:col(?:umn)?|rail)[_-]?"
    r"(?:right|left|side)|rail|side|secondary)(?=$|\s)"
)
_WIDE = re.compile(r"(?:^|\s)col-(?:\w+-)?(?:[89]|1[01])(?=$|\s)")
_NARROW = re.compile(r"(?:^|\s)col-(?:\w+-)?[1-4](?=$|\s)")
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)(?=$|[\s_-])", re.I)
_BUILDERS = re.compile(r"elementor|wixui|fl-|et_pb|vc_|siteorigin|so-")
_SHORT = frozenset(
    {
        "share links",
        "menu",
        "advertising",
        "newsletter",
        "pop-up",
        BYLINE,
        "not on the printed page",
    }
)
_AUTHORS = re.compile(r"(^|\s)(authors?|contributors?|contrib-group|credits)([_-]\w+)*(\s|$)")
_LONG_TEXT = 60
_LEAST_LINKS = 3
_LONGEST_END = 200
_SHORT_LINK = 4
_ROLES = {
    "navigation": "menu",
    "search": "search form",
    "dialog": "pop-up",
    "alertdialog": "pop-up",
    "menu": "menu",
    "menubar": "menu",
    "doc-toc": "menu",
    "doc-backlink": BACKLINK,
}
_TAGS = {"nav": "menu", "dialog": "pop-up", "menu": "menu"}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOR_SCREEN_READERS = re.compile(r"\b(sr-only|visually-?hidden|screen-reader(-text)?)\b")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NEVER = frozenset({"html", "body", "main", *_HEADINGS})


def hard_region(element: Element) -> str:
    """The reason why nothing in the element is the article's, or ""."""
    get = element.get
    hidden = get("hidden") is not None or _HIDING.search(get("style", ""))
    if hidden and not is_panel(element):
        return "hidden on the page"
    if element.tag in _NEVER or _is_words_of_heading(element):
        return ""
    if _FOR_SCREEN_READERS.search(get("class", "")):
        return "for screen readers only"
    if element.tag == "a" and _is_button(element):
        return "button"
    reason = _TAGS.get(element.tag) or _ROLES.get(get("role", "")) or _by_name(element, _HARD)
    if element.tag == "form" and _words_outside_links(element) < _LONG_TEXT:
        reason = reason or "form"
    if reason == "menu" and _announces_teasers(element):
        return ""
    reason = reason or _by_authors(element)
    return "" if reason and _holds_article(element) else reason


def _is_button(link: Element) -> bool:
    """Whether a link is made to look like a button: the page's call to do something."""
    if not _BUTTON.search(link.get("class", "")) or not 0 < _word_count(link) <= _SHORT_LINK:
        return False
    return link.get("href", "")[:1] != "#" and link.get("role") != "tab"


def _by_authors(element: Element) -> str:
    """Whether a block is the line of authors; in a reference "author" names a part of it."""
    names = element.get("class", "").lower()
    if element.tag not in ("div", "p", "ul", "ol", "address") or not _AUTHORS.search(names):
        return ""
    return BYLINE if _words_outside_links(element) <= _LONG_TEXT else ""


def is_bar_of_links(element: Element) -> bool:
    """Whether a block holds nothing but three links or more, each of a few words."""
    links = [link for link in element.iter("a") if _letters(link)]
    if len(links) < _LEAST_LINKS or next(element.iter(*_HEADINGS, "img"), None) is not None:
        return False
    short = all(_word_count(link) <= _SHORT_LINK for link in links)
    return short and sum(map(_letters, links)) == _letters(element)


def _is_words_of_heading(element: Element) -> bool:
    """Whether a heading has no other words: as a link back to the contents they stay."""
    if element.tag not in ("a", "span"):
        return False
    heading = next(element.iterancestors(*_HEADINGS), None)
    if heading is None:
        return False
    if _FOR_SCREEN_READERS.search(element.get("class", "")):  # "Urgent advice: " before a heading
        return "".join(element.itertext()).strip().endswith(":")
    return _letters(element) > 0 and _letters(element) == _letters(heading)


def _letters(element: Element) -> int:
    return sum(map(str.isalnum, "".join(element.itertext())))


def _announces_teasers(element: Element) -> bool:
    """Whether a menu is one of further articles, which come along as teasers."""
    heading = next(element.iter("h2", "h3", "h4"), None)
    text = "".join(heading.itertext()) if heading is not None else ""
    return PHRASES.is_teasers_heading(text)


def soft_region(element: Element) -> str:
    """The reason why the element is beside the article, though references may stand in it."""
    holders = list(element.iterancestors("article", "main"))
    inside = bool(holders) and not _is_beside_article(element, holders)
    if element.tag == "header" and _heads_part(element):
        return ""
    if element.tag in _NEVER or inside or _holds_article(element, h1=element.tag != "header"):
        return ""
    by_tag = {"aside": "side column", "footer": "page footer", "header": "page header"}
    return (
        by_tag.get(element.tag) or _by_name(element, _SOFT) or _end(element) or _side_box(element)
    )


def _heads_part(header: Element) -> bool:
    """Whether a header is only the heading of the text it stands in."""
    headings = list(header.iter(*_HEADINGS))
    if len(headings) != 1 or _letters(headings[0]) != _letters(header):
        return False
    return any(sibling.tag in ("p", "ul", "ol", "table") for sibling in header.itersiblings())


def _is_column_of_links(element: Element, names: str) -> bool:
    """Whether a column named by its side holds lists or rows of links, and little else."""
    if not _COLUMN.search(names) or _words_outside_links(element) > _LONG_TEXT:
        return False
    return sum(1 for _ in element.iter("a")) > 1


def _is_narrow_column(element: Element) -> bool:
    """Whether a column of a grid is a third of the page or less, beside the text's wide one."""
    before = element.getprevious()
    if before is None or next(element.iter("img", "h1", "h2"), None) is not None:
        return False
    names = before.get("class", ""), element.get("class", "")
    narrow = _WIDE.search(names[0]) and _NARROW.search(names[1])
    sections = sum(1 for _ in before.iter("h2", "h3"))
    return bool(narrow) and sections > 1 and _word_count(element) < _LONGEST_END


def _is_beside_article(element: Element, holders: list[Element]) -> bool:
    """Whether a side column stands in main, but not in the article that main holds."""
    if element.tag != "aside" or any(holder.tag == "article" for holder in holders):
        return False
    articles = (found for holder in holders for found in holder.iter("article"))
    return any(next(article.iter("h1"), None) is not None for article in articles)


def _end(element: Element) -> str:
    """The page's head or foot by its name; a head that holds a heading may be a section's."""
    if element.tag not in ("div", "section"):
        return ""
    classes = (name for name in element.get("class", "").lower().split() if "-" in name)
    names = map(_ENDS.fullmatch, (element.get("id", "").lower(), *classes))
    found = next((f"page {name[1]}" for name in names if name), "")
    heads = found == "page header" and next(element.iter(*_HEADINGS), None) is not None
    return "" if heads or _word_count(element) > _LONGEST_END else found


def _side_box(element: Element) -> str:
    names = element.get("class", "").lower()
    themes = _SIDE_BOX.search(names) and not _BUILDERS.search(names)
    beside = _is_narrow_column(element) or _is_column_of_links(element, names)
    return "side column" if themes or beside else ""


def _by_name(element: Element, table: Words) -> str:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    if names == " ":
        return ""
    reason = next((reason for words, reason in table if words.search(names)), "")
    if reason in _SHORT and _words_outside_links(element) > _LONG_TEXT:
        return ""  # a section on social anxiety or menu planning, not a bar of links
    return reason


def _words_outside_links(element: Element) -> int:
    return _word_count(element) - sum(_word_count(link) for link in element.iter("a"))


def _holds_article(element: Element, h1: bool = True) -> bool:
    if element.tag == "article":
        return "comment" not in element.get("class", "")
    wanted = ("main", "article", "h1") if h1 else ("main", "article")
    return any(
        found.tag != "article" or not re.search("comment", found.get("class", ""))
        for found in element.iter(*wanted)
        if found is not element
    )


def main_element(body: Element) -> Element:
    """The element that holds the article: main, or the article with most of the text."""
    everything = _word_count(body)
    for found in body.iter("*"):
        is_main = found.tag == "main" or found.get("role") == "main"
        if is_main and _word_count(found) * 5 > everything:
            return found
    for article in body.iter("article"):
        if _word_count(article) * 2 > everything:
            return article
    return body


def _word_count(element: Element) -> int:
    texts = (
        text
        for part in element.iter("*")
        if part.tag not in ("script", "style")
        for text in (part.text, part.tail if part is not element else "")
    )
    return sum(len(text.split()) for text in texts if text)


def name_active_content(root: Element, source: Source) -> None:
    """Name what can never come along: scripts, styles, handlers."""
    found: Counter[str] = Counter()
    for element in root.iter("*"):
        if element.tag in ("script", "style"):
            found[element.tag] += 1
        elif element.tag == "link" and "stylesheet" in element.get("rel", ""):
            found["style"] += 1
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                found[name] += 1
    for what, count in found.items():
        reason = "an event handler" if what.startswith("on") else f"a {what}"
        text = f"{what} ({count})" if count > 1 else what
        source.dropped.append(Dropped(text, f"{reason} is not part of an article"))

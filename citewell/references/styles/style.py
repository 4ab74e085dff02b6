"""A CSL style and its locale, read once from the XML files beside this module."""

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FILES = {
    "vancouver": "nlm-citation-sequence.csl",
    "ama": "american-medical-association.csl",
    "apa": "apa.csl",
}
#: Which form stands in where a term lacks the one asked for.
_FALLBACK = {"symbol": ("symbol", "short", "long"), "verb-short": ("verb-short", "verb", "long")}


@dataclass(slots=True, frozen=True)
class Node:
    """An element of a style: its name, attributes and children."""

    tag: str
    attributes: dict[str, str]
    children: "tuple[Node, ...]" = ()

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or the default."""
        return self.attributes.get(name, default)

    def child(self, tag: str) -> "Node | None":
        """The first child of this name."""
        return next((child for child in self.children if child.tag == tag), None)


@dataclass(slots=True)
class Locale:
    """Words and date forms of one language, the style's own words laid over them."""

    terms: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    dates: dict[str, Node] = field(default_factory=dict)
    ordinals: dict[str, str] = field(default_factory=dict)
    #: What stands between pages where a site wants another sign than the style.
    between_pages: str = ""

    def read(self, element: Element) -> None:
        """Lay the terms and dates of a ``locale`` element over those already known."""
        for term in element.iter(f"{_CSL}term"):
            name, form = term.get("name", ""), term.get("form", "long")
            single, multiple = term.find(f"{_CSL}single"), term.find(f"{_CSL}multiple")
            if single is None:
                text = term.text or ""
                self.terms[name, form] = (text, text)
            else:
                several = multiple.text if multiple is not None else ""
                self.terms[name, form] = (single.text or "", several or "")
            if name.startswith("ordinal"):
                self.ordinals[name] = term.text or ""
        for date in element.iter(f"{_CSL}date"):
            self.dates[date.get("form", "")] = _node(date)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """A word in the form asked for or the nearest it has; empty where it has none."""
        for known in _FALLBACK.get(form, (form, "long")):
            if found := self.terms.get((name, known)):
                return found[plural]
        return ""

    def has_term(self, name: str) -> bool:
        """Whether the locale knows the word in its long form or any other."""
        return any((name, form) in self.terms for form in ("long", "short", "verb", "symbol"))

    def range_delimiter(self, variable: str) -> str:
        """What stands between the numbers of a range."""
        other = self.between_pages if variable == "page" else ""
        return other or self.term("page-range-delimiter") or "–"

    def ordinal(self, number: int) -> str:
        """“1st”, “2nd”, “11th”."""
        for digits in (2, 1):
            if ending := self.ordinals.get(f"ordinal-{number % 10**digits:02}"):
                return f"{number}{ending}"
        return f"{number}{self.ordinals.get('ordinal', '')}"


@dataclass(slots=True)
class Style:
    """A style ready to format with."""

    name: str
    macros: dict[str, Node]
    layout: tuple[Node, ...]
    #: What the style and its bibliography say for all names.
    options: dict[str, str]
    locale: Locale


def _node(element: Element) -> Node:
    children = tuple(_node(child) for child in element if isinstance(child.tag, str))
    return Node(element.tag.removeprefix(_CSL), dict(element.attrib), children)


def _read(name: str) -> Element:
    data = files("citewell.references.styles").joinpath("data", name)
    root: Element = fromstring(data.read_text(encoding="utf-8"))
    return root


@lru_cache(maxsize=8)
def load_style(name: str, between_pages: str = "") -> Style:
    """The style of this name: ``vancouver``, ``ama`` or ``apa``.

    ``between_pages`` stands in page ranges instead of the style's own sign.

    Raises:
        ValueError: no such style.
    """
    if name not in _FILES:
        raise ValueError(f"“{name}” is no style; there are {', '.join(_FILES)}.")
    root = _read(_FILES[name])
    locale = Locale(between_pages=between_pages)
    locale.read(_read("locales-en-US.xml"))
    for element in root.findall(f"{_CSL}locale"):
        if element.get(_LANGUAGE, "en").startswith("en"):
            locale.read(element)
    bibliography = root.find(f"{_CSL}bibliography")
    layout = bibliography.find(f"{_CSL}layout") if bibliography is not None else None
    if bibliography is None or layout is None:
        raise ValueError(f"The style “{name}” has no bibliography.")
    nodes = tuple(_node(child) for child in layout if isinstance(child.tag, str))
    return Style(
        name=name,
        macros={macro.get("name", ""): _node(macro) for macro in root.findall(f"{_CSL}macro")},
        # The list number is the page's to set.
        layout=tuple(node for node in nodes if node.get("variable") != "citation-number"),
        options={**root.attrib, **bibliography.attrib},
        locale=locale,
    )

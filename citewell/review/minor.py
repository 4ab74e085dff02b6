"""What may change without a reviewer: a slip of the pen, or a web link's address. Pure.

A word may be replaced if it is not known, the new one is, the two are one edit apart (a
letter more, less, other, or two neighbours swapped) and no second known word is as near.
Numbers, and the words of ``data/never.txt`` (units, drugs, sides, negations, words that are
taken for another), stay. A link may lead elsewhere on the web under the same words.
Nothing in a care card may change, and nothing may be added, removed or moved.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from citewell.review.canonical import ClinicalText, Node, read

TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|\s+|[^\w\s]")
CARE_CARDS = frozenset({"care_card"})
DRUG_ENDINGS = re.compile(
    r"(?:pril|prilat|olol|statin|azole|cillin|mycin|micin|profen|fenac|oxicam|coxib|sartan|dipine"
    r"|zepam|zolam|triptan|gliptin|gliflozin|glutide|mab|tinib|vir|caine|cycline|oxacin|oxetine"
    r"|prazole|tidine|codone|morphone|orphine|parin|xaban|gatran|thiazide|semide|terol|sone|solone"
    r"|idone|apine|azine|etine|opram|barbital|bamate|dronate|tropium|cort)$"
)
"""Endings that the international names of medicines share."""

STRUCTURE = "Something was added, removed or moved. A reviewer has to see this."
IN_CARE_CARD = "“{0}” stands in a care card. A reviewer has to see every change of it."
ADDRESS = "Where “{0}” leads to may only change from one web address to another."


def refusals(before: bytes, after: bytes, known: Collection[str]) -> list[str]:
    """Why a change of canonical content is no minor one, in sentences; empty where it is one.

    Args:
        before: the canonical bytes that are signed.
        after: those that would take their place.
        known: words in small letters.
    """
    old, new = read(before), read(after)
    if (old.type, old.language) != (new.type, new.language):
        return [STRUCTURE]
    return list(dict.fromkeys(in_nodes(list(old.content), list(new.content), known, False)))


def in_nodes(old: Node, new: Node, known: Collection[str], is_care: bool) -> Iterator[str]:
    """The reasons against the change of one node into another."""
    if old == new:
        return
    if isinstance(old, str) or isinstance(new, str):
        if isinstance(old, str) and isinstance(new, str):
            yield from in_text(old, new, known, is_care)
        else:
            yield STRUCTURE
        return
    if len(old) != len(new):
        yield STRUCTURE
        return
    kind = head(old)
    if kind == "link" and kind == head(new):
        yield from in_link(old, new, known, is_care)
        return
    if kind != head(new) or (kind in NAMED and old[1] != new[1]):
        yield STRUCTURE
        return
    within = is_care or (kind == "block" and old[1] in CARE_CARDS)
    for mine, theirs in zip(old, new, strict=True):
        if kind in WHOLE and mine != theirs:
            yield STRUCTURE
        else:
            yield from in_nodes(mine, theirs, known, within)


NAMED = frozenset({"block", "field"})
"""Kinds whose second item is a name, not a text."""
WHOLE = frozenset({"cite", "object", "image", "sup", "sub"})
"""Kinds that stay as they are."""


def head(node: Node) -> str:
    """The kind of a node; empty for a list of nodes, which may begin with a text."""
    first = node[0] if node else ""
    return first if isinstance(first, str) and first in ALL_KINDS else ""


def in_link(old: Node, new: Node, known: Collection[str], is_care: bool) -> Iterator[str]:
    """Its address may change on the web, outside care cards, under the same words; or a word."""
    words = "".join(flat(old[2:]))
    if old[1] == new[1]:
        yield from in_nodes(["p", *old[2:]], ["p", *new[2:]], known, is_care)
    elif is_care:
        yield IN_CARE_CARD.format(words)
    elif old[2:] != new[2:] or not (is_web(str(old[1])) and is_web(str(new[1]))):
        yield ADDRESS.format(words)


def is_web(address: str) -> bool:
    """Whether an address is one of the web, not of a telephone or a message."""
    return address.lower().startswith(("https://", "http://"))


def in_text(old: str, new: str, known: Collection[str], is_care: bool) -> Iterator[str]:
    """The reasons against the change of one text into another."""
    if is_web(old) and is_web(new) and " " not in old + new and not is_care:
        return
    ours, theirs = TOKEN.findall(old), TOKEN.findall(new)
    if is_care:
        yield IN_CARE_CARD.format(old[:60])
    elif len(ours) != len(theirs):
        yield f"“{new[:60]}” has words or signs more or fewer. A reviewer has to see this."
    else:
        for wrong, right in zip(ours, theirs, strict=True):
            if wrong != right and (reason := against(wrong, right, known)):
                yield reason


def against(wrong: str, right: str, known: Collection[str]) -> str:
    """Why one word may not take another's place; empty where it may."""
    old, new = wrong.lower(), right.lower()
    change = f"“{wrong}” → “{right}”: "
    for word in (old, new):
        if not word.isalpha():
            return change + "only letters of a word may be mended."
        if kind := kind_of(word):
            return change + f"“{word}” is a word of the kind “{kind}”, which a reviewer has to see."
    if old in known or old == new:
        return change + f"“{wrong}” is a word of its own."
    if new not in known:
        return change + f"“{right}” is not on two signed pages yet."
    if not is_one_edit(old, new):
        return change + "the two are more than one letter apart."
    others = [word for word in near(old) if word in known and word != new]
    if others:
        return change + f"it could also be “{others[0]}”."
    return ""


def kind_of(word: str) -> str:
    """The kind of a word that must stay; empty for all others."""
    if word in never():
        return never()[word]
    return "drug" if DRUG_ENDINGS.search(word) else ""


@cache
def never() -> dict[str, str]:
    """The words of ``data/never.txt``, each with its kind."""
    text = (files("citewell.review") / "data" / "never.txt").read_text(encoding="utf-8")
    lines = [line.split(":") for line in text.splitlines() if line and not line.startswith("#")]
    return {word: kind for kind, words in lines for word in words.split()}


def is_one_edit(old: str, new: str) -> bool:
    """Whether one letter more, less or other, or two neighbours swapped, makes the other."""
    return new in near(old, set(new))


def near(word: str, letters: Collection[str] = "") -> set[str]:
    """All words one edit away, made of these letters beside its own."""
    signs = set(letters) or set(ascii_lowercase) | set(word)
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    other = {left + sign + right[1:] for left, right in cuts if right for sign in signs}
    more = {left + sign + right for left, right in cuts for sign in signs}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return (less | other | more | swapped) - {word}


def words_of(document: ClinicalText) -> set[str]:
    """The words of a document, in small letters."""
    return {
        token.lower()
        for _name, nodes in document.content
        for text in flat(nodes)
        for token in TOKEN.findall(text)
        if token.isalpha()
    }


def flat(node: Node) -> Iterator[str]:
    """The texts inside nodes; names and addresses are not among them."""
    if isinstance(node, str):
        yield node
        return
    kind = head(node)
    if kind in ("cite", "object"):
        return
    skip = 2 if kind in ("block", "field", "link", "image") else 1 if kind else 0
    for part in node[skip:]:
        yield from flat(part)


KINDS = frozenset({"p", "li", "ul", "ol", "h2", "h3", "h4", "h5", "h6", "blockquote"}) | {
    *("sup", "sub", "th", "tr", "td", "caption")
}
ALL_KINDS = KINDS | NAMED | WHOLE | {"link"}

"""The canonical form of clinical content: the bytes that a sign-off covers.

Version 1. The bytes are JSON in UTF-8 of one object with these members, its keys sorted,
no space between tokens, nothing escaped that JSON lets stand::

    {"content":[["title",[["p","Sciatica"]]],…],"form":"citewell-clinical-1",
     "language":"en-gb","type":"conditions.conditionpage"}

``content`` is a list of a field's name and its nodes, in the order of the model. A node is
a text or a list whose first item names its kind:

- ``["p", …]`` a paragraph of texts and inline nodes; also ``["li", …]``, ``["h2", …]``
- ``["ul", …]`` and ``["ol", …]`` hold items
- ``["sup", …]``, ``["sub", …]`` raised and lowered text, for 10⁵ is not 105
- ``["link", address, …]`` words with where they lead
- ``["cite", identity, …]`` a source, at the place in the sentence that cites it
- ``["image", identity, alternative text]``
- ``["block", type, …]`` a block of a stream; ``["field", name, …]`` a field of a block

Texts are in Unicode's NFC, their line ends ``\\n``, runs of blanks (space, tab, no-break
space) one space; a text that stands alone has no blanks at the ends of its lines.
Bold and italic, ids, anchors and everything else that is layout is no part of it. Only
texts and lists occur, no numbers: a number is the text that says it.

A new version gets a new ``form`` and a function of its own beside :func:`canonical`; bytes
that were signed are never made anew, they stand in the database.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

FORM = "citewell-clinical-1"

Node = str | Sequence["Node"]
"""A text, or a list of a kind and what is in it."""

_BLANKS = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True)
class ClinicalText:
    """What readers see as content, in the order they read it.

    Attributes:
        type: the model, as ``conditions.conditionpage``.
        language: the code of its language, as ``en-gb``; empty where it has none.
        content: name and nodes of each clinical field.
    """

    type: str
    language: str
    content: Sequence[tuple[str, Sequence[Node]]]


def canonical(document: ClinicalText) -> bytes:
    """The bytes of a document in the newest version of the form."""
    return _bytes(
        {
            "form": FORM,
            "type": document.type,
            "language": document.language,
            "content": [
                [name, [settled(node) for node in nodes]] for name, nodes in document.content
            ],
        }
    )


def read(data: bytes) -> ClinicalText:
    """The document that canonical bytes stand for, of any version.

    Raises:
        ValueError: the bytes are of no known form.
    """
    found = json.loads(data)
    if not isinstance(found, dict) or found.get("form") != FORM:
        raise ValueError("These bytes are of no form that is known here.")
    return ClinicalText(
        type=found["type"],
        language=found["language"],
        content=[(name, nodes) for name, nodes in found["content"]],
    )


def content_hash(data: bytes) -> str:
    """SHA-256 of canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def settled(node: Node) -> Node:
    """A node with its texts settled; inside a node blanks at the ends part words, and stay."""
    if isinstance(node, str):
        return settled_text(node)
    kind, *parts = node
    return [kind, *(_folded(part) if isinstance(part, str) else settled(part) for part in parts)]


def settled_text(text: str) -> str:
    """A text as the form has it: NFC, ``\\n``, single spaces, no blanks at a line's ends."""
    lines = _folded(text).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip("\n")


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _BLANKS.sub(" ", text)


def _bytes(found: object) -> bytes:
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

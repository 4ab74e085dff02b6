"""The library of sources, who uses them, how they are shown, and what was pasted."""

from citewell.references.claim_model import Certainty, Claim
from citewell.references.links.model import Link, LinkCheck, LinkUse
from citewell.references.pasted import PastedList, PastedReference
from citewell.references.source import Source
from citewell.references.style_setting import ReferenceStyle
from citewell.references.usage_model import SourceUsage
from citewell.references.watching.model import NoticeRecord, SourceStatusChange

__all__ = [
    "Certainty",
    "Claim",
    "Link",
    "LinkCheck",
    "LinkUse",
    "NoticeRecord",
    "PastedList",
    "PastedReference",
    "ReferenceStyle",
    "Source",
    "SourceStatusChange",
    "SourceUsage",
]

"""What the wording room stores: rules on advertising words, and what editors dismissed."""

from citewell.wording.model_dismissal import Dismissal
from citewell.wording.model_indexed import IndexedPassage, IndexedUpTo, StalePassages
from citewell.wording.model_rule import AdvertisingRule
from citewell.wording.model_target import WordingTarget
from citewell.wording.model_task import TextTask
from citewell.wording.model_term import GlossaryTerm

__all__ = [
    "AdvertisingRule",
    "Dismissal",
    "GlossaryTerm",
    "IndexedPassage",
    "IndexedUpTo",
    "StalePassages",
    "TextTask",
    "WordingTarget",
]

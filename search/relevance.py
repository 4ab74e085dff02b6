"""Whether a query asks about health at all: the honest nothing. Pure.

Pages of a health site hold most words of a language, so "cheap flights to paris" matches
some. Each thing asked is given credit by the words the pages and the lay vocabulary know:
in full for a medical word, in part for a word of some page's name, of many pages, or of few
pages if it is no everyday word, little for an everyday word that few pages have, none for an
unknown one, less the more a word was mended. Little credit is enough for a query (patients
name things in unheard-of ways) if one of its words is at least part of some page's name. Has
it words of other subjects (`words/other_subjects`), most of it must be health.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from search.understanding.common import common_words
from search.understanding.lay import lay_table
from search.understanding.query import FULL, Concept, Query
from search.understanding.stems import stem

ENOUGH: Final = 0.35
ENOUGH_BESIDE_OTHER_SUBJECTS: Final = 0.68
NAME_WORD: Final = 0.6
COMMON_WORD: Final = 0.45
KNOWN_WORD: Final = 0.35
# "rosenthal syndrome": the kind of a name tells what the rest is.
KIND: Final = 0.5
# What makes a word common: this share of the pages.
COMMON: Final = 0.004
# A word mended by this distance is no evidence any more.
HOPELESS: Final = 1.6

KIND_WORDS: Final = tuple(
    Path(__file__).with_name("words").joinpath("kinds.en.txt").read_text("utf-8").split()
)
_MEDICAL: Final = re.compile(
    r"(?:itis|itic|osis|oses|iasis|emia|emic|oma|omas|omata|pathy|pathies|pathic|algia|plasia"
    r"|plastic|trophy|trophic|ectomy|otomy|ostomy|scopy|plegia|plegic|paresis|uria|uric|penia"
    r"|cytosis|cytic|dermia|derma|phobia|rrhea|rrhagia|sclerosis|stenosis|megaly|cele|lysis"
    r"|cephaly|cephalic|dactyly|ptosis|cillin|mycin|statin|vir|virus|toxin)$"
)
_KINDS: Final = frozenset(stem(word) for word in KIND_WORDS)


def is_about_health(
    query: Query,
    shares: Mapping[str, float],
    name_stems: Collection[str],
    mended: Mapping[str, float],
    whole_names: Collection[str] = (),
) -> bool:
    """Whether enough of the query is health.

    `shares` tells for each known stem the share of pages that have it, `name_stems` which
    stand in names of pages, `mended` how far a mended one lies from what was typed,
    `whole_names` which are a page's whole name.
    """
    typed = zip(query.words, query.stems, strict=True)
    built = {root for word, root in typed if is_built_medically(word)} | set(whole_names)
    elsewhere = any(word in other_subjects(query.language) for word in query.words)
    special = {
        root
        for word, root in zip(query.words, query.stems, strict=True)
        if word.isalpha() and word not in common_words(query.language)
    }
    asked = credit = best = 0.0
    for concept in query.concepts:
        asked += concept.weight
        far = max((mended.get(s, 0.0) for s in concept.stems), default=0.0)
        value = _credit(concept, query.language, built, shares, name_stems)
        if value == KNOWN_WORD and not special.isdisjoint(concept.stems):
            value = NAME_WORD
        if built.isdisjoint(concept.stems):
            value *= max(0.0, 1 - far / HOPELESS)
        credit += concept.weight * value
        best = max(best, value if concept.weight == FULL else 0.0)
    if not asked:
        return False
    if len(query.concepts) == 1 and credit and not mended:
        # "snow" alone may be the drug; "is it going to snow" is not.
        return not elsewhere or len(query.words) == len(query.concepts[0].stems)
    named = KIND if any(root in _NAMING for root in query.stems) else 0.0
    share = credit / asked + named
    if elsewhere:
        return share >= ENOUGH_BESIDE_OTHER_SUBJECTS
    return share >= ENOUGH and (named > 0 or best >= NAME_WORD)


def _credit(
    concept: Concept,
    language: str,
    built: Collection[str],
    shares: Mapping[str, float],
    name_stems: Collection[str],
) -> float:
    if _is_medical(concept, language) or any(s in built for s in concept.stems):
        return 1.0
    share = max((shares.get(s, 0.0) for s in concept.stems), default=0.0)
    if share >= COMMON:
        return NAME_WORD if any(s in name_stems for s in concept.stems) else COMMON_WORD
    return KNOWN_WORD if share else 0.0


def _is_medical(concept: Concept, language: str) -> bool:
    if concept.alternatives or len(concept.stems) > 1:
        return True
    lexicon = _lexicon(language)
    return any(s in lexicon or s in _KINDS for s in concept.stems)


_NAMING: Final = frozenset(
    stem(word) for word in ("syndrome", "disease", "disorder", "deficiency", "dystrophy", "anemia")
)


@lru_cache(maxsize=8)
def _lexicon(language: str) -> frozenset[str]:
    """The stems of the medical side of the lay vocabulary."""
    return lay_table(language).medical


@lru_cache(maxsize=8)
def other_subjects(language: str) -> frozenset[str]:
    """Words of subjects that are not health."""
    path = Path(__file__).with_name("words") / f"other_subjects.{language}.txt"
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()


def is_built_medically(word: str) -> bool:
    """Whether a folded word ends as medical terms do ("-itis", "-emia")."""
    return len(word) >= 6 and _MEDICAL.search(word) is not None

"""Does a query sound like an emergency? Fixed phrases, forgiving of spelling.

This is signposting and must stay it. Fixed, reviewed phrases (`phrases.<language>.txt`)
bring the site's own emergency numbers into view. There is no score, no question back, no
judgement of how ill somebody is and no advice for the individual; with any of these it
would become a medical device. A query that fires no phrase is not declared safe, and the
results are shown either way. Nothing is stored. See `docs/hazard-log.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from search.understanding.common import common_words
from search.understanding.lay import lay_table
from search.understanding.phonetic import sound
from search.understanding.spelling import distance, keys
from search.understanding.stems import stem
from search.understanding.stopwords import GRAMMAR, WEAK
from search.understanding.text import words

EMERGENCY: Final = "emergency"
CRISIS: Final = "crisis"

# Letters and words of a long text that are looked at, letters of a word that are compared, how
# near the parts of a phrase must stand, and how many words may stand between those of a fixed
# sequence.
MOST_LETTERS: Final = 4_000
MOST_WORDS: Final = 300
LONGEST_WORD: Final = 24
# Unknown words of which slips are looked for; what follows is taken as it is.
MENDED: Final = 40
SPAN: Final = 14
GAP: Final = 2
# The longest word that is looked at as two run together.
LONGEST_JOINED: Final = 24

# Words that say one thing here, so that "isnt breathing" and "not breathing" are one phrase.
_NOT: Final = (
    "isnt wont doesnt dont didnt hasnt havent arent wasnt aint wouldnt hadnt"  # one negation
)
_CANT: Final = "cannot couldnt unable cnt"
_BREATHING: Final = "breath breathe breathes breaths breathed"
SAME: Final = {
    word: one
    for some, one in ((_NOT, "not"), (_CANT, "cant"), (_BREATHING, "breathing"))
    for word in some.split()
}
_JOINED: Final = ((("can", "not"), "cant"), (("not", "able"), "cant"), (("do", "not"), "not"))

Sequence_ = tuple[str, ...]
Group = frozenset[Sequence_]


@dataclass(frozen=True)
class Section:
    """Phrases of one kind, and what says that the query only asks about the matter."""

    kind: str
    phrases: tuple[tuple[Group, ...], ...]
    unless: Group


@dataclass(frozen=True)
class Phrases:
    """The table of a language; `known` are stems that are words, not slips of others, `slips`
    are common words that are slips more often than meant ("hart attack")."""

    language: str
    sections: tuple[Section, ...]
    stems: frozenset[str]
    known: frozenset[str]
    slips: frozenset[str] = frozenset()


class Heard:
    """What each word of a query may be, and where each of these stands."""

    def __init__(self, readings: Iterable[frozenset[str]]) -> None:
        self.words = list(readings)
        self.where: defaultdict[str, list[int]] = defaultdict(list)
        for position, meant in enumerate(self.words):
            for root in meant:
                self.where[root].append(position)

    def places(self, sequence: Sequence_) -> list[tuple[int, ...]]:
        """Where the words of a sequence stand in order, with few others between."""
        if not all(root in self.where for root in sequence):
            return []
        found = []
        for start in self.where[sequence[0]]:
            place = [start]
            for wanted in sequence[1:]:
                following = range(place[-1] + 1, min(place[-1] + 2 + GAP, len(self.words)))
                position = next((i for i in following if wanted in self.words[i]), None)
                if position is None:
                    break
                place.append(position)
            else:
                found.append(tuple(place))
        return found


def sounds_like(text: str, language: str = "en") -> str:
    """`EMERGENCY`, `CRISIS` or "" for a query. Where a language has no table: English."""
    table = phrases(language)
    found = [
        part for word in plain(text[:MOST_LETTERS])[:MOST_WORDS] for part in _parts(word, table)
    ]
    unknown = list(dict.fromkeys(word for word in found if _is_unknown(word, table)))
    mended = frozenset(unknown[:MENDED])
    query = Heard(_readings(word, table, word in mended) for word in found)
    for kind in (CRISIS, EMERGENCY):
        for section in table.sections:
            if section.kind == kind and _fires(section, query):
                return kind
    return ""


def plain(text: str) -> list[str]:
    """The words of a text, those that say one thing made one."""
    found: list[str] = []
    for word in (SAME.get(word, word) for word in words(text)):
        for pair, one in _JOINED:
            if found and (found[-1], word) == pair:
                found[-1] = one
                break
        else:
            found.append(word)
    return found


def _parts(word: str, table: Phrases) -> tuple[str, ...]:
    """A word run together of two of the table's ("heartattack") as two, else as it is."""
    known = word in common_words(table.language) or stem(word, table.language) in table.stems
    if not 8 <= len(word) <= LONGEST_JOINED or known:
        return (word,)
    for cut in range(4, len(word) - 3):
        parts = word[:cut], word[cut:]
        if all(stem(part, table.language) in table.stems for part in parts):
            return parts
    return (word,)


def _fires(section: Section, query: Heard) -> bool:
    if any(query.places(sequence) for sequence in section.unless):
        return False
    return any(_together(phrase, query) for phrase in section.phrases)


def _together(phrase: tuple[Group, ...], query: Heard) -> bool:
    """Whether each group stands in the query, all within the span, on different words."""
    places = []
    for group in phrase:
        found = [place for sequence in group for place in query.places(sequence)]
        if not found:
            return False
        places.append(found)
    return _fit(places, frozenset())


def _fit(places: list[list[tuple[int, ...]]], taken: frozenset[int]) -> bool:
    if not places:
        return True
    for place in places[0]:
        if taken.isdisjoint(place):
            now = taken | set(place)
            if max(now) - min(now) <= SPAN and _fit(places[1:], now):
                return True
    return False


@lru_cache(maxsize=4)
def phrases(language: str) -> Phrases:
    """The table of a language, English where there is none."""
    code = language.split("-")[0].lower()
    path = Path(__file__).with_name(f"phrases.{code}.txt")
    if not path.is_file():
        code, path = "en", Path(__file__).with_name("phrases.en.txt")
    return read(path.read_text(encoding="utf-8").splitlines(), code)


def read(lines: Sequence[str], language: str) -> Phrases:
    """The table of `lines`; a line that is none of the forms raises ValueError naming it."""
    sets: dict[str, Group] = {}
    sections: list[Section] = []
    slips = frozenset[str]()
    kind, unless, found = "", frozenset[Sequence_](), list[tuple[Group, ...]]()

    def close() -> None:
        if kind:
            sections.append(Section(kind, tuple(found), unless))

    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        try:
            if line.startswith("set "):
                name, _, group = line.removeprefix("set ").partition(":")
                sets[name.strip()] = _group(group, language, sets)
            elif line.startswith("["):
                close()
                kind, unless, found = line[1 : line.index("]")], frozenset(), []
                if kind not in {EMERGENCY, CRISIS}:
                    raise ValueError(kind)
            elif line.startswith("slips:"):
                slips = frozenset(line.removeprefix("slips:").split())
            elif line.startswith("unless:"):
                unless = _group(line.removeprefix("unless:"), language, sets)
            else:
                found.append(tuple(_group(part, language, sets) for part in line.split("+")))
        except (KeyError, ValueError) as fault:
            raise ValueError(f"line {number} is no phrase: {line} ({fault})") from fault
    close()
    stems = frozenset(
        s
        for section in sections
        for group in (section.unless, *(g for phrase in section.phrases for g in phrase))
        for sequence in group
        for s in sequence
    )
    lay = lay_table(language)
    grammar = GRAMMAR.get(language, frozenset()) | WEAK.get(language, frozenset())
    known = stems | lay.stems | {stem(w, language) for w in grammar}
    return Phrases(language, tuple(sections), stems, known, slips)


def _group(text: str, language: str, sets: dict[str, Group]) -> Group:
    found: set[Sequence_] = set()
    for part in text.split("|"):
        part = part.strip()
        if part.startswith("@"):
            found |= sets[part[1:]]
        elif sequence := tuple(stem(w, language) for w in plain(part.replace("_", " "))):
            found.add(sequence)
    if not found:
        raise ValueError("an empty group")
    return frozenset(found)


@lru_cache(maxsize=4)
def _by_key(language: str) -> dict[str, list[str]]:
    """The stems of the table by the spelling keys that slips of them share."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for root in sorted(phrases(language).stems):
        if len(root) > 3:
            for key in keys(root):
                found[key].append(root)
    return dict(found)


@lru_cache(maxsize=20_000)
def _near(word: str, root: str, language: str) -> frozenset[str]:
    """The stems of the table that an unknown word may be a slip of."""
    by_key = _by_key(language)
    heard = sound(word)
    bound = 0.9 if len(word) < 5 else 1.1 if len(word) < 8 else 2.0
    alike = {meant for key in keys(root) | keys(word) for meant in by_key.get(key, ())}
    return frozenset(
        meant
        for meant in alike
        if abs(len(meant) - len(root)) <= 2
        and (
            distance(root, meant, bound) <= bound
            or (len(heard) > 2 and heard == sound(meant) and root[0] == meant[0])
        )
    )


def _is_unknown(word: str, table: Phrases) -> bool:
    """Whether a word may be a slip of one of the table's."""
    if not 3 <= len(word) <= LONGEST_WORD or not word.isalpha():
        return False
    if word in common_words(table.language) and word not in table.slips:
        return False
    return stem(word, table.language) not in table.known


def _readings(word: str, table: Phrases, mended: bool) -> frozenset[str]:
    root = stem(word[:LONGEST_WORD], table.language)
    if not mended:
        return frozenset({root})
    if len(word) == 3:  # too short for any slip but a letter that should be double ("kil")
        return frozenset({root, *({word + word[-1]} & table.stems)})
    if word.endswith("in"):  # "chokin", "fittin": as it is said
        whole = stem(f"{word}g", table.language)
        if whole in table.stems:
            return frozenset({root, whole})
    return frozenset({root}) | _near(word, root, table.language)


def read_ahead(language: str) -> None:
    """Read the table of a language and what finds slips of its words."""
    _by_key(phrases(language).language)

"""Word stems by language: the part of a word that plurals and endings leave alone."""

import threading
from functools import lru_cache
from typing import Final, Protocol

import snowballstemmer


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


LANGUAGES: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "nb": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
# Greek and Latin endings English keeps apart and patients do not: anaemia and anaemic,
# itch and itchy, arthritis and arthritic.
_ENGLISH_ENDINGS: Final = ("ia", "a", "i")
# A stemmer keeps the word at hand in itself: one thread at a time.
_turn = threading.Lock()


@lru_cache(maxsize=16)
def _stemmer(language: str) -> _Stemmer | None:
    algorithm = LANGUAGES.get(language.split("-")[0].lower())
    if algorithm is None or algorithm not in snowballstemmer.algorithms():
        return None
    stemmer: _Stemmer = snowballstemmer.stemmer(algorithm)
    return stemmer


@lru_cache(maxsize=100_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of a folded word; the word itself for a language without rules here."""
    stemmer = _stemmer(language)
    if stemmer is None or len(word) < 3 or word[0].isdigit():
        return word
    with _turn:
        stemmed = stemmer.stemWord(word)
    if language.startswith("en"):
        for ending in _ENGLISH_ENDINGS:
            if stemmed.endswith(ending) and len(stemmed) - len(ending) >= 4:
                return stemmed.removesuffix(ending)
    return stemmed

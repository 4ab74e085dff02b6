"""The embedded store: `interface.Store` on the site's own database, SQLite or PostgreSQL.

Searching is: understand the text, learn which of its words the pages know, mend the
others, fetch candidates, rank them. At most seven statements, whatever is found.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import islice
from typing import Final

from django.db import transaction

from search import ranking
from search.models import SearchCollection, SearchDocument
from search.relevance import HOPELESS, is_about_health, other_subjects
from search.store import naming, reading, suggesting, writing
from search.store.analysis import base_language
from search.store.doubts import doubt, doubtful
from search.store.interface import Answer, Document, Found, Link, StoreHealth, Suggestion
from search.store.reading import Term
from search.understanding.names import MENTIONED
from search.understanding.query import FULL, Query, from_words, name_keys, understand
from search.understanding.spelling import KnownWord, Mended, keys, mend, tail_keys
from search.understanding.stems import stem
from search.understanding.text import words as words_of

# Documents ranked in full, and results given at most.
RANKED: Final = 150
GIVEN: Final = 100
# Unknown words mended, and known words tried for each.
MENDED: Final = 6
OPTIONS: Final = 6
# A word mended further than this share of its letters is no evidence, however long it is.
FAR: Final = 0.16
# What a title that is the query to the letter gains (an exact name counts 1).
VERBATIM: Final = 0.02


class DatabaseStore:
    """The store of one database; holds no state of its own."""

    def index(self, documents: Iterable[Document]) -> None:
        """Hold these documents in place of earlier ones; in the caller's transaction."""
        grouped: defaultdict[tuple[int, str], list[Document]] = defaultdict(list)
        for document in documents:
            grouped[document.site_id, document.language].append(document)
        with transaction.atomic():
            for (site_id, language), some in sorted(grouped.items()):
                for collection in writing.locked_collections(site_id, language):
                    writing.write(collection, some)

    def remove(self, page_ids: Iterable[int]) -> None:
        """Hold nothing of these pages any more; in the caller's transaction."""
        wanted = list(page_ids)
        holding = SearchDocument.objects.filter(page_id__in=wanted).values("collection")
        with transaction.atomic():
            held = SearchCollection.objects.filter(pk__in=holding)
            for collection in held.select_for_update().order_by("pk"):
                writing.remove(collection, wanted)

    def query(self, text: str, site_id: int, language: str, *, as_typed: bool = False) -> Answer:
        """The pages that answer a text, best first, with mended spelling."""
        base = base_language(language)
        query = understand(text, base)
        if not query.words:
            return Answer(query)
        known, printed = reading.vocabulary(site_id, language, query.all_stems())
        options: dict[int, list[Mended]] = {}
        if not as_typed:
            options = self._options(query, known, printed, site_id, language)
        tried = naming.combinations(query, options)
        name_by = {words: name_keys(" ".join(words), base) for words in tried}
        alone = {root for c in query.concepts if c.weight == FULL for root in c.stems}
        by_other_name = naming.other_names(query)
        named = reading.exact_names(
            site_id,
            language,
            {k for k, _ in name_by.values()},
            {b for _, b in name_by.values()} | alone | by_other_name.keys(),
        )
        slip = any(
            query.stems[i] in known and some[0].word.text != query.words[i]
            for i, some in options.items()
        )
        words = naming.best_words(tried, name_by, named, slip)
        corrected, typed = "", query
        used = [
            (len(query.words[position]), m)
            for position, choices in options.items()
            for m in choices
            if m.word.text == words[position] and m.distance
        ]
        mended = {stem(m.word.text, base): m.distance for _, m in used}
        hopeless = any(m.distance >= max(HOPELESS, FAR * letters) for letters, m in used)
        if words != query.words:
            shown = naming.shown(query, words, options)
            corrected = " ".join(shown)
            query = from_words(words, shown, base)
            more = reading.vocabulary(site_id, language, set(query.all_stems()) - known.keys())
            known.update(more[0])
            printed.update(more[1])
        key, bag = name_by[words]
        exact = naming.exact(named, key, bag, naming.other_names(query))
        answer = self._ranked(query, known, exact, corrected)
        surely = max(exact.values(), default=0)
        elsewhere = any(word in other_subjects(base) for word in query.words)
        if (
            surely >= (naming.NAMED_SURELY / 100 if elsewhere or corrected else MENTIONED * 0.95)
            and not hopeless
        ):
            return answer
        shares = {root: term.frequency / term.documents for root, term in known.items()}
        in_names = _name_stems(printed, base)
        whole = naming.whole(named) & {
            root
            for word, root in zip(query.words, query.stems, strict=True)
            if word in printed and printed[word].in_names
        }
        if not is_about_health(query, shares, in_names, mended, whole):
            return Answer(typed)
        return answer

    def details(self, found: Sequence[Found], site_id: int, language: str) -> list[Found]:
        """The same pages with summary, text, links and date, for the few that are shown."""
        held = reading.details([one.page_id for one in found], site_id, language)
        return [
            replace(
                one,
                summary=row.summary,
                text=row.text,
                links=tuple(Link(label, url) for label, url in row.links),
            )
            for one in found
            if (row := held.get(one.page_id))
        ]

    def suggest(self, prefix: str, site_id: int, language: str) -> list[Suggestion]:
        """At most eight pages whose name begins, at any word, with the prefix."""
        return suggesting.suggest(prefix, site_id, language)

    def health(self) -> StoreHealth:
        """Whether there is an index and what it holds."""
        held = sum(
            SearchCollection.objects.filter(current=True).values_list("documents", flat=True)
        )
        if not held:
            return StoreHealth(False, 0, "The search index is empty: run rebuild_search_index.")
        return StoreHealth(True, held, f"The search index holds {held} pages.")

    def _options(
        self,
        query: Query,
        known: dict[str, Term],
        printed: dict[str, KnownWord],
        site_id: int,
        language: str,
    ) -> dict[int, list[Mended]]:
        """By position, the words an unknown or doubtful word may stand for, nearest first."""
        doubts = {
            i: held
            for i, word in enumerate(query.words)
            # A word of another subject is no slip, only unknown here.
            if word not in other_subjects(query.language)
            and (held := doubt(word, query, known.get(query.stems[i]), printed.get(word)))
        }
        wanted = dict(islice(doubts.items(), MENDED))
        if not wanted:
            return {}
        by_position = {i: keys(query.words[i]) | tail_keys(query.words[i]) for i in wanted}
        words = reading.spellings(site_id, language, set().union(*by_position.values()))
        words = [word for word in words if word.text not in query.grammar]
        found: dict[int, list[Mended]] = {}
        for i, held in wanted.items():
            options = mend(query.words[i], words, OPTIONS)
            if held > 0:
                options = doubtful(query, i, held, options, printed)
            if options:
                found[i] = options
        return found

    def _ranked(
        self, query: Query, known: dict[str, Term], exact: dict[int, float], corrected: str
    ) -> Answer:
        rarities = ranking.rarities_of(
            query, {root: (term.documents, term.frequency) for root, term in known.items()}
        )
        sought = [known[root] for root in query.all_stems() if root in known]
        impacts = reading.strongest(sought)
        for document in exact:
            impacts.setdefault(document, {})
        by_pk = {term.pk: root for root, term in known.items()}
        trust = ranking.trusts(query, rarities)
        first = _likeliest(impacts, {pk: trust.get(root, 0.0) for pk, root in by_pk.items()}, exact)
        reading.complete(impacts, first, sought)
        rows = reading.documents(first)
        candidates = [
            ranking.Candidate(
                document=pk,
                title=row.title,
                impacts={by_pk[t]: i / reading.SCALE for t, i in impacts[pk].items()},
                names=_alike(row.names, by_pk.values()),
                title_stems=frozenset(row.names[0][2].split() if row.names else ()),
                exact=_verbatim(exact.get(pk, 0.0), row.title, query),
                prior=row.prior,
            )
            for pk, row in rows.items()
        ]
        ranked = ranking.rank(query, candidates, rarities)[:GIVEN]
        found = [_found(rows[r.document], r) for r in ranked]
        return Answer(query, found, corrected)


def _verbatim(exact: float, title: str, query: Query) -> float:
    """`exact`, a little more for a title that is the query to the letter, not by its stems."""
    return exact + VERBATIM * (exact > 0 and tuple(words_of(title)) == query.words)


def _likeliest(
    impacts: Mapping[int, Mapping[int, int]],
    trust: Mapping[int, float],
    exact: Mapping[int, float],
) -> list[int]:
    """The documents worth ranking in full, by a first rough score."""
    half = ranking.SATURATION * reading.SCALE
    rough: list[tuple[float, int]] = []
    for document, found in impacts.items():
        value = 1000 * exact.get(document, 0.0)
        for term, impact in found.items():
            value += trust.get(term, 0.0) * impact / (half + impact)
        rough.append((-value, document))
    return [document for _, document in nsmallest(RANKED, rough)]


def _alike(
    names: Sequence[tuple[str, int, str]], asked: Iterable[str]
) -> list[tuple[str, frozenset[str], float]]:
    """The names that share a stem with the query, ready to be compared."""
    wanted = frozenset(asked)
    return [
        (name, stems, sure / 100)
        for name, sure, bag in names
        if not wanted.isdisjoint(stems := frozenset(bag.split()))
    ]


def _name_stems(printed: dict[str, KnownWord], language: str) -> set[str]:
    return {stem(word, language) for word, known in printed.items() if known.in_names}


def _found(row: SearchDocument, ranked: ranking.Ranked) -> Found:
    also = ranked.name if ranked.name and ranked.name != row.title else ""
    return Found(
        page_id=row.page_id,
        title=row.title,
        url=row.url,
        type=row.type,
        summary="",
        text="",
        also_called=also,
        links=(),
        facets={facet: tuple(labels) for facet, labels in row.facets.items()},
        reviewed=row.reviewed,
        score=ranked.score,
        reasons=ranked.reasons,
    )

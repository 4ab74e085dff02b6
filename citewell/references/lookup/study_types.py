"""PubMed's publication types as the library's types of study."""

from collections.abc import Iterable

#: The strongest evidence first: an article of several types is the first that is named.
_BY_PUBLICATION_TYPE = (
    ("guideline", ("practice guideline", "guideline")),
    ("systematic-review", ("systematic review", "meta-analysis", "network meta-analysis")),
    ("randomised-trial", ("randomized controlled trial", "equivalence trial", "pragmatic clinical trial")),  # noqa: E501
    ("case-series", ("case reports",)),
    ("narrative-review", ("review",)),
    ("opinion", ("editorial", "comment", "letter", "personal narrative")),
)  # fmt: skip


def study_type(publication_types: Iterable[str]) -> str:
    """Return the type of study PubMed's words name; empty where they name none.

    “Journal Article” or “Observational Study” do not say which kind, so nothing is concluded.
    """
    words = {word.lower() for word in publication_types}
    return next((name for name, known in _BY_PUBLICATION_TYPE if words & set(known)), "")

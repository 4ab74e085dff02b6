"""What is said of a source at its mark, in the list, and to editors."""

from collections.abc import Collection, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citewell.references.citing.status import Kind, Status, register_statuses
from citewell.references.notices import Nature, Notice, PublicationStatus
from citewell.references.source import Source

SENTENCES = {
    Nature.RETRACTION: (
        gettext_lazy("Retracted on %(day)s, according to Retraction Watch."),
        gettext_lazy("Retracted, according to Retraction Watch."),
    ),
    Nature.REINSTATEMENT: (
        gettext_lazy("Was retracted and reinstated on %(day)s, according to Retraction Watch."),
        gettext_lazy("Was retracted and reinstated, according to Retraction Watch."),
    ),
    Nature.CONCERN: (
        gettext_lazy("Expression of concern on %(day)s, according to Retraction Watch."),
        gettext_lazy("Expression of concern, according to Retraction Watch."),
    ),
    Nature.CORRECTION: (
        gettext_lazy("Corrected on %(day)s, according to Retraction Watch."),
        gettext_lazy("Corrected, according to Retraction Watch."),
    ),
}


@register_statuses
def statuses_of(sources: Collection[Source]) -> dict[int, list[Status]]:
    """What Retraction Watch knows of these sources; it stands in their rows."""
    told = [source for source in sources if source.notices]
    return {source.pk: list(said_of(source.publication_status)) for source in told}


def said_of(known: PublicationStatus) -> Iterator[Status]:
    """A sentence for each thing that readers, or editors alone, should know."""
    if known.retraction:
        yield Status(Kind.RETRACTED, words_of(known.retraction), known.retraction.url)
    elif known.lifted:
        yield Status(Kind.REINSTATED, words_of(known.lifted), known.lifted.url)
    for concern in known.concerns:
        yield Status(Kind.CONCERN, words_of(concern), concern.url)
    for correction in known.corrections:
        yield Status(Kind.CORRECTED, words_of(correction), correction.url)
    for other in known.others:
        words = _("Retraction Watch has a notice of another kind on it.")
        yield Status(Kind.CONCERN, words, other.url, is_for_readers=False)
    if any(notice.doubt for notice in known.notices):
        words = _(
            "It is known to Retraction Watch by its PubMed number, under another DOI. "
            "Check which is right."
        )
        yield Status(Kind.CONCERN, words, is_for_readers=False)


def words_of(notice: Notice) -> str:
    """The sentence about one notice, with its day where that is known."""
    dated, undated = SENTENCES[notice.nature]
    if notice.date is None:
        return str(undated)
    return str(dated) % {"day": date_format(notice.date, "j F Y")}

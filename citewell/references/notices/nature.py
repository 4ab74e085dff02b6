"""What a notice does to the work it is about."""

from enum import StrEnum


class Nature(StrEnum):
    """The natures that Retraction Watch tells apart, the gravest first."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"
    OTHER = "other"
    """A word nobody foresaw: kept and shown to editors, never taken for one of the others."""

    @property
    def gravity(self) -> int:
        """0 for the gravest."""
        return list(Nature).index(self)


_WORDS = {
    "retraction": Nature.RETRACTION,
    "expression of concern": Nature.CONCERN,
    "correction": Nature.CORRECTION,
    "reinstatement": Nature.REINSTATEMENT,
}


def nature_of(text: str) -> Nature:
    """The nature a file names, whatever its case and blanks."""
    return _WORDS.get(" ".join(text.split()).lower(), Nature.OTHER)

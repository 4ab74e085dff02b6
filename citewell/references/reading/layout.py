"""Tell from the layout where references begin: by even indents or blank lines."""

from citewell.references.reading.lines import Line

_LEAST_STEP = 2  # columns; less is a slip of the hand
_AGREEMENT = 0.8  # of all the beginnings that either sees, how many the line model must share


def by_indent(lines: list[Line], chances: list[float]) -> list[bool] | None:
    """Return for each line whether a reference begins there, or None where indents do not say.

    They say where lines stand at two depths: a hanging indent, or each first line set in.
    `chances` are the line model's.
    """
    depths = [len(line.text[: line.indent].expandtabs(4)) for line in lines]
    levels = sorted(set(depths))
    if len(levels) != 2 or levels[1] - levels[0] < _LEAST_STEP:
        return None
    return _agreed([depth == depths[0] for depth in depths], chances)


def by_gap(lines: list[Line], chances: list[float]) -> list[bool] | None:
    """Return for each line whether a reference begins there, or None where blank lines do not say.

    They say where paragraphs of several lines stand apart.
    """
    return _agreed(
        [number == 0 or line.blank_before > 0 for number, line in enumerate(lines)], chances
    )


def _agreed(begins: list[bool], chances: list[float]) -> list[bool] | None:
    """Return `begins` where both kinds of lines are there and the model is not against it."""
    if not 2 <= sum(begins) <= len(begins) - 2:
        return None
    seen = [chance >= 0.5 for chance in chances]
    both = sum(begin and saw for begin, saw in zip(begins, seen, strict=True))
    either = sum(begin or saw for begin, saw in zip(begins, seen, strict=True))
    return begins if both >= _AGREEMENT * either else None

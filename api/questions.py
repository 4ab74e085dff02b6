"""What may be asked: a question that cannot be answered is a sentence, never a failure."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from rest_framework.request import Request
from wagtail.api.v2.utils import BadRequestError

LARGEST = 18
"""Digits of a number; databases keep no more."""
LONGEST = 2000
"""Characters of one parameter."""
DEEPEST = 8
"""Brackets in ``?fields=``: a page, its authors, their person is two."""


def refuse_unreadable(request: Request) -> None:
    """Turn away what no parameter can mean.

    Raises:
        BadRequestError: with the sentence for the asker.
    """
    for name, values in request.GET.lists():
        for value in values:
            if "\x00" in name + value:
                raise BadRequestError("a parameter holds a null character")
            if len(value) > LONGEST:
                raise BadRequestError(f"{name} is longer than {LONGEST} characters")
            if len(value) > LARGEST and value.strip().removeprefix("-").isdecimal():
                raise BadRequestError(f"{name} is too large a number")
    if request.GET.get("fields", "").count("(") > DEEPEST:
        raise BadRequestError(f"fields has more than {DEEPEST} brackets")


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Turn what a field or the database says to a wrong value into a sentence.

    Only the question is asked inside; writing the answer stands outside, so that a fault
    of ours is not taken for one of the asker.
    """
    try:
        yield
    except (ValueError, TypeError, OverflowError, ValidationError, FieldError, DataError) as error:
        raise BadRequestError("the value of a parameter cannot be read") from error

"""How the read API gives what the chain says of a page."""

from typing import Any

from rest_framework.fields import Field


class ReviewField(Field):
    """``state``, ``reviewed_on``, ``next_review_due``; the state ``never`` without dates."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"source": "*", "read_only": True, **kwargs})

    def to_representation(self, page: Any) -> dict[str, Any]:
        review = page.review
        return {
            "state": review.state if review else "never",
            "reviewed_on": review.reviewed_on if review else None,
            "next_review_due": review.next_review_due if review else None,
        }

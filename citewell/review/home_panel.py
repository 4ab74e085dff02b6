"""The board in short on the admin's first screen."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from citewell.review import board
from citewell.review.board_view import may_see_board


class ReviewPanel(Component):
    """How many pages wait for what, each number a way to them; nothing where none waits."""

    name = "review_board"
    template_name = "citewell/review/home_panel.html"
    order = 140

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        if not may_see_board(user):
            return {}
        found = board.heaps(user)
        counts = board.counted(board.clinical_pages(user), found)
        return {"heaps": [(heap, counts[heap.code]) for heap in found if counts[heap.code]]}

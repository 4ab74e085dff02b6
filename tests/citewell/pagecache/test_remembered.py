"""What all pages share is asked for once, and anew after every change."""

from typing import Any

import pytest
from django.db import transaction

from citewell.pagecache import remembered as room
from citewell.pagecache.remembered import remembered
from citewell.pagecache.store import Store
from tests import factories


class Counter:
    """Gives one number more each time."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self) -> int:
        self.number += 1
        return self.number


@pytest.mark.django_db(transaction=True)
class TestRemembered:
    """Outside transactions, as visits are."""

    def test_it_is_made_once(self, store: Store) -> None:
        make = Counter()
        assert [remembered("x", make), remembered("x", make)] == [1, 1]
        assert remembered("y", make) == 2

    def test_a_change_makes_it_anew(self, store: Store) -> None:
        make = Counter()
        remembered("x", make)
        factories.person()
        assert remembered("x", make) == 2

    def test_within_a_transaction_nothing_is_kept(self, store: Store) -> None:
        make = Counter()
        with transaction.atomic():
            assert [remembered("x", make), remembered("x", make)] == [1, 2]
        assert remembered("x", make) == 3

    def test_without_a_store_nothing_is_kept(self, settings: Any) -> None:
        make = Counter()
        assert [remembered("x", make), remembered("x", make)] == [1, 2]

    def test_hosts_that_strangers_invent_do_not_fill_the_memory(self, store: Store) -> None:
        for number in range(3_000):
            remembered(number, lambda: None)
        assert len(room._now.things) <= room.MOST

    def test_large_things_take_more_of_the_room(self, store: Store) -> None:
        for number in range(20):
            remembered(number, lambda: "large", weight=lambda _thing: room.MOST // 10)
        assert len(room._now.things) == 10

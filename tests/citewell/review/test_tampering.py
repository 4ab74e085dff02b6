"""Twenty ways to tamper by SQL; the database refuses them, and without triggers each is found."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from citewell.review import anchor, ledger
from citewell.review.models import SignOff
from citewell.review.triggers import install, remove
from citewell.review.verification import verify
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page

S = "citewell_review_signoff"
C = "citewell_review_signedcontent"
I = "citewell_review_signeridentity"  # noqa: E741
H = "citewell_review_chainhead"
R = "citewell_review_reviewstate"

TAMPERINGS = {
    "a statement altered": f"UPDATE {S} SET statement = 'Other' WHERE number = 2",
    "a date altered": f"UPDATE {S} SET time = '2020-01-01 00:00:00+00:00' WHERE number = 2",
    "another signer": f"UPDATE {S} SET signer_id = 999999 WHERE number = 1",
    "a role altered": f"UPDATE {S} SET role = 'Professor' WHERE number = 3",
    "another subject": f"UPDATE {S} SET subject_id = '999' WHERE number = 2",
    "another content": f"UPDATE {S} SET content_hash = previous WHERE number = 2",
    "a kind altered": f"UPDATE {S} SET kind = 'note' WHERE number = 2",
    "a risk altered": f"UPDATE {S} SET risk = 'high' WHERE number = 3",
    "an interval altered": f"UPDATE {S} SET interval_months = 99 WHERE number = 3",
    "an answer altered": f"UPDATE {S} SET answers = '[1]' WHERE number = 1",
    "a hash altered": f"UPDATE {S} SET hash = 'x' WHERE number = 2",
    "a link altered": f"UPDATE {S} SET previous = 'x' WHERE number = 2",
    "a row in the middle deleted": f"DELETE FROM {S} WHERE number = 2",
    "the first row deleted": f"DELETE FROM {S} WHERE number = 1",
    "the last row deleted": f"DELETE FROM {S} WHERE number = 3",
    "two rows swapped": (
        f"UPDATE {S} SET number = 9 WHERE number = 1; UPDATE {S} SET number = 1 WHERE number = 2; "
        f"UPDATE {S} SET number = 2 WHERE number = 9"
    ),
    "a row moved to another site": f"UPDATE {S} SET site_id = 77 WHERE number = 3",
    "the content deleted": f"DELETE FROM {C}",
    "the signer renamed": f"UPDATE {I} SET name = 'Dr Nobody'",
    "the signer blanked": f"UPDATE {I} SET name = '', salt = '', is_erased = TRUE",
    "the signer deleted": f"DELETE FROM {I}",
    "the end of the chain altered": f"UPDATE {H} SET number = 2",
    "live text altered": "UPDATE blog_articlepage SET lead = 'Take 20 tablets.'",
    "the shown date typed": f"UPDATE {R} SET reviewed_on = '2030-01-01'",
}


@pytest.fixture
def signed(db: None) -> Any:
    """Three entries about an article, anchored."""
    page = factories.article()
    for _number in range(3):
        row = sign_page(page, make_reviewer())
    ledger.remember(row.site_id, anchor.Head(row.number, row.hash))
    assert verify().faults == []
    return page


def run(statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements.split("; "):
            cursor.execute(statement)


@pytest.mark.parametrize("name", TAMPERINGS)
def test_it_is_found(name: str, signed: Any) -> None:
    remove(connection)
    run(TAMPERINGS[name])
    install(connection)
    assert verify().faults


@pytest.mark.parametrize(
    "name", [name for name, sql in TAMPERINGS.items() if f" {S} " in sql or f" {C}" in sql]
)
def test_the_database_refuses_it(name: str, signed: Any) -> None:
    with pytest.raises(DatabaseError, match="neither changed nor deleted"), transaction.atomic():
        run(TAMPERINGS[name])


def test_a_row_is_not_replaced_either(signed: Any) -> None:
    if connection.vendor != "sqlite":
        with pytest.raises(DatabaseError, match="neither"), transaction.atomic():
            run(f"TRUNCATE {S} CASCADE")
    else:
        with pytest.raises(DatabaseError, match="neither"), transaction.atomic():
            run(f"INSERT OR REPLACE INTO {S} SELECT * FROM {S}")


def test_triggers_that_were_lifted_are_missed(signed: Any) -> None:
    remove(connection)
    assert len(verify().faults) == 6
    install(connection)


def test_the_command_ends_with_1_and_the_place(
    signed: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_signoffs")
    assert "3 entries and 1 live pages" in capsys.readouterr().out
    ledger.remember(SignOff.objects.all()[0].site_id, anchor.Head(4, "x"))
    with pytest.raises(SystemExit, match="1"):
        call_command("verify_signoffs", "--json")
    assert "entry 3" in capsys.readouterr().out

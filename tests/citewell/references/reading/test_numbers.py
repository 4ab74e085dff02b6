"""Volume, issue, pages and edition in the forms references print."""

import pytest

from citewell.references.reading.numbers import read_edition, read_pages, read_volume


@pytest.mark.parametrize(
    ("text", "volume", "issue"),
    [
        ("20(7):", "20", "7"),
        ("vol. 20, no. 7,", "20", "7"),
        ("20 Suppl 2:", "20", "Suppl 2"),
        ("20(Suppl. 2),", "20", "Suppl 2"),
        ("12(1 Suppl):", "12", "1 Suppl"),
        ("14(2-3),", "14", "2-3"),
        ("41:1:", "41", "1"),
        ("XVIII,", "XVIII", None),
        ("v. 5,", "5", None),
        ("n° 5,", None, "5"),
        ("Bd. 12, Heft 3", "12", "3"),
    ],
)
def test_volume_and_issue_part(text: str, volume: str | None, issue: str | None) -> None:
    fields = read_volume(text)
    assert (fields.get("volume"), fields.get("issue")) == (volume, issue)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("pp. 433–40.", "433-40"),
        ("S217–21", "S217-21"),
        ("(p. 600).", "600"),
        ("e123.", "e123"),
        ("S. 192-195.", "192-195"),
        ("Article 44", "44"),
    ],
)
def test_pages_lose_their_lead_and_get_a_hyphen(text: str, pages: str) -> None:
    assert read_pages(text) == (pages, False)


def test_a_count_of_pages_is_told_apart() -> None:
    assert read_pages("179 p.") == ("179", True)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("4th ed.", "4"),
        ("(2nd edn)", "2"),
        ("Third edition,", "3"),
        ("2. Aufl.,", "2"),
        ("rev. ed.", "rev. ed"),
    ],
)
def test_editions_become_numbers(text: str, edition: str) -> None:
    assert read_edition(text) == edition

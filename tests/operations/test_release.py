"""What keeps a version from being released. No database."""

import pytest

from operations.release import PROJECT, faults, newest_entry, version

LOG = "# Changes\n\n## 1.2.3 (2026-05-03)\n\nWhat changed.\n"


def test_a_version_with_its_entry_and_a_new_number_can_be_released() -> None:
    assert faults("1.2.3", LOG, ["v1.2.2"], []) == []


@pytest.mark.parametrize(
    ("number", "log", "tags", "changed", "said"),
    [
        ("1.2", LOG.replace("1.2.3", "1.2"), [], [], "not of the form"),
        ("1.2.4", LOG, [], [], "begins with 1.2.3"),
        ("1.2.3", LOG.replace("2026-05-03", "not released"), [], [], "gives no day"),
        ("1.2.3", LOG, ["v1.2.3"], [], "released already"),
        ("1.2.3", LOG, [], ["a.py"], "Not committed: a.py"),
        ("1.2.3", "", [], [], "begins with nothing"),
    ],
)
def test_what_is_wrong_is_said(number, log, tags, changed, said) -> None:
    assert any(said in fault for fault in faults(number, log, tags, changed))


def test_the_version_of_the_package_is_the_newest_in_the_change_log() -> None:
    assert version() == newest_entry((PROJECT / "CHANGELOG.md").read_text())[0]

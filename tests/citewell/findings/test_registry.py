"""The registry of findings: checks are found by code, sorted, and cannot break the editor."""

import pytest

from citewell.findings.registry import REGISTRY, Finding, Level, Registry


def test_findings_carry_the_code_of_their_check_and_warnings_come_first():
    registry = Registry()

    @registry.register("notice", "Notices")
    def notice(page):
        yield Finding("See this", level=Level.NOTICE)

    @registry.register("warning", "Warnings")
    def warning(page):
        yield Finding(f"{page} is wrong", field="body", block_id="a.b")

    found = registry.findings("It")
    assert [(finding.code, finding.message) for finding in found] == [
        ("warning", "It is wrong"),
        ("notice", "See this"),
    ]
    assert found[0].content_path == "body.a.b"
    assert found[1].content_path == ""
    assert registry.labels() == [("notice", "Notices"), ("warning", "Warnings")]


def test_a_check_that_breaks_leaves_the_others_and_is_logged(caplog):
    registry = Registry()

    @registry.register("broken", "Broken")
    def broken(page):
        yield Finding("Before")
        raise ZeroDivisionError

    registry.register("sound", "Sound")(lambda page: [Finding("Sound")])
    assert [finding.message for finding in registry.findings(None)] == ["Before", "Sound"]
    assert "broken" in caplog.text


def test_two_checks_of_one_code_are_refused():
    registry = Registry()
    registry.register("code", "One")(lambda page: [])
    with pytest.raises(ValueError, match="code"):
        registry.register("code", "Two")(lambda page: [])


def test_every_registered_check_has_a_label():
    labels = dict(REGISTRY.labels())
    assert {"heading-order", "alternative-text", "when-to-get-help"} <= set(labels)
    assert all(str(label) for label in labels.values())

"""Only addresses that cannot run a script become links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.blocks.addresses import shown_address
from citewell.blocks.call_to_action import CallToActionBlock
from citewell.blocks.video import VideoBlock


@pytest.mark.parametrize(
    "address",
    ["https://clinic.example/a?b=c", "http://clinic.example", "mailto:desk@clinic.example",
     "tel:+1 555 0100", "/booking/", "#exercises"],
)  # fmt: skip
def test_an_address_is_shown_as_it_was_typed(address):
    assert shown_address(f" {address} ") == address


@pytest.mark.parametrize(
    "typed",
    ["", "htt", "https://", "clinic.example", "javascript:alert(1)", "JavaScript:alert(1)",
     "data:text/html,x", "//evil.example", "java\nscript:alert(1)", "tel:call me"],
)  # fmt: skip
def test_what_is_no_address_is_left_out(typed):
    assert shown_address(typed) == ""
    html = CallToActionBlock().render(CallToActionBlock().normalize({"text": "Go", "url": typed}))
    assert "href" not in html


@given(st.text())
def test_no_text_becomes_an_address_of_another_kind(typed):
    shown = shown_address(typed).lower()
    assert shown == "" or shown.startswith(("http:", "https:", "mailto:", "tel:", "/", "#"))


def test_a_half_typed_address_stops_no_autosave():
    block = VideoBlock()
    block.clean(block.normalize({"title": "Film", "url": "htt"}))


def test_a_video_names_the_host_it_leads_to_and_loads_nothing_from_it():
    value = {"title": "Film", "url": "https://www.tube.example/watch?v=1", "transcript": "Said."}
    html = VideoBlock().render(VideoBlock().normalize(value))
    assert "on tube.example" in html
    assert "src=" not in html
    assert "<iframe" not in html

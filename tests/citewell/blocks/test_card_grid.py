"""Cards that no page fills: what an editor or an import wrote is shown, whatever it is."""

import pytest

from citewell.blocks.card_grid import CardGridBlock


def rendered(**card: str) -> str:
    block = CardGridBlock()
    return block.render(block.normalize({"heading": "Common conditions", "cards": [card]}))


@pytest.mark.django_db
def test_a_card_of_text_alone_is_shown() -> None:
    html = rendered(text="Vertigo and dizziness have many causes.")
    assert "<p>Vertigo and dizziness have many causes.</p>" in html
    assert html.count("<h") == 1


@pytest.mark.django_db
def test_a_card_without_title_links_its_text() -> None:
    html = rendered(text="Read about vertigo.", url="https://clinic.example/vertigo/")
    assert '<a href="https://clinic.example/vertigo/">Read about vertigo.</a>' in html


@pytest.mark.django_db
def test_an_empty_card_is_left_out() -> None:
    assert "card-grid" not in rendered(title="", text="")

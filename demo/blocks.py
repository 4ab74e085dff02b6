"""Builders for the blocks of demo pages, so that content reads like text.

Each returns ``(block type, stored value)``; texts are plain or simple HTML.
"""

from collections.abc import Sequence
from typing import Any

from demo.content import Block, Drawing, PageLink, Sheet


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of stored rich text."""
    return "".join(f"<p>{text}</p>" for text in texts)


def bullets(*texts: str) -> str:
    """Texts as a bulleted list of stored rich text."""
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"


def line(text: str) -> str:
    """One text as stored rich text."""
    return f"<p>{text}</p>"


def lines(texts: Sequence[str]) -> list[str]:
    """Each text as stored rich text."""
    return [line(text) for text in texts]


def heading(text: str, level: int = 2) -> Block:
    """A heading."""
    return "heading", {"text": text, "level": str(level), "anchor": ""}


def text(*texts: str) -> Block:
    """Paragraphs."""
    return "rich_text", paragraphs(*texts)


def bullet_list(*items: str) -> Block:
    """A bulleted list."""
    return "list", {"ordered": False, "items": lines(items)}


def numbered_list(*items: str) -> Block:
    """A numbered list."""
    return "list", {"ordered": True, "items": lines(items)}


def quote(words: str, attribution: str) -> Block:
    """A quotation."""
    return "quote", {"text": words, "attribution": attribution, "source_link": ""}


def image(name: str, alt: str) -> Block:
    """A drawing in the text."""
    return "image", picture(name, alt)


def picture(name: str, alt: str) -> dict[str, Any]:
    """A drawing with its alternative text; decorative where that is empty."""
    return {"image": Drawing(name), "decorative": not alt, "alt_text": alt}


def figure(name: str, alt: str, caption: str) -> Block:
    """A drawing with a caption."""
    return "figure", {"image": picture(name, alt), "caption": line(caption)}


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A table of texts whose first column heads its rows."""
    return "table", {
        "caption": line(caption),
        "first_column_is_header": True,
        "table": {
            "columns": [{"type": "rich_text", "heading": name} for name in head],
            "rows": [{"values": lines(row)} for row in rows],
            "caption": "",
        },
    }


def care(urgency: str, title: str, signs: Sequence[str], *actions: str) -> Block:
    """A care card."""
    return "care_card", {
        "urgency": urgency,
        "heading": title,
        "signs": bullets(*signs),
        "action": paragraphs(*actions),
    }


def emergency(title: str, signs: Sequence[str], *actions: str) -> Block:
    """Act now."""
    return care("emergency", title, signs, *actions)


def urgent(title: str, signs: Sequence[str], *actions: str) -> Block:
    """Today."""
    return care("urgent", title, signs, *actions)


def routine(title: str, signs: Sequence[str], *actions: str) -> Block:
    """Make an appointment."""
    return care("routine", title, signs, *actions)


def key_facts(title: str, *facts: str) -> Block:
    """Key facts."""
    return "key_facts", {"heading": title, "facts": lines(facts)}


def do_and_dont(do: Sequence[str], dont: Sequence[str]) -> Block:
    """Do and don't."""
    return "do_and_dont", {"do": lines(do), "dont": lines(dont)}


def steps(title: str, *parts: tuple[str, str]) -> Block:
    """Steps: pairs of what in short and how."""
    return "steps", {
        "heading": title,
        "steps": [{"title": short, "text": line(how)} for short, how in parts],
    }


def myth(claim: str, *fact: str) -> Block:
    """A myth and what is known instead."""
    return "myth_and_fact", {"myth": claim, "fact": paragraphs(*fact)}


def questions(*pairs: tuple[str, str]) -> Block:
    """Questions and answers."""
    return "questions_and_answers", [
        {"question": question, "answer": line(answer)} for question, answer in pairs
    ]


def treatments(caption: str, *rows: tuple[str, ...]) -> Block:
    """Treatments with benefit and harm, and how certain the benefit is.

    The certainty is the fourth word of a row, as the cited review gives it; without a
    source it is unknown.
    """
    return "treatment_comparison", {
        "caption": line(caption),
        "treatments": [
            {
                "treatment": name,
                "benefit": line(benefit),
                "harm": line(harm),
                "certainty": certainty[0] if certainty else "unknown",
            }
            for name, benefit, harm, *certainty in rows
        ],
    }


def risk(title: str, note: str, *groups: tuple[str, int], period: str = "") -> Block:
    """Natural frequencies of 100 people; ``note`` says where the numbers are from.

    ``period`` is the time it takes, read after “in”: “two hours”.
    """
    return "risk", {
        "heading": title,
        "denominator": "100",
        "options": [{"label": label, "count": count} for label, count in groups],
        "period": period,
        "source_note": line(note),
    }


def callout(title: str, *texts: str) -> Block:
    """A box beside the text."""
    return "callout", {"heading": title, "text": paragraphs(*texts)}


def video(title: str, url: str, poster: str, alt: str, *transcript: str) -> Block:
    """A video behind a link, with its transcript."""
    return "video", {
        "title": title,
        "url": url,
        "poster": picture(poster, alt),
        "transcript": paragraphs(*transcript),
    }


def download(name: str, words: str) -> Block:
    """A document to download."""
    return "download", {"document": Sheet(name), "text": words}


def button(words: str, slug: str) -> Block:
    """A call to action that leads to a page."""
    return "call_to_action", {"text": words, "page": PageLink(slug), "url": ""}


def cards(title: str, *slugs: str) -> Block:
    """A grid of teasers taken from pages."""
    return "card_grid", {
        "heading": title,
        "cards": [
            {"page": PageLink(slug), "title": "", "text": "", "image": None, "url": ""}
            for slug in slugs
        ],
    }

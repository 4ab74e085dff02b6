"""An article about appointments."""

from demo.blocks import bullet_list, callout, download, heading, numbered_list, quote, steps, text
from demo.content import Article

PREPARE = Article(
    slug="how-do-i-prepare-for-an-appointment",
    title="How do I prepare for an appointment?",
    lead="Ten minutes of thinking before can be worth more than ten minutes in the room.",
    body=(
        callout(
            "Not for emergencies",
            "If something cannot wait, call 999, or NHS 111 when you are not sure.",
        ),
        heading("Before you go"),
        steps(
            "On one sheet of paper",
            ("What troubles you most", "One sentence, in your own words."),
            ("Since when, and how it changes", "Days, nights, what makes it better or worse."),
            ("What you take", "All medicines, drops, teas and powders; photographs are fine."),
            ("What you fear and hope", "It helps to say both aloud."),
        ),
        download("questions-to-ask", "The sheet of questions"),
        heading("In the room"),
        numbered_list(
            "Say the most important thing first.",
            "Say if you do not understand; that is their task, not yours.",
            "Ask: what are my choices, what may each do for me, and to me?",
            "Repeat in your own words what you have agreed.",
        ),
        quote(
            "I wrote down three questions and came home with three answers.",
            "Invented for this demonstration",
        ),
        heading("You may"),
        bullet_list(
            "bring somebody",
            "ask for an interpreter or a chaperone",
            "say no to any examination or treatment",
            "ask for a second opinion",
        ),
        heading("Afterwards"),
        text("Write down what was said and what should make you come back sooner."),
    ),
    authors=("owen-tully", "samir-okoye"),
    topics=("visits",),
    conditions=("low-back-pain", "migraine"),
    published_on="2026-05-18",
    related=("first-appointment",),
    image="clinic",
)

"""An article about reading risks; its numbers are arithmetic or a cited review's."""

from demo.blocks import (
    bullet_list,
    callout,
    download,
    heading,
    key_facts,
    myth,
    quote,
    risk,
    text,
    video,
)
from demo.content import Article

ONE_IN_A_HUNDRED = Article(
    slug="what-does-one-in-a-hundred-mean",
    title="What does a risk of 1 in 100 mean?",
    lead="That of 100 people like you, about one is affected and 99 are not. Counting people "
    "makes claims such as “twice the risk” or “half the risk” easier to judge.",
    body=(
        callout(
            "If something is wrong now",
            "This page is about numbers. If you are worried about a sign you have, do not work out "
            "risks: call 999 in an emergency, or NHS 111 when you are not sure.",
        ),
        heading("Twice of what?"),
        text(
            "“Twice the risk” sounds the same whether something is rare or common. It is not. "
            "Always ask for the two numbers it was made from."
        ),
        risk(
            "Twice a small risk",
            "Made-up figures, about no illness and no treatment; plain arithmetic: twice 1 is 2.",
            ("Before", 1),
            ("After it has doubled", 2),
        ),
        risk(
            "Twice a larger risk",
            "Made-up figures, about no illness and no treatment; plain arithmetic: twice 20 is 40.",
            ("Before", 20),
            ("After it has doubled", 40),
        ),
        text(
            "Both pairs are “twice the risk”. In the first, one more person in 100 is affected; in "
            "the second, twenty more."
        ),
        heading("A real example"),
        text(
            "In trials for [[tension-type-headache|tension-type headache]], 24 of 100 people who "
            "took paracetamol were free of pain two hours later, and 19 of 100 who took a dummy "
            "tablet.[@cochrane-paracetamol] So for 5 people in 100 the tablet made that "
            "difference; the others would have been free of pain anyway, or were not."
        ),
        myth(
            "A treatment that works helps everybody who takes it.",
            "Most treatments help some people. Some would have got better without, and some are "
            "not helped. Harms are shared out in the same way, but often to other people.",
        ),
        heading("What to ask"),
        key_facts(
            "Four questions",
            "Of how many people?",
            "In what time?",
            "Compared with what?",
            "How sure are those who counted?",
        ),
        bullet_list(
            "Compare only numbers out of the same total.",
            "Look at harms in the same way as benefits.",
            "A number about a group cannot say what will happen to you.",
        ),
        quote(
            "I asked “half of what?”, and we had a different talk.",
            "Invented for this demonstration",
        ),
        video(
            "Counting a hundred people (an example without a film)",
            "https://video.example/counting-a-hundred-people",
            "walking",
            "A drawing of a person walking",
            "There is no film in this demonstration. Its words would stand here: a hundred people "
            "cross a bridge. One of them stumbles. Ninety-nine do not.",
        ),
        download("questions-to-ask", "Questions to take to an appointment"),
    ),
    authors=("owen-tully", "samir-okoye"),
    topics=("choosing",),
    conditions=("tension-type-headache", "tennis-elbow"),
    published_on="2026-11-10",
    related=("should-i-have-my-knee-replaced", "how-do-i-prepare-for-an-appointment"),
    image="clinic",
)

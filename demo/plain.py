"""Plain pages of the demo: about, how we write, privacy, contact, accessibility."""

from demo.blocks import (
    bullet_list,
    button,
    callout,
    cards,
    heading,
    image,
    numbered_list,
    questions,
    table,
    text,
)
from demo.content import Plain

PLAIN = (
    Plain(
        "about",
        "About us",
        "Millbrook Clinic is invented. It shows what a site made with Citewell can be.",
        (
            callout(
                "A demonstration",
                "The clinic, its people, their registrations, prices and quotations are invented. "
                "The health information is written with care, but it is no substitute for "
                "somebody who examines you.",
            ),
            image("clinic", ""),
            heading("What the clinic in this demonstration does"),
            text("It sees people with pain in backs, joints and heads, and people who are dizzy."),
            heading("Who is behind it"),
            text(
                "[[people|Our people]], [[services|our services]], [[how-we-write|how we write]]."
            ),
            cards("Start here", "low-back-pain", "bppv", "first-appointment"),
        ),
    ),
    Plain(
        "how-we-write",
        "How we write",
        "What you can rely on in our pages, and what you cannot.",
        (
            heading("Our rules"),
            numbered_list(
                "Signs that cannot wait stand first.",
                "Harms stand beside benefits.",
                "We say how sure anybody can be, and say so when nobody knows.",
                "We cite only works whose record we have seen. Where we saw none, we say less.",
                "No doses: those belong to the person who prescribes for you.",
            ),
            heading("What a page cannot do"),
            text("It cannot examine you. If it does not fit how you feel, trust that and ask."),
            questions(
                (
                    "Who pays for this?",
                    "Nobody: this is a demonstration. A real site would say so here.",
                ),
                (
                    "How do I report a mistake?",
                    "Write to us by the address on the [[contact|contact page]].",
                ),
            ),
        ),
    ),
    Plain(
        "privacy",
        "Privacy",
        "What this site knows about you: as little as we could manage.",
        (
            heading("What we do not do"),
            bullet_list(
                "no cookies for visitors",
                "no counting, no advertising, no requests to other companies",
                "what you search for is not kept",
            ),
            heading("What the server sees"),
            text("Your address, for as long as it takes to answer you."),
            heading("If you sign in"),
            text("People who write here get a cookie that keeps them signed in, and no other."),
        ),
    ),
    Plain(
        "contact",
        "Contact",
        "How to reach the clinic of this demonstration, which does not exist.",
        (
            callout(
                "Not for emergencies",
                "In an emergency call 999. For urgent advice call NHS 111. If you are thinking of "
                "ending your life, call 999, or Samaritans on 116 123 at any time.",
            ),
            table(
                "Ways to reach us",
                ("For", "How"),
                (
                    ("Appointments", "The phone number below, in opening hours"),
                    ("A mistake on a page", "The e-mail address below"),
                    ("Your own health", "Not by e-mail: please make an appointment"),
                ),
            ),
            button("Before your first visit", "first-appointment"),
        ),
    ),
    Plain(
        "accessibility",
        "Accessibility",
        "This site should work for everybody. Tell us where it does not.",
        (
            heading("What we aim for"),
            text("The Web Content Accessibility Guidelines 2.2 at level AA."),
            bullet_list(
                "everything works with a keyboard, and without scripts",
                "text can be made four times as large",
                "light and dark, as your device is set",
            ),
            heading("What we have not done"),
            text("No person who uses a screen reader has tested this demonstration yet."),
        ),
    ),
)

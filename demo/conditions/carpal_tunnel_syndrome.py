"""Carpal tunnel syndrome."""

from demo.blocks import bullet_list, emergency, image, routine, text, treatments, urgent
from demo.content import Condition

CARPAL_TUNNEL_SYNDROME = Condition(
    slug="carpal-tunnel-syndrome",
    title="Carpal tunnel syndrome",
    names=(
        ("trapped nerve in the wrist", "lay"),
        ("median nerve compression at the wrist", "technical"),
        ("CTS", "abbreviation"),
    ),
    summary="A nerve is squeezed in a narrow passage at the wrist. Thumb and fingers tingle or go "
    "numb, often at night.",
    help=(
        emergency(
            "Call 999 now if",
            [
                "numbness or weakness came suddenly, with a drooping face, slurred speech or a "
                "weak leg",
                "arm pain comes with chest pain, sweating or breathlessness",
                "after an injury the hand is cold, pale, or hurts more and more in spite of rest",
            ],
            "These can be a stroke, a heart attack, or pressure that cuts off the blood.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "after an injury the hand is numb, very swollen or cold",
                "the hand is hot, red and swollen",
            ],
            "Pressure in an injured hand can harm it within hours.",
        ),
        routine(
            "Make an appointment if",
            ["it wakes you often", "you drop things or the thumb gets thin or weak"],
            "Weakness means the nerve needs help soon.",
        ),
    ),
    facts=(
        "Night-time tingling that shaking the hand relieves is typical.",
        "Numbness that never goes, and a weak thumb, should be seen soon.",
    ),
    aspects={
        "overview": (
            image("hand", "A drawing of a hand with the wrist marked"),
            text("Nine tendons and one nerve share a tunnel of bone and ligament at the wrist."),
        ),
        "symptoms": (
            bullet_list(
                "tingling in thumb, index, middle and half of the ring finger",
                "aching hand or forearm",
                "clumsiness with buttons and small things",
            ),
        ),
        "causes": (
            text(
                "Often none is found. Pregnancy, diabetes, an underactive thyroid, arthritis and "
                "work with force or vibration make it more likely."
            ),
        ),
        "diagnosis": (
            text("Your story and a few simple tests. A nerve test is for unclear cases."),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                ("A splint at night", "May ease mild trouble.", "Clumsy to wear."),
                (
                    "A steroid injection",
                    "May bring relief for weeks to months.",
                    "Pain, thin or pale skin; nerve or tendon injury is rare.",
                ),
                (
                    "An operation to open the tunnel",
                    "After 6 to 12 months more people are better than with a splint; whether it "
                    "beats an injection is uncertain.[@cochrane-carpal]",
                    "Sore scar, weak grip for a while; infection and nerve injury are rare. Which "
                    "choice harms less is uncertain.[@cochrane-carpal]",
                    "moderate",
                ),
            ),
        ),
        "self_care": (text("Keep the wrist straight at night; rest from tasks that set it off."),),
        "living_with_it": (text("Vary tasks and loosen the grip on tools."),),
        "outlook": (text("It may come and go. In pregnancy it often ends after the birth."),),
        "prevention": (text("We know of no sure way to prevent it."),),
    },
    areas=("arm-and-hand",),
    symptoms=("pins-and-needles", "numbness"),
    related=("tennis-elbow", "neck-pain"),
    image="hand",
)

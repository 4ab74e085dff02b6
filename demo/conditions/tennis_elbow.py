"""Tennis elbow."""

from demo.blocks import (
    bullet_list,
    emergency,
    numbered_list,
    risk,
    routine,
    text,
    treatments,
    urgent,
)
from demo.content import Condition

TENNIS_ELBOW = Condition(
    slug="tennis-elbow",
    title="Tennis elbow",
    names=(
        ("lateral epicondylitis", "technical"),
        ("lateral elbow tendinopathy", "technical"),
        ("sore elbow", "lay"),
    ),
    summary="Pain on the outside of the elbow where the muscles that lift the wrist begin. Most "
    "people who have it play no tennis.",
    help=(
        emergency(
            "Call 999 now if",
            [
                "arm pain comes with chest pain, sweating or breathlessness",
                "after an injury the arm is out of shape, cold or numb",
                "the elbow is hot and swollen and you feel ill or feverish",
            ],
            "These can be a heart attack, a broken bone or an infection.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            ["you cannot bend or straighten the elbow", "the hand is getting weak or numb"],
            "Say what you could do yesterday and cannot do today.",
        ),
        routine(
            "Make an appointment if",
            ["it stays after some weeks of lighter use"],
            "Think of what changed before it began.",
        ),
    ),
    facts=("It usually goes away by itself, but it may take many months.",),
    aspects={
        "overview": (text("The tendon is overloaded and sore rather than inflamed."),),
        "symptoms": (
            bullet_list(
                "pain when gripping, twisting or lifting",
                "tender outside of the elbow",
                "weak grip",
            ),
        ),
        "causes": (text("Repeated gripping and twisting: tools, racket, pram, mouse."),),
        "diagnosis": (text("By examination; scans are rarely needed."),),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Lighter use and slow loading",
                    "Sensible; we give no figures.",
                    "Soreness at first.",
                ),
                ("A strap or brace", "Comfort for some.", "Skin marks."),
                (
                    "A steroid injection",
                    "Less pain for some weeks.",
                    "Worse a year later than a dummy injection in one trial;[@elbow-trial] pale or "
                    "thin skin.",
                ),
            ),
            risk(
                "Pain that came back after it had been much better",
                "From one trial of 165 people in Australia.[@elbow-trial] One trial alone can be "
                "wrong; what it found is a reason to ask before you have the injection.",
                ("Had a steroid injection, with or without physiotherapy", 54),
                ("Had a dummy injection, with or without physiotherapy", 12),
                period="one year",
            ),
        ),
        "self_care": (
            numbered_list(
                "Lift with palms up.",
                "Hold tools loosely.",
                "Load the muscles a little each day.",
            ),
        ),
        "living_with_it": (text("Use two hands, larger handles and more breaks."),),
        "outlook": (text("It often gets better by itself, but it takes patience."),),
        "prevention": (text("Raise new loads slowly."),),
    },
    areas=("arm-and-hand",),
    symptoms=("pain-in-a-joint",),
    related=("carpal-tunnel-syndrome",),
    image="elbow",
)

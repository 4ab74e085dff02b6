"""Frozen shoulder."""

from demo.blocks import bullet_list, emergency, routine, table, text, treatments, urgent
from demo.content import Condition

FROZEN_SHOULDER = Condition(
    slug="frozen-shoulder",
    title="Frozen shoulder",
    names=(
        ("stiff shoulder", "lay"),
        ("adhesive capsulitis", "technical"),
        ("periarthritis", "former"),
    ),
    summary="The lining of the shoulder joint becomes sore and tight, so that the arm hurts and "
    "then stiffens. It is slow, and it usually loosens again.",
    help=(
        emergency(
            "Call 999 now if",
            [
                "shoulder or arm pain comes with chest pain, sweating or breathlessness",
                "after an injury the shoulder looks out of shape or the arm is cold or numb",
                "the shoulder is hot and swollen and you feel ill or feverish",
                "the tip of the shoulder hurts and you may be pregnant, or were hit in the tummy",
                "you are breathless, or breathing in hurts",
            ],
            "These can be a heart attack, a clot in the lung, a dislocated joint, an infection or "
            "bleeding inside.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "you suddenly cannot lift the arm after a fall or pull",
                "you are over 50 and both shoulders are stiff and sore in the morning",
                "you have had cancer, lose weight, or feel unwell with it",
            ],
            "A torn tendon is easier to mend early. If you also have a new headache or sore scalp, "
            "say so; if your sight changes, call 999.",
        ),
        routine(
            "Make an appointment if",
            ["pain wakes you", "you can no longer reach behind your back or above your head"],
            "Mention diabetes or thyroid trouble: they go together more often.",
        ),
    ),
    facts=("It comes in phases: first pain, then stiffness, then thawing.",),
    aspects={
        "overview": (
            table(
                "The three phases; they overlap and their length differs much",
                ("Phase", "What you notice"),
                (
                    ("Freezing", "Growing pain, also at night"),
                    ("Frozen", "Less pain, little movement"),
                    ("Thawing", "Movement slowly returns"),
                ),
            ),
        ),
        "symptoms": (
            bullet_list(
                "deep ache in the shoulder", "hard to turn the arm outwards, even with help"
            ),
        ),
        "causes": (
            text("Often unknown. More common with diabetes and after keeping the arm still."),
        ),
        "diagnosis": (text("By examination. An X-ray may be taken to rule out other things."),),
        "treatments": (
            text(
                "A large trial in British hospitals compared physiotherapy with an injection, "
                "stretching under anaesthetic, and keyhole surgery. After a year none was clearly "
                "better for pain and use of the arm; more people after physiotherapy needed "
                "further treatment, and surgery carried more risks.[@frozen-shoulder-trial]"
            ),
            treatments(
                "Choices to talk about, benefits beside harms",
                ("Gentle exercises", "Keep what movement there is.", "Pain if forced."),
                (
                    "A steroid injection in the joint",
                    "May ease pain for weeks, best early.",
                    "A rise in blood sugar, flushing; infection is rare.",
                ),
                (
                    "Operation or stretching under anaesthetic",
                    "For few, when stiffness stays.",
                    "Breaks, nerve injury and infection are rare but serious.",
                ),
            ),
        ),
        "self_care": (text("Use the arm within comfort; support it with a pillow at night."),),
        "living_with_it": (
            text("Front-fastening clothes and a lower shelf save many bad moments."),
        ),
        "outlook": (text("It often loosens over months to years; some shoulders stay stiffer."),),
        "prevention": (text("After an injury or operation, ask how soon you may move the arm."),),
    },
    areas=("shoulder",),
    symptoms=("pain-in-a-joint", "stiffness"),
    related=("neck-pain", "tennis-elbow"),
    image="shoulder",
)

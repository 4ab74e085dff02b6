"""Benign paroxysmal positional vertigo."""

from demo.blocks import (
    bullet_list,
    callout,
    emergency,
    figure,
    heading,
    numbered_list,
    questions,
    routine,
    text,
    treatments,
    urgent,
)
from demo.content import Condition

STROKE_SIGNS = emergency(
    "Call 999 now if you are dizzy and",
    [
        "your face droops on one side, an arm or leg is weak or numb, or speech is slurred",
        "you suddenly cannot see well, see double, or cannot swallow, walk or stand",
        "you have a sudden or severe headache or neck pain, or a stiff neck with fever",
        "you have chest pain, a racing or uneven heartbeat, or you faint",
        "you suddenly lose hearing together with other signs above",
        "it began after a blow to the head or neck",
        "you vomit blood, or your stools are black or bloody",
    ],
    "These can be signs of a stroke or another emergency. Every minute counts, and signs that "
    "have passed count too.",
)

BPPV = Condition(
    slug="bppv",
    title="Benign paroxysmal positional vertigo",
    names=(
        ("BPPV", "abbreviation"),
        ("positional vertigo", "technical"),
        ("loose ear crystals", "lay"),
        ("spinning when turning over in bed", "lay"),
    ),
    summary="Short spells of spinning that come when the head moves, such as turning over in bed. "
    "It comes from the inner ear, is not dangerous itself, and can often be treated in minutes.",
    help=(
        STROKE_SIGNS,
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "the spinning does not stop, even when you keep still",
                "you suddenly hear less in one ear, even without other signs",
                "you cannot stop being sick",
                "you have had a bad fall",
            ],
            "Positional vertigo comes in short spells; spinning that stays is something else. "
            "Hearing lost suddenly must be looked at today.",
        ),
        routine(
            "Make an appointment if",
            ["spells keep coming back", "you are afraid to move or to go out"],
            "Tell them exactly which movement sets it off.",
        ),
    ),
    facts=(
        "Spells are short and follow a movement of the head.",
        "It does not damage the ear or the brain.",
        "Falls are the main danger.",
    ),
    aspects={
        "overview": (
            figure(
                "ear",
                "A drawing of an ear with its spiral organ",
                "Deep in the ear lie canals filled with fluid that sense turning.",
            ),
            text(
                "Tiny crystals belong in one part of the inner ear. When some come loose and drift "
                "into a canal, the canal reports turning when there is none, and the world spins."
            ),
        ),
        "symptoms": (
            bullet_list(
                "spinning when you lie down, turn over, look up or bend",
                "it stops soon after you keep still",
                "feeling sick, and being unsteady between spells",
            ),
            text("Hearing stays as it was. If not, something else is going on."),
        ),
        "causes": (
            text(
                "Often none is found. It is more common with age and can follow a blow to the "
                "head or an illness of the inner ear."
            ),
        ),
        "diagnosis": (
            text(
                "The clinician lays you back quickly with your head turned and watches your eyes. "
                "This is unpleasant for a moment and tells which canal it is. Scans do not show "
                "the crystals."
            ),
        ),
        "treatments": (
            text(
                "A Cochrane review of 11 trials with 745 patients looked at the Epley manoeuvre "
                "for the most common form.[@cochrane-epley] There are newer trials; ask what "
                "they add."
            ),
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "A repositioning manoeuvre, such as Epley's",
                    "Meant to move the crystals out of the canal. Trials compared it with a sham "
                    "and with doing nothing.[@cochrane-epley]",
                    "Spinning and sickness while it is done. Not for everybody with a bad neck: "
                    "say so first.",
                ),
                ("Waiting", "It can go away by itself.", "Longer time with a risk of falls."),
                (
                    "Tablets against dizziness",
                    "May ease sickness for a day or so; they do not move the crystals.",
                    "Drowsiness, falls; may slow recovery when taken for long.",
                ),
            ),
        ),
        "self_care": (
            numbered_list(
                "Sit on the edge of the bed for a moment before you stand.",
                "Turn in one piece, slowly, with a light on.",
                "Clear the way to the toilet of things you could trip over.",
            ),
            callout(
                "Do not drive",
                "while movements of your head make you spin. In Great Britain you must tell the "
                "DVLA about sudden, disabling dizziness.",
            ),
        ),
        "living_with_it": (
            text("Keep moving in daily life; avoiding all movement makes balance worse."),
        ),
        "outlook": (text("It often goes away. If it comes back, it can be treated again."),),
        "prevention": (
            heading("Can I stop it coming back?"),
            text("We know of nothing that is sure to prevent it."),
            questions(
                (
                    "Can I do the manoeuvre alone?",
                    "Once somebody has shown you, and told you which ear it is, some people can.",
                ),
            ),
        ),
    },
    areas=("ear",),
    symptoms=("dizziness",),
    related=("migraine",),
    image="ear",
)

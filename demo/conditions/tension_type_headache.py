"""Tension-type headache."""

from demo.blocks import bullet_list, myth, risk, routine, text, treatments
from demo.conditions.migraine import HEADACHE_SIGNS, HEADACHE_URGENT
from demo.content import Condition

TENSION_TYPE_HEADACHE = Condition(
    slug="tension-type-headache",
    title="Tension-type headache",
    names=(
        ("tension headache", "lay"),
        ("stress headache", "lay"),
        ("muscle contraction headache", "former"),
        ("TTH", "abbreviation"),
    ),
    summary="A pressing, band-like headache on both sides. It is the most ordinary kind of "
    "headache, unpleasant but not dangerous.",
    help=(
        HEADACHE_SIGNS,
        HEADACHE_URGENT,
        routine(
            "Make an appointment if",
            ["headaches come on most days", "you take pain tablets on many days of the month"],
            "Bring a diary of headaches and tablets.",
        ),
    ),
    facts=(
        "It presses rather than throbs, and you can usually carry on.",
        "Pain tablets on many days can keep headaches going.",
    ),
    aspects={
        "overview": (
            text("The muscles of head and neck are often tender, but why it hurts is not settled."),
        ),
        "symptoms": (
            bullet_list(
                "pressure like a tight band",
                "on both sides",
                "not made worse by walking",
                "no vomiting",
            ),
        ),
        "causes": (
            text("Stress, poor sleep, long sitting, eye strain and missed meals are often blamed."),
            myth(
                "A daily headache means a tumour.",
                "Tumours rarely begin with headache alone. Warning signs are listed above.",
            ),
        ),
        "diagnosis": (text("Your story and a short examination. No scan is needed."),),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "A common pain tablet now and then",
                    "Paracetamol: a little better than a dummy tablet; see the drawing "
                    "below.[@cochrane-paracetamol]",
                    "No more side effects than a dummy tablet in these trials. Taken on many days "
                    "it can itself cause headache; too much harms the liver.",
                ),
                (
                    "Relaxation, exercise, physiotherapy",
                    "May help some people to have fewer headaches; we saw no figures.",
                    "Little harm is known; it takes time.",
                ),
            ),
            risk(
                "Free of pain",
                "From a Cochrane review of 23 studies, searched up to October "
                "2015.[@cochrane-paracetamol] "
                "Most people in both groups were not free of pain by then.",
                ("Took paracetamol", 24),
                ("Took a dummy tablet", 19),
                period="two hours",
            ),
        ),
        "self_care": (
            bullet_list("a walk", "warmth on the neck", "enough sleep", "regular meals"),
        ),
        "living_with_it": (text("Plan short breaks before the headache comes, not after."),),
        "outlook": (text("They come and go. Now and then they need no treatment."),),
        "prevention": (text("Enough sleep, movement and breaks are sensible; we saw no figures."),),
    },
    areas=("head-and-face", "neck"),
    symptoms=("headache", "neck-pain-and-stiffness"),
    related=("migraine", "neck-pain"),
    image="head",
)

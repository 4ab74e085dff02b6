"""Topics, body areas and symptoms of the demo: slug, name, one sentence."""

from django.db.models import Model
from wagtail.models import Locale

from citewell.topics.models import BodyArea, Symptom, Topic

TOPICS = {
    "moving": ("Moving", "Exercise, walking, work and sport."),
    "pain": ("Living with pain", "What pain is, why it lasts and what eases it."),
    "choosing": ("Choosing a treatment", "Benefits, harms and how sure anybody can be."),
    "balance": ("Balance", "Dizziness, falls and steadiness."),
    "visits": ("Your visit", "Getting ready for an appointment, scans and results."),
}

BODY_AREAS = {
    "head-and-face": ("Head and face", "Headaches, facial pain."),
    "ear": ("Ear and balance", "Dizziness and hearing."),
    "neck": ("Neck", "From the skull to the shoulders."),
    "shoulder": ("Shoulder", "The joint and the muscles around it."),
    "arm-and-hand": ("Arm, elbow and hand", "From the elbow to the fingertips."),
    "back": ("Back", "Upper and lower back."),
    "leg": ("Hip and leg", "Buttock, thigh and calf."),
    "knee": ("Knee", "The joint and what moves it."),
    "ankle-and-foot": ("Ankle and foot", "Ankle, heel and toes."),
}

SYMPTOMS = {
    "pain-in-the-back": ("Pain in the back", "Aching, stiff or sharp."),
    "pain-down-the-leg": ("Pain down the leg", "Often from the buttock to the foot."),
    "neck-pain-and-stiffness": ("Pain or stiffness in the neck", "Hard to turn the head."),
    "headache": ("Headache", "One side or both, throbbing or pressing."),
    "dizziness": ("Dizziness", "Spinning, swaying or light-headed."),
    "pins-and-needles": ("Pins and needles", "Tingling or prickling."),
    "numbness": ("Numbness", "Less feeling, or none."),
    "pain-in-a-joint": ("Pain in a joint", "When moving or at rest."),
    "stiffness": ("Stiffness", "Hard to move, often after rest."),
    "swelling": ("Swelling", "Larger than the other side."),
    "pain-in-the-heel": ("Pain in the heel", "Often with the first steps of the day."),
    "pain-in-the-face": ("Pain in the face", "Sudden or constant."),
}


def make_terms() -> dict[str, Model]:
    """Make the terms that are missing in the default language; all of them by slug."""
    locale = Locale.get_default()
    made: dict[str, Model] = {}
    for kind, rows in ((Topic, TOPICS), (BodyArea, BODY_AREAS), (Symptom, SYMPTOMS)):
        for slug, (name, description) in rows.items():
            made[slug], _ = kind.objects.get_or_create(
                slug=slug, locale=locale, defaults={"name": name, "description": description}
            )
    return made

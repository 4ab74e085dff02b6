"""Slipped disc."""

from demo.blocks import bullet_list, emergency, myth, routine, table, text, treatments, urgent
from demo.conditions.low_back_pain import ACT_NOW, CAUDA_EQUINA_SIGNS
from demo.content import Condition

SLIPPED_DISC = Condition(
    slug="slipped-disc",
    title="Slipped disc",
    names=(
        ("prolapsed disc", "lay"),
        ("burst disc", "lay"),
        ("herniated disc", "technical"),
        ("disc prolapse", "technical"),
        ("prolapsed intervertebral disc", "technical"),
    ),
    summary="The soft middle of a disc bulges through its outer ring. It may press on a nerve and "
    "cause pain in an arm or leg, or cause nothing at all.",
    help=(
        emergency(
            "Call 999 or go to an emergency department now if you have back, neck, arm or leg "
            "pain and",
            [
                *CAUDA_EQUINA_SIGNS,
                "both arms, or your arms and legs, become weak or numb",
            ],
            ACT_NOW,
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "an arm, hand, leg or foot is getting weaker",
                "you become clumsy with your hands or unsteady on your legs",
                "you have a fever or feel very unwell",
            ],
            "Unsteady legs and clumsy hands can mean pressure on the spinal cord.",
        ),
        routine(
            "Make an appointment if",
            ["pain in the arm or leg stays after several weeks", "you are unsure what you may do"],
            "Take a note of what makes it better and worse.",
        ),
    ),
    facts=(
        "Discs do not slip: they are firmly joined to the bones above and below.",
        "Many people without any pain have bulging discs on a scan.",
        "Many bulges shrink by themselves.",
    ),
    aspects={
        "overview": (
            text(
                "A disc is a tough ring with a soft middle that lets the spine bend. With age the "
                "ring can crack and let some of the middle out. If it meets a nerve root, the "
                "nerve hurts where it ends: in the leg ([[sciatica|sciatica]]) or in the arm."
            ),
            myth(
                "A slipped disc never heals.",
                "The body can clear away much of what has come out. Pain often eases while the "
                "scan still looks the same.",
            ),
        ),
        "symptoms": (
            bullet_list(
                "back or neck pain",
                "pain down one leg or one arm, often worse than in the back or neck",
                "tingling, numbness or weakness in the same limb",
            ),
        ),
        "causes": (
            text(
                "Ageing, family, heavy or twisting work and smoking are linked with it. One wrong "
                "movement is seldom the whole story."
            ),
        ),
        "diagnosis": (
            text("An examination comes first. A scan is for when the result would change things."),
            table(
                "What a scan can and cannot say",
                ("Question", "Can a scan answer it?"),
                (
                    ("Is a nerve being pressed?", "Often"),
                    ("Is that why I hurt?", "Only together with the examination"),
                    ("Will it get better?", "No"),
                ),
            ),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                ("Time and movement", "It often eases.", "Not when emergency signs appear."),
                (
                    "Exercise with guidance",
                    "Helps with movement and trust in the back.",
                    "Soreness at first.",
                ),
                (
                    "An operation",
                    "May help arm or leg pain that is severe and stays; less so back pain.",
                    "Infection, nerve damage, another bulge later, no relief.",
                ),
            ),
            text(
                "The national guideline for England covers sciatica, which a slipped disc can "
                "cause.[@nice-back]"
            ),
        ),
        "self_care": (
            text("Keep moving within what you can bear; short walks, short rests, often."),
        ),
        "living_with_it": (
            text(
                "Lifting is allowed again when you feel ready; begin light and close to the body."
            ),
        ),
        "outlook": (text("Arm or leg pain often settles over weeks to months."),),
        "prevention": (
            text("Strong, active backs cope better. We know of no sure way to prevent it."),
        ),
    },
    areas=("back", "neck"),
    symptoms=("pain-in-the-back", "pain-down-the-leg", "numbness"),
    related=("sciatica", "low-back-pain", "neck-pain"),
    image="spine",
)

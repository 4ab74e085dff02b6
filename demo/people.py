"""The people of the demo: all invented, and their registrations too."""

from citewell.people.models import Person
from demo.blocks import bullet_list, text
from demo.content import PersonRecord
from demo.users import user_called

INVENTED = "This person is invented for the demonstration of this site, and so is the registration."

PEOPLE = (
    PersonRecord(
        "ruth-calder",
        "Ruth Calder",
        "MSc (invented)",
        "Physiotherapist",
        (
            text(
                INVENTED,
                "In the demonstration Ruth sees people with back and leg pain, and signs what is "
                "written here about them.",
            ),
            bullet_list("low back pain and sciatica", "getting back to work", "exercise groups"),
        ),
        "None.",
        "Invented register",
        "DEMO-1001",
        "reviewer",
    ),
    PersonRecord(
        "samir-okoye",
        "Samir Okoye",
        "MD (invented)",
        "General practitioner",
        (text(INVENTED, "In the demonstration Samir looks after headaches and pain that lasts."),),
        "Gives paid talks for nobody; owns no shares in health companies (invented).",
        "Invented register",
        "DEMO-1002",
        "second-reviewer",
    ),
    PersonRecord(
        "mei-hollis",
        "Mei Hollis",
        "BSc (invented)",
        "Balance physiotherapist",
        (text(INVENTED, "In the demonstration Mei treats dizziness and trains balance."),),
        "Teaches a course on manoeuvres for a fee (invented).",
        "Invented register",
        "DEMO-1003",
        "third-reviewer",
    ),
    PersonRecord(
        "jonas-farrow",
        "Jonas Farrow",
        "BSc (invented)",
        "Hand and shoulder therapist",
        (text(INVENTED, "In the demonstration Jonas makes splints and runs the hand clinic."),),
        "None.",
        "Invented register",
        "DEMO-1004",
    ),
    PersonRecord(
        "owen-tully",
        "Owen Tully",
        "",
        "Health writer",
        (text(INVENTED, "In the demonstration Owen writes, and others check what he writes."),),
        "None.",
        "Invented register",
        "DEMO-1005",
        "author",
        is_clinician=False,
    ),
)


def make_people(photo: int) -> dict[str, Person]:
    """Make the people that are missing; all of them by slug.

    Args:
        photo: key of the image that stands for people without a face.
    """
    made = {}
    for record in PEOPLE:
        made[record.slug], _ = Person.objects.get_or_create(
            name=record.name,
            defaults={
                "credentials": record.credentials,
                "role": record.role,
                "is_clinician": record.is_clinician,
                "registration_body": record.registration_body,
                "registration_number": record.registration_number,
                "interests": record.interests,
                "photo_id": photo,
                "user": user_called(record.user),
            },
        )
    return made

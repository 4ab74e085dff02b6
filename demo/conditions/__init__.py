"""The condition pages of the demo."""

from demo.conditions.ankle_sprain import ANKLE_SPRAIN
from demo.conditions.bppv import BPPV
from demo.conditions.carpal_tunnel_syndrome import CARPAL_TUNNEL_SYNDROME
from demo.conditions.frozen_shoulder import FROZEN_SHOULDER
from demo.conditions.knee_osteoarthritis import KNEE_OSTEOARTHRITIS
from demo.conditions.low_back_pain import LOW_BACK_PAIN
from demo.conditions.migraine import MIGRAINE
from demo.conditions.neck_pain import NECK_PAIN
from demo.conditions.plantar_heel_pain import PLANTAR_HEEL_PAIN
from demo.conditions.sciatica import SCIATICA
from demo.conditions.slipped_disc import SLIPPED_DISC
from demo.conditions.tennis_elbow import TENNIS_ELBOW
from demo.conditions.tension_type_headache import TENSION_TYPE_HEADACHE
from demo.conditions.trigeminal_neuralgia import TRIGEMINAL_NEURALGIA

CONDITIONS = (
    ANKLE_SPRAIN,
    BPPV,
    CARPAL_TUNNEL_SYNDROME,
    FROZEN_SHOULDER,
    KNEE_OSTEOARTHRITIS,
    LOW_BACK_PAIN,
    MIGRAINE,
    NECK_PAIN,
    PLANTAR_HEEL_PAIN,
    SCIATICA,
    SLIPPED_DISC,
    TENNIS_ELBOW,
    TENSION_TYPE_HEADACHE,
    TRIGEMINAL_NEURALGIA,
)

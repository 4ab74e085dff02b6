"""The articles of the demo."""

from demo.articles.choosing import KNEE_OPERATION, PAIN_TABLETS, SCAN
from demo.articles.moving import DIZZY, EXERCISE, LASTING_PAIN
from demo.articles.neck_and_back import NECK_AND_BACK
from demo.articles.numbers import ONE_IN_A_HUNDRED
from demo.articles.visits import PREPARE

ARTICLES = (
    EXERCISE,
    SCAN,
    DIZZY,
    PAIN_TABLETS,
    KNEE_OPERATION,
    LASTING_PAIN,
    PREPARE,
    NECK_AND_BACK,
    ONE_IN_A_HUNDRED,
)

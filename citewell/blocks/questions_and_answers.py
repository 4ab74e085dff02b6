"""Questions and answers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class QuestionAndAnswerBlock(ContentStructBlock):
    """One question as a patient asks it, and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=255)
    answer = ProseBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionsAndAnswersBlock(blocks.ListBlock):
    """Questions in the words of patients."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(QuestionAndAnswerBlock(), **kwargs)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = _("Care")
        description = _("Questions in the words of patients, each with its answer.")
        template = "citewell/blocks/questions_and_answers.html"
        preview_value = [
            {
                "question": "Can I go to work with back pain?",
                "answer": "<p>Often yes, if you can change position and avoid heavy loads.</p>",
            },
            {
                "question": "Do I need an X-ray?",
                "answer": "<p>Usually not, unless there are signs of something serious.</p>",
            },
        ]

"""What the review room stores: chain, signers, states of pages, policies, settings, steps."""

from citewell.review.model_chain import ChainHead, SignedContent, SignerIdentity, SignOff
from citewell.review.model_checklist import Checklist
from citewell.review.model_policy import SignOffPolicy
from citewell.review.model_state import Registration, ReviewState
from citewell.review.model_subscription import ReviewSubscription
from citewell.review.model_task import ClinicalSignOffTask
from citewell.review.model_translation import TranslationCheck

__all__ = [
    "ChainHead",
    "Checklist",
    "ClinicalSignOffTask",
    "Registration",
    "ReviewState",
    "ReviewSubscription",
    "SignOff",
    "SignOffPolicy",
    "SignedContent",
    "SignerIdentity",
    "TranslationCheck",
]

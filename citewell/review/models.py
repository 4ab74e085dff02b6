"""What the review room stores: chain, contents, signers, pages' state, policies, settings."""

from citewell.review.model_chain import ChainHead, SignedContent, SignerIdentity, SignOff
from citewell.review.model_checklist import Checklist
from citewell.review.model_policy import SignOffPolicy
from citewell.review.model_state import Registration, ReviewState

__all__ = [
    "ChainHead",
    "Checklist",
    "Registration",
    "ReviewState",
    "SignOff",
    "SignOffPolicy",
    "SignedContent",
    "SignerIdentity",
]

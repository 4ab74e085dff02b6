"""What the review room stores: the chain, its contents and signers, pages' state, settings."""

from citewell.review.model_chain import ChainHead, SignedContent, SignerIdentity, SignOff
from citewell.review.model_checklist import Checklist
from citewell.review.model_state import Registration, ReviewState

__all__ = [
    "ChainHead",
    "Checklist",
    "Registration",
    "ReviewState",
    "SignOff",
    "SignedContent",
    "SignerIdentity",
]

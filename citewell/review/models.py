"""What the review room stores: the chain, its contents, its signers, the state of pages."""

from citewell.review.model_chain import ChainHead, SignedContent, SignerIdentity, SignOff
from citewell.review.model_state import Registration, ReviewState

__all__ = [
    "ChainHead",
    "Registration",
    "ReviewState",
    "SignOff",
    "SignedContent",
    "SignerIdentity",
]

"""What the wording room stores: rules on advertising words, and what editors dismissed."""

from citewell.wording.model_dismissal import Dismissal
from citewell.wording.model_rule import AdvertisingRule

__all__ = ["AdvertisingRule", "Dismissal"]

"""What reading yields: one `Reading` per reference."""

from dataclasses import dataclass, field
from typing import Any, Literal

Colour = Literal["green", "amber", "red"]
Csl = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """One reference as understood.

    `raw` is its text as pasted; `csl` a CSL-JSON 1.0.2 item without `id`; `rest` the words of
    `raw` no field holds; `spans` says for a field (CSL name, or `et-al`, `number`, `lead`, …)
    where in `raw` it stands, as (start, end). `confidence` is green where a person need not look.
    """

    raw: str
    csl: Csl
    confidence: Colour
    rest: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return what the command prints: raw, csl, confidence, rest."""
        return {
            "raw": self.raw,
            "csl": self.csl,
            "confidence": self.confidence,
            "rest": self.rest,
        }

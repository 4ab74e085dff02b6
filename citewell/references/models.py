"""The library of sources, who uses them, and how they are shown."""

from citewell.references.source import Source
from citewell.references.style_setting import ReferenceStyle
from citewell.references.usage_model import SourceUsage

__all__ = ["ReferenceStyle", "Source", "SourceUsage"]

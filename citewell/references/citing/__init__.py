"""In-text citations: marks as they are stored, their numbers, who cites what, how it is shown."""

"""Query understanding: what a patient typed, as words a search can work with. No Django here."""

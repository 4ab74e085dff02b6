"""Condition pages: the landing page a patient looks for."""

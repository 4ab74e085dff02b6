"""Signposting to emergency numbers by fixed phrases. No Django here."""

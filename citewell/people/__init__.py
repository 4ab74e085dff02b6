"""Authors and clinicians, with credentials, interests and profile pages."""

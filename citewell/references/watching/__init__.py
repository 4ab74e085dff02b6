"""Sources that are watched: what Retraction Watch knows of them, and who is told."""

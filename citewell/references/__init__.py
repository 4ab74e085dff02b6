"""Sources: library, readers, parser, styles."""

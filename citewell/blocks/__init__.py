"""The StreamField vocabulary all page types share."""

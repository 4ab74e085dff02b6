"""Images with description, credit, licence and source."""

"""Outside links of sources and pages: asked politely, from time to time, and never within."""

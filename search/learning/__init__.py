"""Learning from what nobody was answered: words that many visitors met, and of nobody's query."""

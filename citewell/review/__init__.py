"""Sign-off: who checked exactly which clinical content, and the chain that proves it."""

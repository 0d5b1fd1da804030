"""Arabic as such: tokens, sentences, numerals, dates. Knows nothing of relations between states."""

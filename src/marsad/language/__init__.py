"""Arabic as such: folding, tokens and clitics, sentences, numerals, dates. Knows nothing of relations between states."""

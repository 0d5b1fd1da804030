"""Who and what a mention stands for: people, offices as of a date, states, places, organisations."""

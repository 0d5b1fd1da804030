"""People's judgements on claims and entries: kept apart from what is derived, applied at every rebuild."""

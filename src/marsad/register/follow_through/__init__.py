"""Follow-through: what became of what states promised each other, by what reports say and by their silence."""

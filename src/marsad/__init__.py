"""marsad reads Arabic news reports and keeps a register of relations between states."""

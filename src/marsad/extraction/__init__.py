"""From a report to its claims: mentions, who speaks, and one module for each type of claim."""

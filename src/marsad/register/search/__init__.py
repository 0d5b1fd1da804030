"""Full-text search in the reports of a register: Arabic by stems, English through the knowledge."""

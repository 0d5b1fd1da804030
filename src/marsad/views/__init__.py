"""Views: what the register holds, written for people who read English or Arabic."""

"""The register: every claim that was read, and the entries that claims of one meaning share."""

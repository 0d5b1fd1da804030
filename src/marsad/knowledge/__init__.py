"""What marsad knows of the world and of Arabic wording: YAML files, and the table compiled of them."""

"""The records that every stage passes along. They import nothing of marsad but its errors."""

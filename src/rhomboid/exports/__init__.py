"""What leaves the house: a value goes in, bytes come out. No file is written here."""

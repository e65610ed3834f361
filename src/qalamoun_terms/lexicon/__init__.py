"""What the reader knows about language, as data: a new word is a line of TOML, not code."""

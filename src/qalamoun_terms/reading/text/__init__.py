"""How a text is built: its words, sentences and blocks, with exact offsets."""

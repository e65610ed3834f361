"""Who is named in a text and on which side, who says what, and who does what."""

"""The terms that a stretch of text states: their kinds, their fields and the exact words."""

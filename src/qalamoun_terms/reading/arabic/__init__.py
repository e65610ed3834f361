"""Reads texts in Arabic: their words carry small words with them, and the verb comes first."""

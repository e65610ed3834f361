"""From a text to a typed case: what the words of reports, statements and agreements state."""

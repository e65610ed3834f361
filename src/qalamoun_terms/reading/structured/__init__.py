"""What structured texts tell: tables, minutes, drafts, interviews and agreements."""

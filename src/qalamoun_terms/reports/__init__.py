"""Cases, tables of positions and changes as pages, documents and terminal views; nothing is computed here."""

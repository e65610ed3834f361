"""What a record of positions and drafts comes to: outcomes, tables, changes, cases joined."""

"""What comes in and goes out: JSON with its schema, and the coding format."""

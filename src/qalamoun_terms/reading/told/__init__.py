"""What running text tells: packages of terms, and what parties do about them."""

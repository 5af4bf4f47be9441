"""What visits cost, what is free and what is given back."""

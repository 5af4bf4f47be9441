"""Figures of visiting terms: what each is the number of, and what it means when it moves."""

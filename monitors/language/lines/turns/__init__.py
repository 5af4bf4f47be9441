"""One line in the place of another from which it differs in a word, a figure, a condition or an answer."""

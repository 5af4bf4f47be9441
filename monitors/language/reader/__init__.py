"""The learned reader: an encoder that was taught labelled changes, and what it makes of them."""

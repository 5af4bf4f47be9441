"""Words and how they are written: one canonical wording, numbers, dates, Spanish, and lists of words by kind."""

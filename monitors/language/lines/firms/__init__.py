"""The companies that run visits by video: one in place of another, and what they say of themselves."""

"""Pages as the reading has them: cut into units, set side by side, and what each is about."""

"""Rooms that each read one kind of changed line for sure; certain_lines.py asks them all."""

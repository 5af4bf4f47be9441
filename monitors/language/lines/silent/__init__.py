"""Lines that change no visit: the same in other words, other business, opinion, history."""

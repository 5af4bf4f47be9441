"""When visits are, and when and how they must be booked."""

"""One file per page, or per pair of a list and its detail."""

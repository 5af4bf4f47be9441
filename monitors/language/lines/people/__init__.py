"""Who may come: classes of people, companions, papers, limits and how far a line holds."""

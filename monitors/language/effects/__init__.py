"""What a change does to visits, read over both pages: kindred lines, timetables, events, rights, limits, severity."""

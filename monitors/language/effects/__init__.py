"""What a change does to visits, read over both pages: timetables, events, rights, limits, and how grave it is."""

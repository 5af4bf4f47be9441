"""In which form people meet: touch, glass, screens, rooms, and who listens."""

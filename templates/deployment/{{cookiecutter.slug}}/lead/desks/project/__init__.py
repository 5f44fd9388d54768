"""The project manager's desk: the queue, the waiting list, the work group's agenda, duplicates, the figures."""

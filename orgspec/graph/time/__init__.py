"""Time: lengths in working and clock time, longest paths, dates."""

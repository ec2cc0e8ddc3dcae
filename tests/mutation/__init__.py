"""One defect at a time is planted in sound organisations; every one must be found where it is."""

"""What the repository is kept with; none of it ships."""

"""What the reader finds in files."""

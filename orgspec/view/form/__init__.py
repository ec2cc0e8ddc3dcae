"""What a form of the user's own is filled with: plain data from the documents that print."""

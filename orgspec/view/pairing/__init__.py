"""Two documents that say the same in two languages, made into one that says it in both."""

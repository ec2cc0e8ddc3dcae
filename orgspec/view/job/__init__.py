"""The sections of a job description."""

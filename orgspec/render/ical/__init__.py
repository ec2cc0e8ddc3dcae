"""The parts of an iCalendar file: content lines and time zones."""

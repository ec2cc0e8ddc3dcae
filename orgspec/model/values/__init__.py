"""The small values that are written as text: durations, frequencies, targets, grades, letters.

Each module reads one kind of text with `parse` and gives a frozen value; a bad text raises
`errors.BadValue`, which says in both languages what is accepted. Nothing here imports anything
outside the standard library.
"""

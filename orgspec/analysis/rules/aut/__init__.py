"""Authority: who may decide what, and up to where."""

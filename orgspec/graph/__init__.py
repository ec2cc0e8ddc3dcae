"""The relations of an organisation: lines, rows, flows. Answers come sorted."""

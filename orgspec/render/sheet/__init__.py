"""Documents as workbooks: sheets, formulas, looks."""

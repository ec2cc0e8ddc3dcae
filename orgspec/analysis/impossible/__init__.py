"""Values that can be written and cannot be, by what is wrong with them."""

from orgspec.analysis.impossible.amounts import limits, units
from orgspec.analysis.impossible.durations import durations
from orgspec.analysis.impossible.percentages import percentages
from orgspec.analysis.impossible.reversals import reversals

__all__ = ["durations", "limits", "percentages", "reversals", "units"]

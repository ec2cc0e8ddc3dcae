"""An organisation changed in memory: somebody leaves, two posts become one."""

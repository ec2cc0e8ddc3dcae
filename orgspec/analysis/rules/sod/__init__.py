"""SOD: segregation of duties (不相容职务分离)."""

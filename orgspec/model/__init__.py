"""The organisation as typed entities: values, references, lowering, JSON Schema."""

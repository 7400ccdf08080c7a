"""A journey with all it refers to, as plain data for programs, and the JSON Schema of that."""

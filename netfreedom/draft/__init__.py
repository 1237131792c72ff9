"""A report's text → draft tables that a coder corrects."""

"""Rows against the report: whether what is coded stands in the text, and what stands there without a row."""

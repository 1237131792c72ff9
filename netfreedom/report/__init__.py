"""A report's text or PDF as sections, passages, notes and score box: what checking and drafting both read."""

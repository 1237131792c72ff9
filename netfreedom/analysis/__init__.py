"""Data to data: what each chapter computes from a dataset or from the index, without drawing or wording it."""

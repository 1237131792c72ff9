"""Reading, checking and packaging the data under `data/`."""

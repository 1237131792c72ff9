"""Execute the chapter notebooks of a dataset through papermill, in parallel and only where something changed."""

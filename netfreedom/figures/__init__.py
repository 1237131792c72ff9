"""Figures and tables as they leave a notebook, and what a reader sees of them: HTML, CSV, scripts. Needs neither pandas nor Altair."""

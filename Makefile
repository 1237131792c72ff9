# The two commands that most people need: `make book` and `make test`. Each does its own set-up.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: book test serve check lock clean

book: .venv/ready
	$(BIN)/netfreedom build kazakhstan 2016

test: .venv/ready
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { echo "The tests open the book in Chromium, which is not installed (Debian: apt-get install chromium)."; exit 1; }
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

serve: .venv/ready
	@test -f _build/html/index.html || { echo "There is no book yet: run make book first."; exit 1; }
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html 8000

check: .venv/ready
	$(BIN)/netfreedom check

# pip refuses an editable install together with hashes, so the package follows the locked libraries in a step of its own;
# what pip installs elsewhere it compiles, an editable package it does not, and every process of a build loads it.
.venv/ready: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: version 3.11 or later is needed (Debian: apt-get install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$$($(PYTHON) --version) is too old: version 3.11 or later is needed."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is missing (Debian: apt-get install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q netfreedom
	@touch $@

# After a change of the dependencies in pyproject.toml: write the whole locked environment anew. Run it with the oldest
# Python that the book is built with (Debian 12 has 3.11.2): some libraries ask for a later patch release than that.
lock:
	$(PYTHON) -m venv _build/lock
	_build/lock/bin/pip install --quiet pip-tools
	_build/lock/bin/pip-compile --quiet --extra test --extra cluster --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.txt pyproject.toml

clean:
	rm -rf _build pages

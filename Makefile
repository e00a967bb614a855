# Two commands matter: `make run` and `make test`. Nothing has to be installed by hand but Python 3.11.
SHELL := /bin/bash
PYTHON ?= python3.11
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: run test prove check fix lock docs figures bench clean

run: $(VENV)/.installed
	@$(BIN)/rhomboid serve --port $(PORT)

# One more than there are cores: the tests in a browser mostly wait.
TESTERS = $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

test: check $(VENV)/.test-tools
	@$(BIN)/pytest -q -n $(TESTERS) --dist worksteal

# Drives thousands of made-up lives against the rules: LIVES=5000 make prove. Takes minutes to hours.
LIVES ?= 2000
prove: $(VENV)/.test-tools
	@RHOMBOID_PROVE=$(LIVES) $(BIN)/pytest -q -n auto --dist load --hypothesis-show-statistics $(PROOFS)
PROOFS := tests/property/test_lives_machine.py tests/property/test_lives_later.py tests/property/test_training_fold.py tests/property/test_log_laws.py tests/property/test_plans_pass.py

check: $(VENV)/.installed-dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# Compiles the pins anew; records no host. Needs uv.
lock:
	uv pip compile --universal --generate-hashes --no-annotate --python-version 3.11 requirements.in -o requirements.txt
	uv pip compile --universal --generate-hashes --no-annotate --python-version 3.11 requirements-dask.in -o requirements-dask.txt
	uv pip compile --universal --generate-hashes --no-annotate --python-version 3.11 requirements-dev.in -o requirements-dev.txt

docs: $(VENV)/.installed
	@$(BIN)/python scripts/make_reference.py

figures: $(VENV)/.installed
	@$(BIN)/python scripts/contact_sheet.py

bench: $(VENV)/.installed
	@for script in $$(grep -l __main__ benchmarks/*.py); do echo "== $$script"; $(BIN)/python $$script; done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# The stamps are newer than what they install, so a second run installs nothing.
$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Rhomboid needs (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.test-tools: scripts/install_test_tools.sh $(VENV)/.installed-dev
	@bash scripts/install_test_tools.sh $(BIN)/python
	@touch $@

clean:
	rm -rf $(VENV) var

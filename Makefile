# make serve   the demo handbook on http://127.0.0.1:8000
# make test    the tests
# make lint    ruff and mypy
# make messages   the interface's texts, gathered for translators
# make reference  the reference pages of the guide, from the declarations

VENV := .venv
BIN := $(VENV)/bin
ADDRESS := 127.0.0.1:8000
# The first Python that is new enough; PYTHON=… on the command line overrides it.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
LANGUAGES := sv da nb
# Tests differ a thousandfold in how long they take, so a core that is done takes over half of what another still has.
PYTEST_ARGS := -n auto --dist worksteal

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build test lint messages reference clean

help:
	@sed -n 's/^# make/make/p' Makefile

serve: $(VENV)/.ready-to-serve
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

build: $(VENV)/.ready-to-serve
	$(BIN)/mkdocs build --strict

test: $(VENV)/.ready-to-test
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.ready-to-lint
	$(BIN)/ruff check .
	$(BIN)/mypy

messages: $(VENV)/.ready-to-test
	$(BIN)/pybabel -q extract --mapping-file pyproject.toml --keyword N_ --keyword NN_:1,2 --add-location file --sort-by-file \
		--output-file $(VENV)/messages.pot theme journey_site
	@for language in $(LANGUAGES); do \
		$(BIN)/pybabel -q update --input-file $(VENV)/messages.pot --locale $$language --output-file theme/locales/$$language.po \
			--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date || exit 1; \
	done
	$(BIN)/python -m pytest -q tests/test_catalogues.py

reference: $(VENV)/.ready-to-test
	$(BIN)/python -m journey_site.site.reference_pages --into maps/guide

clean:
	rm -rf $(VENV) site dist

# Each set of packages is installed once, and again when pyproject.toml changes.
$(VENV)/.ready-to-serve: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[material]'
	@touch $@

$(VENV)/.ready-to-test: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.ready-to-lint: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,dev]'
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11 or newer is needed, and none was found."; \
		echo "  Debian, Ubuntu:  sudo apt-get install python3 python3-venv"; \
		echo "  macOS:           brew install python   (or the installer from python.org)"; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) lacks its venv module, which makes the project's own folder for packages."; \
		echo "  Debian, Ubuntu:  sudo apt-get install python3-venv"; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

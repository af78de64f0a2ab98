# Everything runs in a virtual environment of its own, .venv; `make clean` takes it away.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: demo test style check bench format-ontology clean

demo: $(VENV)/.installed  ## publish three example reports and serve them
	$(BIN)/belligraph demo --port $(PORT)

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/python -m pytest

style: $(VENV)/.installed-dev  ## what takes less than a minute: format, lint, types, layers
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

check: style test  ## what CI checks: style, then the tests

bench: $(VENV)/.installed  ## time publishing and validation against the plain way
	$(BIN)/python bench/publish.py
	$(BIN)/python bench/validation.py
	$(BIN)/python bench/questions.py
	$(BIN)/python bench/serve.py

format-ontology: $(VENV)/.installed  ## write the ontology's files in their one form, and what is made of them: context, HTML reference
	$(BIN)/python -m belligraph.ontology.formatting $(wildcard ontology/*.ttl shapes/ontology/*.ttl shapes/examples/*.ttl)
	$(BIN)/python -m belligraph.ontology.context
	$(BIN)/python -m belligraph.ontology.reference

clean:
	rm -rf $(VENV) build dist

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

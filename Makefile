# Everything a fresh machine needs is installed into .venv from the hashed locks in requirements/.
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet
WORKERS ?= 2
KILLS ?= 200
MESSAGES ?= 3000

LANGUAGE ?= zh
PORT ?= 8080

.PHONY: demo transcript install test test-postgres endure bench lint lock clean

demo: $(VENV)/.run ## three months of a sub-district, and its chats as a page until Ctrl-C
	$(VENV)/bin/gridward demo --language $(LANGUAGE) --port $(PORT)

transcript: $(VENV)/.run ## the same, its first week printed, and no page
	$(VENV)/bin/gridward demo --exit --language $(LANGUAGE)

install: $(VENV)/.run ## install what running needs, and nothing else

test: $(VENV)/.dev ## run every test; on PostgreSQL too where TEST_POSTGRES_URL names a server
	$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal

test-postgres: $(VENV)/.dev ## the storage tests and the scenes, on PostgreSQL too
	GRIDWARD_TEST_POSTGRES=embedded $(PYTHON) -m pytest -n $(WORKERS) -m postgres

endure: $(VENV)/.dev ## kill the bot 200 times while 3,000 messages pour in, and count
	GRIDWARD_KILLS=$(KILLS) GRIDWARD_MESSAGES=$(MESSAGES) $(PYTHON) -m pytest tests/endurance

bench: $(VENV)/.dev ## measure on this machine what a chart costs, and /stats
	$(PYTHON) -m benchmarks.chart
	$(PYTHON) -m benchmarks.stats

lint: $(VENV)/.dev ## ruff, mypy, the rooms' contracts, migrations, translations, the lock
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m pytest tests/storage/test_migrate.py tests/reports/test_translations.py
	sh requirements/lock.sh --check

lock: $(VENV)/.dev ## write the locks anew after a change of pyproject.toml
	sh requirements/lock.sh

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	python3 -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r requirements/dev.txt
	touch $@

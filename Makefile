# The daily acts. `make demo` and `make test` do all set-up themselves.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help

.PHONY: help setup setup-test packages demo test lint gate audit bench chaos fleet scale serve lock

help:            ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.installed  ## create .venv and install the locked, hashed requirements

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "visitwatch needs Python 3.11 or later; set PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "installing python3-venv"; apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }

# uv takes seconds where pip takes minutes; pip does it where uv has no wheel or can't reach the index by its own settings.
# Compiled on all cores, but for large packages that are seldom or never imported.
$(VENV)/.installed: requirements-setup.txt requirements-dev.txt pyproject.toml | $(BIN)/pip
	@echo "setting up $(VENV)"
	@{ $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-setup.txt \
		&& $(BIN)/uv pip install --quiet --python $(BIN)/python --system-certs --require-hashes -r requirements-dev.txt; } \
		|| { echo "uv could not; pip does, which takes a minute or two"; \
		$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt; }
	@PYTHONWARNINGS=ignore $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 -x '/(sympy|moto|networkx|mpmath)/' $(VENV)/lib
	@touch $@

# The system's packages come in while Python's are set up. The program is compiled as an installed one is: the tests start
# it hundreds of times, also where the environment lets nothing write bytecode.
setup-test: | $(BIN)/pip ## what the tests need beside .venv: PostgreSQL, Chromium and tesseract from the system's packages
	@$(MAKE) -s -j 2 setup packages
	@$(BIN)/python -m compileall -q -j 0 app crawler monitors storage alerts web

packages:
	@tests/install-system-packages

demo: setup      ## the whole story on bundled pages: crawl, diff, alert, mail
	$(BIN)/visitwatch demo

# Four at once on two cores too: daemons and servers are waited for much of the time.
test: setup-test ## every test: unit, integration (PostgreSQL), acceptance, browser
	tests/in-memory $(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

lint: setup      ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: setup     ## known holes of what is installed, by a vulnerability service; says so where none answers
	$(BIN)/python -m tests.audit

gate: setup      ## figures that may not fall: the reading's scores, the text layer on policy pages, a small replay
	$(BIN)/python -m benchmarks.reading_gate
	$(BIN)/python -m benchmarks.policy_pages --gate
	$(BIN)/python -m benchmarks.replay --gate

bench: setup     ## every benchmark's table on stdout; HISTORIES=folder replays more than the sample
	$(BIN)/python -m benchmarks.reading_gate
	$(BIN)/python -m benchmarks.policy_pages
	$(BIN)/python -m benchmarks.plain_core
	$(BIN)/python -m benchmarks.plain_news
	$(BIN)/python -m benchmarks.same_numbers
	$(BIN)/python -m benchmarks.plain_turns
	$(BIN)/python -m benchmarks.plain_decisions
	$(BIN)/python -m benchmarks.plain_undecided
	$(BIN)/python -m benchmarks.plain_silenced
	$(BIN)/python -m benchmarks.plain_reversals
	$(BIN)/python -m benchmarks.plain_chains
	$(BIN)/python -m benchmarks.plain_conditions
	$(BIN)/python -m benchmarks.plain_edits
	$(BIN)/python -m benchmarks.plain_words
	$(BIN)/python -m benchmarks.plain_two_terms
	$(BIN)/python -m benchmarks.plain_labels
	$(BIN)/python -m benchmarks.dressed
	$(BIN)/python -m benchmarks.plain_hours
	$(BIN)/python -m benchmarks.plain_visitors
	$(BIN)/python -m benchmarks.plain_contracts
	$(BIN)/python -m benchmarks.plain_spanish
	$(BIN)/python -m benchmarks.plain_near
	$(BIN)/python -m benchmarks.plain_figures
	$(BIN)/python -m benchmarks.plain_severity
	$(BIN)/python -m benchmarks.plain_pages
	$(BIN)/python -m benchmarks.reader_view
	$(BIN)/python -m benchmarks.text_speed
	$(BIN)/python -m benchmarks.contest
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.chain_cost
	$(BIN)/python -m benchmarks.schedule
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.mail_titles
	$(BIN)/python -m benchmarks.mail_matching
	$(BIN)/python -m benchmarks.histories $(or $(HISTORIES),benchmarks/histories)
	$(BIN)/python -m benchmarks.replay $(HISTORIES)
	$(BIN)/python -m benchmarks.browser_pages

chaos: setup     ## kill real runs at random, KILLS=300 of them; the last line counts what was lost or doubled
	$(BIN)/python -m tests.chaos --kills $(or $(KILLS),300)

fleet: setup     ## many workers on one PostgreSQL: JOBS=10000 KILLS=100 RESTARTS=20; the last line counts overlaps and losses
	$(BIN)/python -m tests.fleet --jobs $(or $(JOBS),10000) --kills $(or $(KILLS),100) --restarts $(or $(RESTARTS),20)

scale: setup     ## the database at size, PAGES=1000000 of them with a year of checks: planner, claim, pages, growth
	$(BIN)/python -m benchmarks.scale --pages $(or $(PAGES),1000000)

serve: setup     ## scheduler and history browser with config.toml
	$(BIN)/visitwatch serve

lock:            ## resolve the requirements anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q -o requirements-dev.txt
	echo 'uv' | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q -o requirements-setup.txt
	echo 'setuptools>=80' | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q -o requirements-build.txt

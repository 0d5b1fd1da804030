# marsad: `make help` lists what there is. Every target sets up what it needs in .venv by itself.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check fix bench knowledge quality serve pins clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the example reports, print brief and ledger of Iran and Kazakhstan
	@rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/marsad read examples/reports --register demo.db
	$(BIN)/marsad brief IRN KAZ --register demo.db
	$(BIN)/marsad ledger IRN KAZ --register demo.db

test: $(READY) ## run the tests, with coverage
	@tests/services/postgresql.sh
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered -q

check: $(READY) ## lint, type-check, hold the layers, and see that the compiled knowledge is current
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m marsad.knowledge.lint

fix: $(READY) ## format and mend what can be mended by machine
	$(BIN)/ruff check --fix src tests benchmarks
	$(BIN)/ruff format src tests benchmarks

bench: $(READY) ## measure speed and memory, as ratios in one run
	$(BIN)/python -m benchmarks

knowledge: $(READY) ## check the knowledge files and compile them
	$(BIN)/python -m marsad.knowledge.lint --sources-only
	$(BIN)/python -m marsad.knowledge.compile

quality: $(READY) ## measure extraction on the annotated reports and write docs/quality.md
	$(BIN)/python -m tests.golden.quality

serve: $(READY) ## (not built yet) the web pages
	@echo "The web pages are not built yet; 'make demo' shows the brief in the terminal." && exit 1

pins: $(READY) ## renew requirements/dev.txt from its .in file
	$(BIN)/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --no-header --output-file requirements/dev.txt requirements/dev.in

clean: ## remove the virtual environment and what tests leave behind
	rm -rf $(VENV) .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache demo.db*

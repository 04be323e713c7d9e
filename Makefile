# harmtrace: `make demo` shows it at work, `make test` checks everything.
# Needs Python 3.11 or newer, make, and a package index that pip can reach. Nothing is installed outside this folder.

SHELL  := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN    := .venv/bin
READY  := .venv/ready
PIP    := -m pip -qq --disable-pip-version-check
CASE   := demo/case
EXAMPLE := examples/halvin
FEEDS  := demo/feeds
FILMED := XXX-20210511-001

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-footage test soak check format golden gate hostile misses quality docs bench bench-full real lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv with harmtrace and all it needs (again only when the pins change)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "harmtrace needs Python 3.11 or newer, found " + sys.version.split()[0])'
	@echo "setting up .venv (about half a minute)" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python $(PIP) install -c constraints.txt -e '.[dev,seal]'
	@$(BIN)/python $(PIP) install -c constraints.txt -e '.[engines]' || echo "spaCy does not install here: its tests are skipped by name" >&2
	@$(BIN)/python $(PIP) install -c constraints.txt -e '.[print]' || echo "WeasyPrint does not install here: no PDF, its tests are skipped by name" >&2
	@$(BIN)/python $(PIP) install -c constraints.txt -e '.[footage]' || echo "PyAV does not install here: videos are not opened, their tests are skipped by name" >&2
	@touch $@

demo: setup ## run the bundled case, print its incidents and the path of the report
	@rm -rf $(CASE) demo/sheet.html
	@mkdir -p $(CASE) && cp $(EXAMPLE)/harmtrace.toml $(CASE)
	@$(BIN)/harmtrace run $(EXAMPLE)/documents --gazetteer $(EXAMPLE)/gazetteer.csv --strikes $(EXAMPLE)/strikes.csv --case $(CASE) || test $$? -eq 1
	@if $(BIN)/python -c 'import av, PIL' 2>/dev/null; then $(MAKE) --no-print-directory demo-footage; \
	else echo "PyAV or Pillow does not install here: the demo goes without footage" >&2; fi

demo-footage:
	@rm -rf $(FEEDS) && $(BIN)/python -m tools.synthetic_footage $(FEEDS) --demo >/dev/null
	@$(BIN)/harmtrace footage add $(CASE) $(FEEDS)
	@$(BIN)/harmtrace footage scan $(CASE)
	@$(BIN)/harmtrace footage review $(CASE) halvin-uav-1.ts --from 4 --to 7 --incident $(FILMED) --label "strike impact" \
	  --by "Maren Rowe" --text "A flash at the building, then a second one beside it; smoke over both."
	@$(BIN)/harmtrace footage review $(CASE) halvin-uav-1.ts --second-of r1 --label "cannot tell" \
	  --by "Adi Sel" --text "Two flashes. What made either of them cannot be seen."
	@$(BIN)/harmtrace footage sheet $(CASE) $(FILMED) $(dir $(CASE))sheet.html
	@echo "$(CASE)/report/incident/$(FILMED).html"

check: setup ## style, types, the direction of imports
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "not formatted: run 'make format'"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/lint-imports.txt || { cat .venv/lint-imports.txt; exit 1; }

test: check ## everything: check, then tests, doctests, golden case and quality floors
	@$(BIN)/pytest

soak: setup ## the long tests in full: tampering, turned bits, kills, full disks (about half an hour)
	@HARMTRACE_SOAK=1 $(BIN)/pytest -s tests/faults/test_tamper.py tests/faults/test_kill_everywhere.py tests/faults/test_disk_full.py

format: setup ## put the code into the project's format
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

hostile: setup ## open 5,000 files with bytes changed, the bombs, and 100,000 telemetry packets with bytes changed
	@HARMTRACE_MUTATIONS=5000 HARMTRACE_PACKETS=100000 $(BIN)/pytest tests/faults/test_hostile.py tests/faults/test_hostile_recordings.py tests/laws/test_telemetry.py

golden: setup ## rewrite the stored results of the bundled case; read the diff before committing it
	@$(BIN)/python -m tests.golden.build
	@git --no-pager diff --stat -- tests/golden || true

gate: setup ## print precision and recall on the project's own corpus, beside their floors
	@$(BIN)/python -m tests.gate

misses: setup ## the same, with every miss and every invention listed
	@$(BIN)/python -m tests.gate --show

quality: .venv-bench/ready ## score reading beside three baselines: make quality [GOLD=FOLDER] [CONFIG=FILE]; writes docs/quality.md
	@.venv-bench/bin/python -m benchmarks.quality $(if $(GOLD),--gold $(GOLD)) $(if $(CONFIG),--config $(CONFIG))

docs: setup ## write docs/commands.md and the module tree anew
	@$(BIN)/python -m tools.generate_docs

.venv-bench/ready: pyproject.toml constraints.txt
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python $(PIP) install -c constraints.txt -e '.[bench]'
	@touch $@

bench: .venv-bench/ready ## measure speed and memory beside spaCy, dateparser and quantulum3; writes docs/speed.md
	@.venv-bench/bin/python -m benchmarks.bench

bench-full: .venv-bench/ready ## the same, up to 100,000 documents (about ten minutes)
	@.venv-bench/bin/python -m benchmarks.bench --full

real: setup ## measure reading on real data that others made: make real DATA=FOLDER
	@test -n "$(DATA)" || { echo "make real DATA=FOLDER: expected the folder of real data"; exit 2; }
	@$(BIN)/python -m benchmarks.real $(DATA)

lock: ## resolve the newest versions that fit and pin them all in constraints.txt
	@rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python $(PIP) install '.[dev,seal,print,footage,bench]'
	@{ sed '/^[^#]/,$$d' constraints.txt; .venv-lock/bin/python -m pip freeze --exclude-editable --exclude harmtrace; } > constraints.new
	@mv constraints.new constraints.txt && rm -rf .venv-lock build

clean: ## remove what make made, but not the environments
	@rm -rf demo build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# make run    sets up, cleans the seeds, starts the service
# make test   sets up and runs every check that needs no browser
# make browser  the checks in a real Chromium: workbench, plug-ins, hostile output
# make bench  measures accuracy and speed beside the peers, on a corpus of your own
# make compiled  the same engine compiled to a wheel in dist/, a fifth faster (a C compiler, some minutes), and its tests
# make train  fits the judges again from that corpus and the pages in tests/written
# Needs Python 3.11 or newer and an index to install from; everything is kept in .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT   ?= 8000
CORPUS ?= ../shared/corpus
SCORE  ?= ../shared/score/score.py
SETS   ?= vi-html vi-text world-news wcxb-articles
WITH   ?= cleaner,trafilatura_metadata,trafilatura_precision,resiliparse,readability_lxml

COMPILED := $(addprefix tests/,golden pages properties classify segment settle assemble metadata render rulebook web/test_clean.py web/test_guard.py)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help run seeds test browser lint bench compiled train clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# //p' Makefile | head -7

# pip is renewed because the one that comes with 3.11 fails on extras that two packages spell alike.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "make: no python3 found; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than Python 3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade pip

.venv/ready: .venv/bin/python pyproject.toml
	$(PIP) --editable '.[store]'
	@touch $@

.venv/ready-%: .venv/bin/python pyproject.toml
	$(PIP) --editable '.[$*]'
	@touch $@ .venv/ready

run: seeds
	@echo
	@echo "== the service: http://127.0.0.1:$(PORT)/ (stop it with Ctrl-C)"
	@$(BIN)/cleaner serve --port $(PORT) --data data

seeds: .venv/ready
	@for seed in seeds/*.txt; do \
		echo; echo "== $$seed: the article"; echo; \
		$(BIN)/cleaner clean "$$seed" --format markdown || exit; \
		echo; echo "== $$seed: the ledger"; echo; \
		$(BIN)/cleaner explain "$$seed" || exit; \
	done

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/browser --ignore tests/canary

browser: .venv/ready-test
	$(BIN)/python -m pytest tests/browser
	$(BIN)/python -m pytest tests/canary  # by themselves: one process can start one browser

lint: .venv/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/cleaner rules check

bench: .venv/ready-bench
	@test -f "$(SCORE)" || { echo "make bench: no scorer at $(SCORE); set SCORE=/path/to/score.py" >&2; exit 1; }
	@for set in $(SETS); do \
		test -f "$(CORPUS)/$$set/gold.jsonl" || { echo "make bench: no $(CORPUS)/$$set/gold.jsonl; set CORPUS=/path and SETS=..." >&2; exit 1; }; \
		$(BIN)/python -c 'import hashlib, sys; print(sys.argv[1], "sha256", hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest()[:16])' "$(CORPUS)/$$set/gold.jsonl"; \
	done
	$(BIN)/python "$(SCORE)" $(addprefix $(CORPUS)/,$(SETS)) --with $(WITH) --json .venv/bench.json
	$(BIN)/python -m tests.bench.floors .venv/bench.json "$(CORPUS)"

# Built from a copy, since modules compiled in place would be imported instead of the source they were made from. The
# tests of the engine run beside the unpacked wheel, where there is no source to import by mistake.
compiled: .venv/ready-compiled
	rm -rf dist/compiled build/source build/compiled
	mkdir -p build/source && cp -r cleaner rules pyproject.toml README.md LICENSE build/source
	cd build/source && HATCH_BUILD_HOOK_ENABLE_MYPYC=1 ../../$(BIN)/python -m hatchling build -t wheel -d ../../dist/compiled
	$(BIN)/python -m zipfile -e dist/compiled/*.whl build/compiled
	cp -r tests seeds rules pyproject.toml build/compiled
	cd build/compiled && ../../$(BIN)/python -c 'import cleaner.segment.html as m; assert m.__file__.endswith(".so"), m'
	cd build/compiled && ../../$(BIN)/python -m pytest -n 2 --dist loadfile $(COMPILED)

train: .venv/ready-train
	@test -d "$(CORPUS)" || { echo "make train: no corpus at $(CORPUS); set CORPUS=/path/to/corpus" >&2; exit 1; }
	$(BIN)/python -m cleaner.train "$(CORPUS)" --also tests/written
	$(BIN)/python -m cleaner.train "$(CORPUS)" --kind text
	$(BIN)/python -m cleaner.train "$(CORPUS)" --also tests/written --kind lines

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

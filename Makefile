# Everything runs in .venv, which is made on first need and again when pyproject.toml changes.

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint gate bench bench-robust train clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRAIN := .venv-train

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY) ## make .venv with Headwater and the tools of its developers

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Headwater needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)."; \
	  echo "Name another one: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(READY) ## read the example story and show the report
	@mkdir -p demo
	@rm -f demo/story.case demo/story.case-wal demo/story.case-shm
	$(BIN)/headwater read examples/story --case demo/story.case
	$(BIN)/headwater report demo/story.case -o demo/story.html
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  $(BIN)/python -c 'import pathlib, webbrowser; webbrowser.open(pathlib.Path("demo/story.html").resolve().as_uri())'; \
	fi
	@echo "The report is $(CURDIR)/demo/story.html"

lint: $(READY) ## ruff, mypy and the layers of the packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint ## lint, every test with what was skipped and why, and the small part of the gate
	$(BIN)/pytest -n 2
	$(BIN)/python -m benchmarks.gate --small

gate: $(READY) ## measures on the gold against their floors
	$(BIN)/python -m benchmarks.gate

bench: $(READY) ## speed and memory; kills, a page without end, a full disk, mutated files: about 5 minutes
	$(BIN)/python -m benchmarks.speed
	$(MAKE) --no-print-directory robust KILLS=15 INPUTS=10000 SEEDS=1

bench-robust: $(READY) ## the same without speed, as often as docs/robustness.md tells: about an hour
	$(MAKE) --no-print-directory robust KILLS=200 INPUTS=50000 SEEDS="1 2 3"

# Status 3 of the full disk: no small disk can be mounted here, which it says.
.PHONY: robust
robust: $(READY)
	$(BIN)/python -m benchmarks.kills --times $(KILLS) --lines 60
	$(BIN)/python -m benchmarks.holdups --articles 40
	$(BIN)/python -m benchmarks.fulldisk || test $$? -eq 3
	for seed in $(SEEDS); do $(BIN)/python -m benchmarks.fuzz --inputs $(INPUTS) --seed $$seed || exit 1; done

# PyTorch is needed for training alone, so it has an environment of its own.
$(TRAIN)/.ready: pyproject.toml
	test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(TRAIN)/bin/python -m pip install --quiet --editable . --group train
	@touch $@

train: $(TRAIN)/.ready ## make the reader's weights anew from the gold (about an hour on two cores; goes on where it was stopped)
	HF_HUB_OFFLINE=1 $(TRAIN)/bin/python -m training.reader.train --out build/reader
	$(TRAIN)/bin/python -m training.reader.export build/reader src/headwater/models/weights
	$(TRAIN)/bin/python -m training.reader.score build/reader src/headwater/models/weights

clean: ## remove the demo, builds and caches (.venv stays)
	rm -rf demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

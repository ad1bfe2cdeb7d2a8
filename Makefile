# Needs Python 3.11 or newer, git and make. Everything else is installed into .venv,
# and on Debian-like systems missing system libraries too, when run as root.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

# Unicode's own cases of mixed directions and an English dictionary, where these may be installed:
# elsewhere the tests that need them are skipped and say how to get them.
TEST_TEXTS := [ -e /usr/share/unicode/BidiTest.txt -a -e /usr/share/hunspell/en_US.dic ] \
  || [ "$$(id -u)" != 0 ] || { apt-get update -qq && apt-get install -y -qq \
  --no-install-recommends unicode-data libenchant-2-2 hunspell-en-us; } > /dev/null 2>&1 || true

# Which parts of the torture to run (all of them without), and how much of each: 0.02 for a look.
ONLY ?=
SCALE ?= 1

.PHONY: run demo test torture accessibility lint bench peers axe pictures messages bundle wheel lock clean

run: $(READY)
	@$(BIN)/python -m personamap.gui.preflight --install window
	$(BIN)/python -m personamap examples/onboarding.personamap

demo: $(READY)
	mkdir -p build/demo
	$(BIN)/personamap check --fail-on never examples/onboarding.personamap
	$(BIN)/personamap export examples/onboarding.personamap --to pdf --out build/demo/sheets.pdf
	$(BIN)/personamap export examples/onboarding.personamap --to pdf --what report --out build/demo/coverage.pdf
	@echo "The sheets and the coverage report are in build/demo/."

test: $(READY) lint
	@$(BIN)/python -m personamap.gui.preflight --install offscreen
	@$(TEST_TEXTS)
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile

torture: $(READY)
	@$(BIN)/python -m personamap.gui.preflight --install offscreen
	@QT_QPA_PLATFORM=offscreen TORTURE_SCALE=$(SCALE) $(BIN)/python -m tests.torture $(ONLY)

# An assistive client walks every workspace and dialog, on a screen of its own; a few minutes.
accessibility: $(READY)
	@$(BIN)/python -m personamap.gui.preflight --install window
	@$(BIN)/python -m tests.accessibility $(ONLY)

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) peers
	@for bench in tests/benchmarks/bench_*.py; do $(BIN)/python $$bench || exit 1; done

# Other tools that the benchmarks compare with. Without them those that need them say so.
peers: $(READY)
	@[ -x .venv-bench/bin/python ] || { $(PYTHON) -m venv .venv-bench && \
	  .venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements-bench.lock; } || rm -rf .venv-bench

# The checker of web pages. Once it is there, `make test` asks it too, where Chromium is installed.
axe:
	npm install --silent --no-audit --no-fund --prefix build/axe axe-core@4.14.1

# Every place of the window in every look, into build/pictures/; those of the README are renewed.
pictures: $(READY)
	@$(BIN)/python -m personamap.gui.preflight --install offscreen
	$(BIN)/python -m docs.camera

# What is new or was reworded waits in resources/locale/*.po for a translation.
messages: $(READY)
	$(BIN)/python tools/messages.py

# A folder that needs no Python, for this kind of computer: build/bundle/personamap/.
bundle: $(READY)
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN --distpath build/bundle \
	  --workpath build/bundle-work bundle/personamap.spec

wheel: $(READY)
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Written without any registry's address, so that it works behind a mirror.
lock: $(READY)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --extra test pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --group pyproject.toml:bench -o requirements-bench.lock

$(READY): requirements.lock pyproject.toml $(wildcard resources/locale/*.po)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "personamap needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Set PYTHON=/path/to/python3.11.")'
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) .venv-bench build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

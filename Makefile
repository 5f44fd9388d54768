# Two commands matter: make demo, make test. Each sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test gates operators conformance docs pictures lint types bench fields clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[site]'
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

# Judges of the written files; .ci/run installs the system tools that they need.
$(VENV)/installed-gates: $(VENV)/installed-test tests/gates/package.json
	$(BIN)/python -m pip install --quiet --editable '.[gates,deploy-test]'
	npm install --prefix tests/gates --no-package-lock --no-audit --no-fund --silent
	@touch $@

demo: $(VENV)/installed
	$(BIN)/leadkit check jurisdictions/albany-ny jurisdictions/example-county
	$(BIN)/leadkit build jurisdictions/albany-ny jurisdictions/example-county --out out
	$(BIN)/leadkit site build jurisdictions/example-county --out out/example-county-site

test: $(VENV)/installed-test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --quiet $(PYTEST_ARGS)

gates: $(VENV)/installed-gates

# Mistakes by the hundred in every program, which takes a quarter of an hour; the tests make a sample.
operators: $(VENV)/installed-test
	LEADKIT_MISTAKES=500 $(BIN)/python -m pytest --quiet tests/mistakes/test_operators.py

# The cases that bind every engine, made anew from the programs; look at what changed before it is kept.
conformance: $(VENV)/installed-test
	$(BIN)/python -m tests.policy.conformance.writing

# Warnings are errors; with --quiet mkdocs would not count them.
docs: $(VENV)/installed-test
	$(BIN)/python -m mkdocs build
	@echo "Written: out/docs/index.html"

# Every picture of the documentation anew; look at each before it is kept.
pictures: $(VENV)/installed-gates
	$(BIN)/python docs/pictures.py

lint: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-test
	$(BIN)/mypy

# All comparisons, which take hours; BENCH=site, for one, makes those of the site alone.
bench: $(VENV)/installed-test
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python -m benchmarks $(BENCH)

fields: $(VENV)/installed-test
	$(BIN)/python -m leadkit.model.describe

clean:
	rm -rf $(VENV) out dist build tests/gates/node_modules

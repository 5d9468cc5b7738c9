# Two commands for a bare machine (Python 3.11, pip, make): `make demo` and `make test`.
# Each makes .venv when it is not there and leaves a stamp, so a second run takes seconds.

PYTHON ?= python3
BIN    := .venv/bin

.PHONY: demo test lint types docs generated date-words bench bench-dates clean

.venv/pip.stamp:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'   # older ones know no dependency groups
	touch $@

.venv/%.stamp: pyproject.toml .venv/pip.stamp
	$(BIN)/python -m pip install --quiet --editable . $(if $(filter-out demo,$*),--group $*)
	touch $@

demo: .venv/demo.stamp
	@$(BIN)/python examples/demo.py

test: .venv/test.stamp
	$(BIN)/python -m pytest -n auto -m "not untraced" --cov --cov-report=term
	$(BIN)/python -m pytest -n auto -m untraced

lint: .venv/lint.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/lint.stamp .venv/test.stamp
	$(BIN)/mypy
	@for each in conftest.py tests/*/conftest.py; do $(BIN)/mypy $$each || exit 1; done   # modules of one name

docs: .venv/docs.stamp
	$(BIN)/python -m sphinx -q -n -W --keep-going -b html docs build/docs

generated: .venv/demo.stamp
	@mkdir -p build
	$(BIN)/python docs/make_field_maps.py
	$(BIN)/python docs/make_carried.py
	$(BIN)/python docs/make_page_sources.py
	$(BIN)/python docs/make_date_forms.py
	$(BIN)/python docs/make_checks.py
	$(BIN)/python -m newsmodel.formats.native_schema > build/native.schema.json
	mv build/native.schema.json docs/native.schema.json

date-words: .venv/lint.stamp .venv/demo.stamp   # needs npm when CLDR is not in build/cldr
	$(BIN)/python scripts/make_date_words.py

bench: .venv/demo.stamp
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/documents.py   # of the samples beside the project, where they are

bench-dates: .venv/bench.stamp
	$(BIN)/python benchmarks/dates.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .coverage

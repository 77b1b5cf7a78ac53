# Needs git, make and Python 3.11 or later. Everything else is installed into .venv/, from requirements/*.txt.
PYTHON ?= python3
BIN := .venv/bin
CODE := pipeline tests

.PHONY: run test test-spark fuzz check format bench bench-spark picture lock clean

run: .venv/.ready
	$(BIN)/tallywire run corpus --out outputs

test: .venv/.ready
	$(BIN)/python -m pytest -q

# A master and two workers of Apache Spark on this machine, some of them killed. Needs Java 17; takes a few minutes.
test-spark: .venv/.spark
	$(BIN)/python -m pytest -q -m spark

# Seconds for each target; what breaks something is left in .fuzz/ as crash-*: make fuzz [SECONDS=600]
fuzz: .venv/.fuzz
	@for target in readers quantities; do \
		mkdir -p .fuzz/$$target && $(BIN)/python tests/fuzz/fuzz.py $$target \
			-max_total_time=$(SECONDS) -artifact_prefix=.fuzz/ .fuzz/$$target || exit 1; done
SECONDS = 600

check: .venv/.ready
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy --strict pipeline
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q

format: .venv/.ready
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

# What the whole job costs, against spaCy alone on the same articles: make bench [ARTICLES=folder] [BENCH=full] [PAIRS=3]
bench: .venv/.ready
	BENCH=$(BENCH) PAIRS=$(PAIRS) $(BIN)/python tests/benchmark/bench.py $(ARTICLES)

# What Spark costs against processes of this machine, on the same articles: make bench-spark [ARTICLES=folder]
bench-spark: .venv/.spark
	$(BIN)/python tests/benchmark/bench_spark.py $(ARTICLES)

# The README's picture of the page, taken anew by a Chromium that is installed here.
picture: .venv/.ready
	$(BIN)/python tests/reporting/picture.py

# Writes the lock files from pyproject.toml. Versions stay as they are; `make lock UPGRADE=--upgrade` takes newer ones.
# A machine's own package folders are left out of it: their hashes hold on that machine only.
LOCK = env -u UV_EXTRA_INDEX_URL -u UV_INDEX -u UV_FIND_LINKS UV_CUSTOM_COMPILE_COMMAND="make lock" \
	$(BIN)/uv pip compile $(UPGRADE) --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links
lock: .venv/.uv
	$(LOCK) pyproject.toml --extra export --group dev --output-file requirements/lock.txt
	$(LOCK) --group setup --output-file requirements/uv.txt
	$(LOCK) --group spark --output-file requirements/spark.txt
	$(LOCK) --group fuzz --output-file requirements/fuzz.txt

clean:
	rm -rf .venv .fuzz dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# The two stamps: the environment with uv in it, and the environment with all that the lock names.
.venv/.uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "tallywire needs Python 3.11 or later, and '$(PYTHON)' is not: name another, as in 'make run PYTHON=python3.12'" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
		echo "'$(PYTHON) -m venv' failed: install Python's venv module (on Debian and Ubuntu the package python3-venv)" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

# uv does not read pip's configuration; where only that names a mirror or a certificate, pip installs the same lock.
.venv/.ready: .venv/.uv requirements/lock.txt pyproject.toml
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes requirements/lock.txt || { \
		echo "uv could not install the lock; trying pip, which takes longer" >&2; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

# What only some tests need is added to that environment: requirements/spark.txt, requirements/fuzz.txt.
.venv/.spark .venv/.fuzz: .venv/.%: requirements/%.txt .venv/.ready
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r $< || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Citewell's commands; `make help` lists them. All that is needed is Python 3.11+ and make.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export PORT ?= 8000
PYTEST := $(PY) -m pytest -q
# Stands in the data folder: who empties that, or names another, has it gathered again.
STATIC := $(or $(DATA_DIR),var)/static/staticfiles.json
# What collectstatic gathers of ours; a change makes the next start gather again.
STATIC_SOURCES := $(shell find static citewell home search importing operations security -path '*static*' -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: audit release-check bench-search messages screenshots bench-pages bench-editor guide attack bench-importing bench-wordpress bench-library bench-citing bench-retractions bench-review bench-references bench-demo train-references help run dev test lint format test-sqlite test-postgresql test-browser chromium java lock docs clean bench-find-text pango attack-cache bench-site nginx

##@ Run
run: $(VENV)/.runtime $(STATIC) ## Serve the site with the demo clinic on PORT (8000)
	@$(PY) -m operations.port
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_demo --if-empty
	@exec $(PY) manage.py serve

dev: export DEBUG = 1
dev: $(VENV)/.development ## The same with debug on; reloads when a file changes
	@$(PY) -m operations.port
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_demo --if-empty
	@exec $(PY) manage.py runserver localhost:$(PORT)

##@ Check
lint: $(VENV)/.development ## Style, types, walls between rooms, missing migrations
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(VENV)/bin/lint-imports
	@$(PY) -m mypy
	@DJANGO_SETTINGS_MODULE=tests.settings $(PY) manage.py makemigrations --check --dry-run

test: pango lint test-sqlite test-postgresql test-browser ## Everything: lint, both databases, browser journeys

test-sqlite: $(VENV)/.development ## Unit and integration tests on SQLite, with coverage
	@$(PYTEST) -n 2 -m "not browser" --cov --cov-report=term:skip-covered

test-postgresql: $(VENV)/.development ## The same on a real PostgreSQL (DATABASE_URL, or one started for it)
	@$(PY) -m tests.postgres -- $(PYTEST) -n 2 -m "not browser"

test-browser: $(VENV)/.development $(STATIC) chromium java ## Journeys in real Chromium
	@$(PYTEST) -m browser tests/browser

pango: # for leaflets as PDF; without it they are printed from the browser and a check says so
	@ldconfig -p 2>/dev/null | grep -q libpangoft2 || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null; } || \
	{ sudo -n apt-get update -qq && sudo -n apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null; } || \
	echo "Pango could not be installed; leaflets are not made as PDF and those tests are skipped."

java: # for the Nu Html Checker; without it that one test is skipped and says so
	@command -v java >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq default-jre-headless >/dev/null; } || \
	{ sudo -n apt-get update -qq && sudo -n apt-get install -y -qq default-jre-headless >/dev/null; } || \
	echo "Java could not be installed; the HTML is not checked for validity."

nginx: # to measure beside; without it those lines are left out
	@command -v nginx >/dev/null || test -x /usr/sbin/nginx || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq nginx-light >/dev/null; } || \
	{ sudo -n apt-get update -qq && sudo -n apt-get install -y -qq nginx-light >/dev/null; } || \
	echo "nginx could not be installed; nothing is measured beside it."

chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	{ sudo -n apt-get update -qq && sudo -n apt-get install -y -qq chromium >/dev/null; } || \
	{ echo "The browser journeys need Chromium: install it with your system's packages (Debian: apt-get install chromium)."; exit 1; }

##@ Measure
attack: $(VENV)/.development attack-cache ## The long suites at full counts: 20 times the examples of `make test`
	@ATTACK_FACTOR=20 $(PYTEST) -n 2 tests/citewell/references/reading tests/citewell/references/notices tests/citewell/references/formats tests/citewell/references/styles tests/importing/readers tests/search/test_page.py tests/operations/test_nothing_lost.py
	@ATTACK_FACTOR=20 $(PYTEST) -s tests/security/test_no_server_error.py
	@ATTACK_FACTOR=20 $(PY) -m tests.postgres -- $(PYTEST) -s tests/security/test_no_server_error.py
	@DJANGO_SETTINGS_MODULE=tests.settings $(PY) -W ignore -m tests.citewell.images.bench_uploads

attack-cache: $(VENV)/.development ## 100,000 mixed requests while editors publish: is any page old or another's? (10 minutes)
	@$(PY) -m tests.citewell.pagecache.stress --requests 100000

bench-importing: $(VENV)/.development ## Seconds and megabytes to import a 40-page article with 130 references
	@folder=$$(mktemp -d) && export DATA_DIR=$$folder && $(PY) manage.py migrate --verbosity 0 && \
	$(PY) -m tests.importing.bench; rm -rf $$folder

bench-wordpress: $(VENV)/.development ## Seconds and megabytes to move 1,000 posts from WordPress
	@folder=$$(mktemp -d) && export DATA_DIR=$$folder DJANGO_SETTINGS_MODULE=config.settings && \
	$(PY) manage.py migrate --verbosity 0 && $(PY) manage.py load_demo --json >/dev/null && \
	$(PY) -m tests.importing.bench_wordpress; rm -rf $$folder

bench-references: $(VENV)/.development ## How right and fast references are read and written (7 minutes; 2 behind train-references)
	@$(PY) -m tests.citewell.references.bench --keep build/folds

bench-library: $(VENV)/.development ## Milliseconds of the library with 10,000 sources, pasting 2,000 included
	@folder=$$(mktemp -d) && DATA_DIR=$$folder $(PY) -m tests.citewell.references.bench_library; rm -rf $$folder

bench-citing: $(VENV)/.development ## Milliseconds of a page with 300 sources and 500 marks, beside one without
	@folder=$$(mktemp -d) && DATA_DIR=$$folder $(PY) -m tests.citewell.references.bench_citing; rm -rf $$folder

bench-retractions: $(VENV)/.development ## Seconds to load 70,000 records of retractions, on both databases
	@folder=$$(mktemp -d) && DATA_DIR=$$folder $(PY) -m tests.citewell.references.bench_retractions && \
	$(PY) -m tests.postgres -- $(PY) -m tests.citewell.references.bench_retractions; rm -rf $$folder

bench-site: $(VENV)/.development nginx ## Processor time, queries and memory beside stock Wagtail and nginx, same content (an hour)
	@$(PY) -m tests.performance.bench_site

bench-pages: $(VENV)/.development $(STATIC) chromium ## Bytes, requests and times of a first visit to the demo's pages
	@$(PY) -m tests.browser.bench

bench-editor: $(VENV)/.development $(STATIC) chromium ## Seconds to open, save and autosave a long article; five editors at once
	@$(PY) -m tests.browser.bench_editor

screenshots: $(VENV)/.development $(STATIC) chromium ## Pictures of every kind of page, into build/screenshots
	@$(PY) -m tests.browser.screenshots

bench-review: $(VENV)/.development ## The review board over 10,000 pages; verifying 100,000 sign-offs
	@$(PY) -m tests.citewell.review.bench_board
	@$(PY) -m tests.citewell.review.bench_verify

SEARCHBENCH ?= ../shared/searchbench
bench-search: $(VENV)/.development ## How right and fast searches are, on both databases, beside Wagtail's own
	@$(PY) -m tests.search.bench --folder $(SEARCHBENCH)

bench-find-text: $(VENV)/.development ## Seconds to find phrases in 10,000 pages, on both databases
	@$(PY) -m tests.citewell.wording.bench_find_text
	@$(PY) -m tests.postgres -- $(PY) -m tests.citewell.wording.bench_find_text

bench-demo: $(VENV)/.development ## Seconds to build the demo with 10,000 generated pages
	@folder=$$(mktemp -d) && export DATA_DIR=$$folder && $(PY) manage.py migrate --verbosity 0 && \
	time $(PY) manage.py load_demo --conditions 10000 --json; rm -rf $$folder

audit: $(VENV)/.development ## Known weaknesses of the locked packages (needs the advisories' service)
	@$(PY) -m uv tool run --quiet pip-audit --disable-pip --require-hashes -r requirements.txt

##@ Maintain
GOLD ?= ../shared/refgold
train-references: $(VENV)/.development ## Train the reference reader anew on GOLD (9 minutes)
	@$(PY) -m citewell.references.training --gold $(GOLD) --keep build/folds

format: $(VENV)/.development ## Format the code
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

lock: $(VENV)/.development ## Compile requirements anew from pyproject.toml
	@$(PY) -m uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --upgrade --extra site pyproject.toml -o requirements.txt
	@$(PY) -m uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --upgrade --extra site --group dev pyproject.toml -c requirements.txt -o requirements-dev.txt

docs: $(VENV)/.development ## Make the generated pages of docs/ anew
	@$(PY) -m config.environment > docs/settings.md
	@$(PY) -m access.roles > docs/roles.md
	@for page in checks commands signals; do $(PY) -m config.reference $$page > docs/$$page.md; done

messages: $(VENV)/.development ## Compile the translations of the interface (needs gettext)
	@for folder in locale/*/LC_MESSAGES; do msgfmt --check-format -o $$folder/django.mo $$folder/django.po; done

guide: $(VENV)/.development $(STATIC) chromium ## Take the pictures of the editors' guide anew
	@$(PY) -m tests.browser.guide

release-check: $(VENV)/.development ## Whether the version and its change log can be released, and what a wheel of it holds
	@$(PY) -m operations.release
	@$(PY) manage.py check --deploy --fail-level ERROR
	@folder=$$(mktemp -d) && { $(PY) -m uv build --wheel --quiet --out-dir $$folder && ls $$folder; status=$$?; rm -rf $$folder; exit $$status; }

clean: ## Remove the environment and what tests left; the site's data in var/ stays
	@rm -rf $(VENV) build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- Behind the commands -----------------------------------------------------------------

# uv where it is or can be installed, plain pip otherwise.
define install
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(PY) --require-hashes -r $(1); \
	elif $(PY) -m uv --version >/dev/null 2>&1 || $(PY) -m pip install --quiet --disable-pip-version-check uv 2>/dev/null; then \
		$(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r $(1); \
	else $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi
endef

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Citewell needs Python 3.11 or newer as $(PYTHON); name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(PY)
	@echo "Installing what the site needs …"
	$(call install,requirements.txt)
	@touch $@

$(VENV)/.development: requirements-dev.txt | $(PY)
	@echo "Installing what development needs …"
	$(call install,requirements-dev.txt)
	@touch $@ $(VENV)/.runtime

$(STATIC): requirements.txt $(STATIC_SOURCES) | $(VENV)/.runtime
	@echo "Gathering static files …"
	@$(PY) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@

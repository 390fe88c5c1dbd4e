# The whole life of the catalogue: `make help`. Everything that is installed stays inside this folder.
PYTHON ?= python3
PORT ?= 8000
PUBLISH_DIR ?= public
# Two more than there are cores, since a test in a browser often waits.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 2)')
COMPRESS ?= --compress
DOCKER ?= docker
LISTEN ?= 443 ssl http2
# Messages about the content: text, or beside the lines of a proposed change on GitHub and GitLab (which reads a file).
FORMAT ?= $(if $(GITHUB_ACTIONS),github,$(if $(GITLAB_CI),gitlab,text))
REPORT := --format $(FORMAT) $(if $(filter gitlab,$(FORMAT)),--output gl-code-quality-report.json)

BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
NODE := $(BIN)/python -m tools.node node
NPM := $(BIN)/python -m tools.node npm
say = @printf '%s\n' "$(1)"

# An environment works in the folder and with the Python that it was made for; moved, copied or outdated, it is made anew.
ifneq "$(shell cat .venv/.site 2>/dev/null)" "$(CURDIR) $(realpath .venv/bin/python)"
$(shell rm -f .venv/.site .venv/.dev)
endif

# Each of the many processes here would compile the package again.
unexport PYTHONDONTWRITEBYTECODE

MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := serve
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve site check haak content schema links upkeep test fuzz lint test-node test-python publish nginx rsync rollback s3 container smoke audit bench count mutate lock clean distclean assets

help:
	@echo 'make                            alles klaarzetten en de site tonen op http://127.0.0.1:$(PORT) (PORT=8000)'
	@echo 'make check                      alleen de inhoud controleren'
	@echo 'make haak                       voortaan vóór elke commit controleren'
	@echo 'make content                    controleren, bouwen en de links binnen de site nagaan (bij alleen nieuwe inhoud)'
	@echo 'make links                      andere sites vragen of onze links nog werken'
	@echo 'make upkeep                     opschrijven wat er te doen is: wat oud wordt, wat ontbreekt, welke links stuk zijn'
	@echo 'make test                       alles controleren, zoals bij een wijzigingsvoorstel'
	@echo 'make fuzz                       zoeken naar invoer waar niemand aan dacht (duurt lang)'
	@echo 'make site                       alleen bouwen, in output/'
	@echo 'make lint                       alleen stijl, typen en instellingen controleren'
	@echo 'make publish SITEURL=https://… CATALOGUE_MAIL=…  bouwen om te publiceren, in $(PUBLISH_DIR)/ (PUBLISH_DIR=public)'
	@echo 'make rsync SITEURL=… TO=…       publiceren op een server: TO=naam@server:/srv/mvo (make rollback TO=…: de vorige tonen)'
	@echo 'make s3 SITEURL=… TO=…          publiceren in een bucket van S3, met rclone: TO=s3:mvo'
	@echo 'make container SITEURL=…        een container met nginx en de site maken, met de naam mvo (DOCKER=podman)'
	@echo 'make nginx SITEURL=… ROOT=…     de instellingen van nginx tonen, voor een site in ROOT/current'
	@echo 'make smoke SITEURL=…            kijken of een site die gepubliceerd is werkt'
	@echo 'make audit                      vragen of er lekken bekend zijn in pakketten die we gebruiken'
	@echo 'make schema                     alles maken wat uit de modellen komt: docs/velden.md, docs/regels.md, .build/schema/'
	@echo 'make bench NAME=…               meten (SIZES=1000,10000)'
	@echo 'make count                      tellen: regels, modules en de langste functies'
	@echo 'make mutate ROOM=… TESTS=…      welke kleine wijziging merkt geen test? (MOST=40)'
	@echo 'make lock                       versies opnieuw vastleggen (UPGRADE=1: de nieuwste)'
	@echo 'make clean                      weghalen wat gebouwd is (make distclean: ook wat geïnstalleerd is)'

serve: assets
	@$(BIN)/mvo serve --port $(PORT)

site: assets
	@$(BIN)/mvo build --if-changed

check: .venv/.site
	@$(BIN)/mvo check $(REPORT)

# Install the pre-commit hook, unless there is another one.
haak: .venv/.site
	@hook="$$(git rev-parse --git-path hooks)/pre-commit"; \
	! test -e "$$hook" || grep -q 'make haak' "$$hook" || { echo "Er is al een andere haak: $$hook. Haal die eerst weg."; exit 1; }; \
	mkdir -p "$$(dirname "$$hook")" && cp tools/pre-commit "$$hook" && echo 'Vóór elke commit volgt nu de controle.'

# The gate for a change of only the content; it does not install the tests.
content: assets check
	@$(BIN)/mvo build --if-changed
	@$(BIN)/python -m tools.site_links output

links: .venv/.site
	@$(BIN)/mvo links $(REPORT)

# The text of the upkeep issue; a broken link is part of it and does not fail.
upkeep: .venv/.site
	@mkdir -p .build
	@{ echo 'De computer zoekt dit elke week opnieuw op. Wat u hier zelf schrijft, gaat dan verloren; schrijf het als reactie.'; \
	  for command in overzicht links; do printf '\n~~~~text\n'; $(BIN)/mvo $$command; printf '~~~~\n'; done; } >.build/upkeep.md
	$(call say,Geschreven: .build/upkeep.md)

# Linting runs beside the rest, on one core.
test: .venv/.dev node_modules/.installed
	@$(BIN)/python -m tools.browser >/dev/null
	@$(MAKE) lint & lint=$$!; $(MAKE) check site test-node test-python; ok=$$?; wait $$lint && exit $$ok

test-python: .build/moto/.installed
	$(call say,Tests in Python en in de browser …)
	@$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal

test-node: assets
	$(call say,Tests in Node …)
	@$(NODE) --test-reporter=spec tests/js/all.mjs

# Property tests with new random examples; a failure prints how to repeat it.
fuzz: .venv/.dev assets
	@$(BIN)/pytest --hypothesis-profile fuzz -m hypothesis --numprocesses $(WORKERS) --dist worksteal

lint: .venv/.dev node_modules/.installed
	$(call say,Code en instellingen controleren …)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports --no-logo) || { echo "$$said"; exit 1; }
	@$(NODE) node_modules/typescript/bin/tsc --project jsconfig.json
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	@$(BIN)/zizmor --offline --quiet --no-progress --persona pedantic .github
	@$(BIN)/python -m tools.tracked_files

# Mutation testing: which small changes of the code no test notices. Takes minutes to hours; not part of a gate.
mutate: .build/cosmic-ray/.installed
	@test -n '$(ROOM)' -a -n '$(TESTS)' || { echo 'Bijvoorbeeld: make mutate ROOM=validation TESTS=tests/validation MOST=40'; exit 1; }
	@$(BIN)/python -m tools.mutate $(ROOM) $(TESTS) $(if $(MOST),--most $(MOST))

.build/cosmic-ray/.installed: requirements/mutate.txt | .venv/.dev node_modules/.installed
	@$(PYTHON) -m venv --clear .build/cosmic-ray
	@.build/cosmic-ray/bin/python -m pip install -qq --disable-pip-version-check \
		--only-binary :all: --no-binary yattag --require-hashes -r $< # yattag has no wheel
	@touch $@

.build/moto/.installed: requirements/moto.txt | .venv/.site
	@$(PYTHON) -m venv --clear .build/moto
	@.build/moto/bin/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes -r $<
	@touch $@

# Lines, modules and the longest functions.
count: .venv/.dev node_modules/.installed
	@$(BIN)/python -m tools.count

schema: .venv/.site
	@$(BIN)/mvo schema

publish: assets
	@CATALOGUE_COMMIT="$${CATALOGUE_COMMIT-$$(git describe --always --dirty --abbrev=40 --exclude='*' 2>/dev/null)}" $(BIN)/mvo build --settings publishconf.py --output '$(PUBLISH_DIR)' $(COMPRESS)

rsync:
	@test -n '$(SITEURL)' -a -n '$(TO)' || { echo 'Bijvoorbeeld: make rsync SITEURL=https://mvo.example.nl TO=naam@server:/srv/mvo'; exit 1; }
	@$(MAKE) publish
	@deploy/rsync publish '$(PUBLISH_DIR)' '$(TO)' '$(SITEURL)'

rollback:
	@deploy/rsync rollback '$(TO)'

s3:
	@test -n '$(SITEURL)' -a -n '$(TO)' || { echo 'Bijvoorbeeld: make s3 SITEURL=https://mvo.example.nl TO=s3:mvo'; exit 1; }
	@$(MAKE) publish
	@$(BIN)/python -m tools.publish_s3 '$(PUBLISH_DIR)' '$(TO)'

container:
	@test -n '$(SITEURL)' || { echo 'Bijvoorbeeld: make container SITEURL=https://mvo.example.nl'; exit 1; }
	@$(MAKE) publish PUBLISH_DIR=public
	@$(MAKE) nginx ROOT=/srv/mvo LISTEN=8080 >.build/nginx.conf
	@$(DOCKER) build --file deploy/Containerfile --tag mvo \
		--build-arg BASE="$$(echo '$(SITEURL)' | sed -E 's|^[a-z]+://[^/]*||; s|/+$$||')" .

smoke:
	@$(PYTHON) -m tools.smoke '$(SITEURL)'

# Uses online services; runs every week, not part of a gate.
audit: .build/audit/.installed .venv/.site
	@bad=0; \
	for lock in requirements/*.txt; do .build/audit/bin/pip-audit --progress-spinner off --disable-pip -r $$lock || bad=1; done; \
	for folder in . tools/chromium bench; do $(NPM) audit --prefix $$folder || bad=1; done; \
	exit $$bad

.build/audit/.installed: requirements/audit.txt | .venv/.site
	@$(PYTHON) -m venv --clear .build/audit
	@.build/audit/bin/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes -r $<
	@touch $@

nginx: .venv/.site
	@test -n '$(SITEURL)' -a -n '$(ROOT)' || { echo 'Bijvoorbeeld: make nginx SITEURL=https://mvo.example.nl ROOT=/srv/mvo'; exit 1; }
	@$(BIN)/python -m tools.nginx_conf '$(SITEURL)' '$(ROOT)' '$(LISTEN)'

bench: .venv/.dev assets
	@test -n '$(NAME)' || { echo 'Welke meting? Bijvoorbeeld: make bench NAME=build'; exit 1; }
	@$(BIN)/python -m bench.$(NAME) $(if $(SIZES),--sizes $(SIZES))

# Stamps of what is installed; each is newer than the files that determine it.
.venv/.site: requirements/site.txt pyproject.toml
	@command -v '$(PYTHON)' >/dev/null || { echo 'Python 3.11 of nieuwer is nodig en staat niet op deze computer.'; exit 1; }
	$(call say,Python-pakketten installeren …)
	@$(PYTHON) tools/make_venv.py
	@$(PIP_INSTALL) --only-binary :all: --require-hashes -r requirements/site.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q plugins
	@$(BIN)/python -c 'import os, sys; print(os.getcwd(), os.path.realpath(sys.executable))' >$@

.venv/.dev: requirements/dev.txt | .venv/.site
	$(call say,Python-pakketten voor de tests installeren …)
	@$(PIP_INSTALL) --only-binary :all: --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.installed: package-lock.json | .venv/.site
	$(call say,Node-pakketten installeren …)
	@$(NPM) ci --ignore-scripts --loglevel=error >/dev/null
	@touch $@

# Styles and scripts with a hash in their names, in .build/assets; does nothing if they are up to date.
assets: node_modules/.installed
	@$(NODE) theme/build.mjs

# Only uv writes lock files for every system, without the name of a registry.
COMPILE = .build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate $(if $(UPGRADE),--upgrade)
NPM_LOCK = install --package-lock-only --ignore-scripts --loglevel=error
lock: .venv/.site
	@$(PYTHON) -m venv --clear .build/uv && .build/uv/bin/python -m pip install -qq --disable-pip-version-check uv
	@$(COMPILE) pyproject.toml --group build --output-file requirements/site.txt
	@$(COMPILE) pyproject.toml --group build --group test --group lint -c requirements/site.txt -o requirements/dev.txt
	@$(COMPILE) --group node --output-file requirements/node.txt
	@$(COMPILE) --group audit --output-file requirements/audit.txt
	@$(COMPILE) --group moto --output-file requirements/moto.txt
	@$(COMPILE) --group mutate --output-file requirements/mutate.txt
	@$(NPM) $(NPM_LOCK) >/dev/null
	@$(NPM) $(NPM_LOCK) --prefix tools/chromium >/dev/null
	@$(NPM) $(NPM_LOCK) --prefix bench >/dev/null

clean:
	@rm -rf .build output public .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

distclean: clean
	@rm -rf .venv node_modules bench/node_modules tools/chromium/node_modules tools/chromium/unpacked

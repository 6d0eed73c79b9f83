# The commands of the platform. `make help` lists them; deploy/local/README.md tells how they work.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/.local/toolchain/bin:$(PATH)
# So that a command can tell how long it took with all that make did before it.
export COMMAND_STARTED_MS := $(shell date +%s%3N)

LOCAL := deploy/local
# Where orders go that were over long ago.
ARCHIVE := ORDERS_ARCHIVE_DIR="$${ORDERS_ARCHIVE_DIR:-$(CURDIR)/.local/data/archive}"

.PHONY: help up down restart logs status reset test test-faults rollout-test test-all charts charts-cluster demo bench plan campaign load import export recount dlq trace backup restore migrate retain archived maintenance image-rootfs pods bootstrap

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: # checks the machine, fills .local and node_modules
	@$(LOCAL)/bootstrap.sh

up: bootstrap ## start everything, load the sample data, print addresses and accounts; REPLICAS=2: two of each
	@node $(LOCAL)/up.ts

down: ## end everything; data stays
	@$(LOCAL)/with-node.sh $(LOCAL)/manage.ts down

restart: ## end and start one process: make restart s=orders
	@$(LOCAL)/with-node.sh $(LOCAL)/manage.ts restart $(s)

logs: ## follow a process's log: make logs s=orders
	@test -n "$(s)" || { echo 'Say which one: make logs s=orders (make status lists them)'; exit 1; }
	@test -f .local/run/$(s).log || { echo 'There is no log of $(s) yet; make status lists the processes.'; exit 1; }
	@tail -n 50 -F .local/run/$(s).log

status: ## what runs: process, pid, port, health, memory
	@$(LOCAL)/with-node.sh $(LOCAL)/manage.ts status

reset: ## end everything and delete its data (asks first; CONFIRM=yes skips)
	@if [ "$(CONFIRM)" != yes ]; then \
	  read -r -p 'This deletes all local data, logs and secrets. Type yes to go on: ' answer || true; \
	  [ "$$answer" = yes ] || { echo 'Nothing was deleted.'; exit 1; }; \
	fi
	@$(LOCAL)/with-node.sh $(LOCAL)/manage.ts reset

test: bootstrap ## types, lint, unit, integration on real servers, end to end; on ports of its own
	@node $(LOCAL)/test.ts

test-faults: bootstrap ## kill services and servers in the middle of a rush, drill the backup; 24 minutes
	@node $(LOCAL)/test.ts faults

rollout-test: bootstrap ## replace every process under load: no request fails, no event takes effect twice; 3 minutes
	@node $(LOCAL)/test.ts rollout

test-all: bootstrap ## make test, make test-faults and make image-rootfs
	@node $(LOCAL)/test.ts all

charts: bootstrap ## check the Helm charts, without a cluster: lint, schemas, every profile, golden renderings
	@node_modules/.bin/vitest run --project charts
	@node charts/test/kubeconform.ts

charts-cluster: bootstrap ## prove the charts on the cluster that KUBECONFIG names, in a namespace of its own; SCALE=300: the plan for a rush
	@SCALE='$(SCALE)' JOINS='$(JOINS)' PROFILE='$(PROFILE)' VALUES='$(VALUES)' node deploy/cluster/main.ts

image-rootfs: bootstrap ## build each image's files without Docker, twice, and run the service from them alone; or one: s=orders
	@node deploy/image/rootfs.ts $(s)

demo: ## tell a story on the running platform: make demo (a group-buy), make demo s=shop
	@$(LOCAL)/with-node.sh $(LOCAL)/run.ts gateway $(LOCAL)/demo/main.ts $(s)

bench: bootstrap ## measure ratios against limits: make bench, or one row: make bench r=NAME
	@node load-tests/bench/main.ts $(r)

pods: bootstrap ## measure the CPU and memory of each service: at rest, through a day of shopping, in a rush
	@$(LOCAL)/with-node.sh load-tests/pods/main.ts

plan: ## how big a cluster must be: make plan JOINS=100000 GROUP_SIZE=10
	@JOINS='$(JOINS)' GROUP_SIZE='$(GROUP_SIZE)' $(LOCAL)/with-node.sh load-tests/plan/main.ts

campaign: ## charts' values for a rush: make campaign AT=2026-12-12T20:00:00+08:00 JOINS=20000 GROUP_SIZE=10 SCALER=keda
	@AT='$(AT)' JOINS='$(JOINS)' GROUP_SIZE='$(GROUP_SIZE)' MINUTES='$(MINUTES)' LEAD='$(LEAD)' PROFILE='$(PROFILE)' VALUES='$(VALUES)' \
	  SCALER='$(SCALER)' FILE='$(FILE)' $(LOCAL)/with-node.sh load-tests/plan/campaign-main.ts

load: bootstrap ## a k6 load test: make load s=group-buy-rush
	@test -f "load-tests/scenarios/$(s).ts" || { echo 'Say which one: make load s=group-buy-rush (see load-tests/scenarios/)'; exit 1; }
	@$(LOCAL)/with-node.sh $(LOCAL)/run.ts gateway load-tests/run.ts $(s)

import: ## load a product CSV: make import FILE=x.csv MERCHANT=… CURRENCY=CNY
	@test -f "$(FILE)" || { echo 'Say which file: make import FILE=x.csv MERCHANT=… CURRENCY=CNY'; exit 1; }
	@FILE='$(FILE)' MERCHANT='$(MERCHANT)' CURRENCY='$(CURRENCY)' \
	  $(LOCAL)/with-node.sh $(LOCAL)/run.ts catalog services/catalog/src/import-cli.ts

export: ## write a merchant's products into a CSV: make export FILE=x.csv MERCHANT=…
	@test -n "$(FILE)" || { echo 'Say which file: make export FILE=x.csv MERCHANT=…'; exit 1; }
	@FILE='$(FILE)' MERCHANT='$(MERCHANT)' \
	  $(LOCAL)/with-node.sh $(LOCAL)/run.ts catalog services/catalog/src/export-cli.ts

recount: ## compare the books of stock with orders and group-buys, and say what differs
	@$(LOCAL)/with-node.sh $(LOCAL)/run.ts catalog services/catalog/src/recount-cli.ts

backup: ## keep all documents and facts of one moment: make backup, or make backup FILE=x.backup
	@$(LOCAL)/with-node.sh $(LOCAL)/backup.ts take '$(FILE)'

restore: ## put a backup in the place of what is there: make restore FILE=x.backup (asks first; CONFIRM=yes skips)
	@CONFIRM='$(CONFIRM)' KAFKA='$(KAFKA)' $(LOCAL)/with-node.sh $(LOCAL)/backup.ts restore '$(FILE)'

maintenance: ## refuse changes, reading goes on: make maintenance m='back at 21:00', make maintenance m=off
	@$(LOCAL)/with-node.sh $(LOCAL)/maintenance.ts '$(subst ','\'',$(m))'

migrate: ## bring documents into the form of today, while the platform runs; can be run again
	@for job in services/*/src/migrate.ts; do \
	  service=$${job#services/}; \
	  $(LOCAL)/with-node.sh $(LOCAL)/run.ts "$${service%%/*}" "$$job" || exit 1; \
	done

retain: ## archive and remove what is kept no longer; DRY_RUN=true says what it would do
	@for job in services/*/src/retain.ts; do \
	  service=$${job#services/}; \
	  $(ARCHIVE) DRY_RUN='$(or $(DRY_RUN),false)' $(LOCAL)/with-node.sh $(LOCAL)/run.ts "$${service%%/*}" "$$job" || exit 1; \
	done

archived: ## print an order from the archive: make archived ORDER=ord_…
	@$(ARCHIVE) $(LOCAL)/with-node.sh $(LOCAL)/run.ts orders services/orders/src/archived.ts '$(ORDER)'

dlq: ## list dead letters, or put a topic's back: make dlq replay=TOPIC
	@$(LOCAL)/with-node.sh $(LOCAL)/run.ts gateway $(LOCAL)/dlq.ts $(if $(replay),replay $(replay),list)

trace: ## print one trace as a tree: make trace id=…
	@$(LOCAL)/with-node.sh $(LOCAL)/trace.ts $(id)

#!/usr/bin/env bash
# What every make target needs before Node can take over: the machine's own tools, the toolchain, npm's packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
. deploy/local/lib.sh

need() { command -v "$1" >/dev/null || refuse "$2"; }

[ "$(uname -s)" = Linux ] ||
  refuse "The local stack runs on Linux. On other systems use Docker: docker compose -f deploy/compose.yaml up --build"
need python3 "Python 3 is missing. Install it with its venv package (Debian: apt-get install python3 python3-venv) and run the command again."
python3 -c 'import ensurepip, venv' 2>/dev/null ||
  refuse "Python's pip and venv are missing. Install them (Debian: apt-get install python3-venv) and run the command again."
if [ -z "${KAFKA_BROKERS:-}" ]; then
  need java "Java 17 is missing; Kafka needs it. Install it (Debian: apt-get install openjdk-17-jre-headless) and run the command again."
  need mvn "Maven is missing; it fetches Kafka. Install it (Debian: apt-get install maven) and run the command again."
fi

free_mb=$(df -Pm . | awk 'NR == 2 { print $4 }')
wanted_mb=500
[ -e .local/toolchain/stamp ] || wanted_mb=3000
[ "$free_mb" -ge "$wanted_mb" ] ||
  refuse "Only $free_mb MB are free on this disk and $wanted_mb MB are needed. Free some space and run the command again."

java_is_17() {
  local version
  version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ]
}
if [ -z "${KAFKA_BROKERS:-}" ] && [ ! -e .local/toolchain/stamp ]; then
  java_is_17 || refuse "Java is older than 17; Kafka needs 17. Install it (Debian: apt-get install openjdk-17-jre-headless) and run the command again."
fi

deploy/local/toolchain.sh
export PATH="$PWD/.local/toolchain/bin:$PATH"
exec 8>.local/npm.lock
flock 8
if ! node deploy/local/dependencies.ts; then
  fetch 'npm packages' "$PWD/node_modules" 330000 "$PWD/.local/log/npm.log" npm ci --no-audit --no-fund
fi

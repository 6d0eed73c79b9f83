#!/usr/bin/env bash
# Runs a script by the local stack's Node, or says how to get it.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ ! -x .local/toolchain/bin/node ] || [ ! -d node_modules ]; then
  echo 'Nothing is set up here yet. Start with: make up' >&2
  exit 1
fi
exec .local/toolchain/bin/node "$@"

#!/usr/bin/env bash
# Fails when the generated types are not what protos/ says: generates them aside and compares.
set -euo pipefail
cd "$(dirname "$0")/../.."
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT
libs/contracts/generate.sh "$aside/generated"
if ! diff -r "$aside/generated" libs/contracts/src/generated; then
  echo 'The generated types differ from protos/. Write them anew: libs/contracts/generate.sh' >&2
  exit 1
fi

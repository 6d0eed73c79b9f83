#!/usr/bin/env bash
# Writes the TypeScript types of protos/ into libs/contracts/src/generated (or into $1).
set -euo pipefail
cd "$(dirname "$0")/../.."
out="${1:-libs/contracts/src/generated}"
rm -rf "$out"
npx proto-loader-gen-types --longs=Number --enums=String --defaults --oneofs --arrays --includeComments \
  --grpcLib=@grpc/grpc-js --outDir="$out" --includeDirs=protos \
  --targetFileExtension=.ts --importFileExtension=.ts $(cd protos && find social -name '*.proto' | sort) > /dev/null

#!/usr/bin/env bash
# Builds an image where there is Docker: docker-build.sh orders -t shop/orders:1.4.0 (or `tools`); what follows the name is
# handed to `docker build`. From the environment: VERSION, SOURCE_URL, and NODE_DIGEST and BASE_DIGEST (sha256:…), which
# pin the bases; DOCKER=podman builds with that.
set -euo pipefail
cd "$(dirname "$0")/../.."

service=${1:?Say which image: docker-build.sh orders, or docker-build.sh tools}
shift
docker=${DOCKER:-docker}
command -v "$docker" >/dev/null || {
  echo "There is no $docker here. make image-rootfs s=$service makes and tries the same files without it." >&2
  exit 1
}

export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
revision=$(git rev-parse HEAD)
[ -z "$(git status --porcelain)" ] || revision+=-changed
created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
options=$(deploy/local/with-node.sh --input-type=module --eval "
  import { isServiceName, runtimeOptions } from './deploy/local/system.ts';
  const [name] = process.argv.slice(1);
  process.stdout.write(runtimeOptions(isServiceName(name) ? name : 'gateway'));" "$service")

target=service
[ "$service" != tools ] || target=tools
exec "$docker" build --file deploy/Dockerfile --target "$target" \
  --build-arg "SERVICE=$service" --build-arg "NODE_OPTIONS=$options" --build-arg "VERSION=${VERSION:-0.0.0}" \
  --build-arg "REVISION=$revision" --build-arg "CREATED=$created" --build-arg "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH" \
  --build-arg "SOURCE_URL=${SOURCE_URL:-}" --build-arg "NODE_DIGEST=${NODE_DIGEST:-}" \
  --build-arg "BASE_DIGEST=${BASE_DIGEST:-}" "$@" .

#!/usr/bin/env bash
# Makes the layers of an image as folders. deploy/Dockerfile and `make image-rootfs` both run it, so that what is tried
# without Docker is what Docker builds. SERVICE is a folder of services/, or `tools`: the work over all databases, which are
# the workspaces below deploy/ but the local stack's. Paths are absolute.
#
#   layers.sh manifests SOURCE OUT                 what npm needs to install, so that code that changed installs nothing anew
#   layers.sh packages MANIFESTS SERVICE OUT       OUT/packages: the packages of production; OUT/sbom.cdx.json: their list
#   layers.sh code SOURCE PACKAGES SERVICE OUT     OUT: the service, the libs that it uses, the protos
#   layers.sh about SOURCE SBOM SERVICE OUT        OUT: licence, list of packages, and what it was built from
#   layers.sh digest FOLDER                        SHA-256 of all names, modes, dates and bytes
#
# Read from the environment: VERSION, REVISION (of the source), SOURCE_DATE_EPOCH (its time, in seconds).
set -euo pipefail

export VERSION=${VERSION:-0.0.0} REVISION=${REVISION:-unknown} SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-0}

# The date that npm gives to the files of packages: a layer whose content stayed is the same layer, whenever it is built.
readonly FILE_DATE=499162500

# The workspaces whose command an image is for, in SOURCE.
folders_of() { # SOURCE SERVICE
  (
    cd "$1"
    if [ "$2" = tools ]; then
      find deploy -mindepth 2 -maxdepth 2 -name package.json -not -path 'deploy/local/*' -printf '%h\n' | sort
    elif [ -n "$2" ] && [ -f "services/$2/package.json" ]; then
      echo "services/$2"
    fi
  )
}

known() { # SOURCE SERVICE
  [ -n "$(folders_of "$1" "$2")" ] && return
  echo "There is no service '$2'. Say SERVICE=tools, or one of: $(cd "$1/services" && echo *)" >&2
  exit 1
}

# Plain modes and one date, so that two builds are equal. Nothing in an image is executed but node.
settle() {
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f -exec chmod 644 {} +
  find "$1" -exec touch --no-dereference --date="@$FILE_DATE" {} +
}

manifests() { # SOURCE OUT
  mkdir -p "$2"
  (
    cd "$1"
    find . -name node_modules -prune -o -name .local -prune -o -name package.json -print0 |
      xargs -0 cp --parents -t "$2" package-lock.json .npmrc deploy/image/layers.sh deploy/image/sbom.ts
  )
  node "$1/deploy/image/production-manifests.ts" "$2"
  settle "$2"
}

# What no process reads at run time: Node runs no TypeScript below node_modules, and nobody asks for source maps.
drop_dead_files() {
  rm -rf node_modules/.bin node_modules/.package-lock.json
  find . -path '*/node_modules/*' -type f \
    \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' -o -name '*.tsbuildinfo' -o -iname '*.md' \) \
    ! -iname 'licen[cs]e*' ! -iname 'notice*' -delete
  find . -path '*/node_modules/*' -type d -empty -delete
}

packages() { # MANIFESTS SERVICE OUT
  local workspaces=() folder out=$3 build
  known "$1" "$2"
  for folder in $(folders_of "$1" "$2"); do workspaces+=("--workspace=$folder"); done
  mkdir -p "$out/packages/app"
  build=$(mktemp -d "$out/build.XXXXXX")
  cp -R "$1/." "$build"
  (
    cd "$build"
    npm ci "${workspaces[@]}" --omit=dev --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error >&2
    node deploy/image/sbom.ts "$2" "${workspaces[@]}" >"$out/sbom.cdx.json"
    drop_dead_files
    # A workspace has packages of its own where its version is not that of the others.
    find . -name node_modules -type d -prune -print0 | xargs -0 cp -a --parents -t "$out/packages/app"
  )
  rm -rf "$build"
  settle "$out/packages"
}

# Of a workspace, what runs: no tests and what they are given, no types that are generated, no samples.
copy_workspace() { # FOLDER OUT
  find "$1" \( -name node_modules -o -name test -o -name generated -o -name sample \) -prune -o \
    -type f \( -name package.json -o -name '*.ts' \) ! -name '*.test.ts' ! -name fixtures.ts -print0 |
    xargs -0 cp --parents -t "$2"
}

code() { # SOURCE PACKAGES SERVICE OUT
  local out=$4 links=$2/app/node_modules/@social link
  known "$1" "$3"
  mkdir -p "$out/app"
  (
    cd "$1"
    for link in "$links"/*; do copy_workspace "$(readlink "$link" | sed 's,^\(\.\./\)*,,')" "$out/app"; done
    if [ -L "$links/rpc" ]; then cp -R protos "$out/app"; fi
    # The map of the system is there.
    if [ "$3" = tools ]; then copy_workspace deploy/local "$out/app"; fi
  )
  settle "$out"
}

about() { # SOURCE SBOM SERVICE OUT
  local about=$4/app/about
  mkdir -p "$about"
  cp "$1/LICENSE" "$2" "$about"
  printf '{\n  "name": "%s",\n  "version": "%s",\n  "revision": "%s",\n  "sourceDateEpoch": %s,\n  "lockfileSha256": "%s"\n}\n' \
    "$3" "$VERSION" "$REVISION" "$SOURCE_DATE_EPOCH" "$(sha256sum "$1/package-lock.json" | cut -d' ' -f1)" >"$about/build.json"
  settle "$4"
}

digest() { # FOLDER
  tar --create --sort=name --format=posix --pax-option=delete=atime,delete=ctime --owner=0 --group=0 --numeric-owner \
    --directory "$1" . | sha256sum | cut -d' ' -f1
}

step=${1:-}
case $step in
manifests | packages | code | about | digest) shift && "$step" "$@" ;;
*) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2 && exit 1 ;;
esac

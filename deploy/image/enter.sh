#!/bin/sh
# Runs a command in a room that holds an image's files and nothing else, read-only but for /tmp, as a user without rights:
#   enter.sh ROOM USER WORKDIR [FROM TO]… -- COMMAND [ARGUMENTS]
# ROOM is an empty folder. USER is how `unshare` becomes that user. Each FROM, a file or folder, is shown as TO.
# To be run as root of mount and process namespaces of its own; see room.ts.
set -eu

room=$1 user=$2 workdir=$3
shift 3

# show FROM TO: the same file in the room.
show() {
  if [ -d "$1" ]; then
    mkdir -p "$room$2"
  else
    mkdir -p "$room$(dirname "$2")"
    : >"$room$2"
  fi
  mount --bind "$1" "$room$2"
}

mount -t tmpfs -o mode=755 room "$room"
while [ "$1" != -- ]; do
  show "$1" "$2"
  mount -o remount,bind,ro "$room$2"
  shift 2
done
shift
for device in null urandom; do show "/dev/$device" "/dev/$device"; done
mkdir "$room/proc" "$room/tmp"
mount -t proc proc "$room/proc"
mount -t tmpfs -o mode=1777 tmp "$room/tmp"
mount -o remount,bind,ro "$room"

# $user is several words.
# shellcheck disable=SC2086
exec setpriv --no-new-privs unshare $user --root="$room" --wd="$workdir" "$@"

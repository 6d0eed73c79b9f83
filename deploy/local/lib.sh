# Shell helpers of the local stack: steps with their seconds, a bar for downloads, refusals in one sentence.
# Sourced by bootstrap.sh and toolchain.sh.

refuse() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

now_ms() {
  local t=${EPOCHREALTIME/[.,]/}
  echo $((t / 1000))
}

# done_line TITLE STARTED_MS: the line of a finished step.
done_line() {
  local ms=$(($(now_ms) - $2))
  printf '  ✓ %-46s %4d.%d s\n' "$1" $((ms / 1000)) $((ms % 1000 / 100))
}

# bar TITLE DONE TOTAL: redraws one progress line; prints nothing where no terminal watches.
bar() {
  [ -t 1 ] || return 0
  local filled=$(($2 * 24 / $3))
  [ "$filled" -gt 24 ] && filled=24
  printf '\r  … %-34s %s%s %3d%%' "$1" "$(printf '%*s' "$filled" '' | tr ' ' '#')" \
    "$(printf '%*s' $((24 - filled)) '' | tr ' ' '.')" $((filled * 100 / 24))
}

clear_bar() {
  [ -t 1 ] && printf '\r\033[K'
  return 0
}

# fetch TITLE FOLDER KIB LOG COMMAND…: runs a download, drawing how much of KIB has arrived in FOLDER.
fetch() {
  local title=$1 folder=$2 kib=$3 log=$4 started pid size
  shift 4
  started=$(now_ms)
  mkdir -p "$folder"
  "$@" >"$log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 1 ]; then
      size=$(du -sk "$folder" 2>/dev/null | cut -f1)
      bar "$title" "${size:-0}" "$kib"
    fi
    sleep 0.2
  done
  clear_bar
  if ! wait "$pid"; then
    refuse "Could not fetch $title: $(download_hint "$log")"
  fi
  done_line "$title" "$started"
}

# download_hint LOG: what to do about a failed download, from what the client said.
download_hint() {
  if grep -qiE 'hash|checksum|do not match' "$1"; then
    echo "what arrived is not what is pinned. Delete .local and run the command again; if it stays, the registry serves another file. (log: $1)"
  elif grep -qiE 'no space left' "$1"; then
    echo "the disk is full. Free 2 GB and run the command again. (log: $1)"
  else
    echo "the package registry did not answer. Check the network or proxy settings and run the command again. (log: $1)"
  fi
}

#!/usr/bin/env bash
# A disk that runs full while a file is brought in: nothing of the file goes in, what was there stays whole and readable,
# and after space is freed the same file goes in. Needs the right to mount (root), sqlite3, and a Release build.
set -euo pipefail
cd "$(dirname "$0")/.."
program=src/Dashboard/bin/Release/net10.0/Dashboard.dll
[ -f "$program" ] || { echo "build first: dotnet build -c Release" >&2; exit 1; }
[ "${1:-}" = inside ] || exec unshare -m "$0" inside

disk=$(mktemp -d)
files=$(mktemp -d)
trap 'umount "$disk"; rmdir "$disk"; rm -rf "$files"' EXIT
mount -t tmpfs -o size=4m tmpfs "$disk"

row() { echo "FTDI-EMP,330100,$1,$2,$3"; }
{ echo indicator,area,period,value,available_at; row 2020 12.9 2021-06-14; } > "$files/small.csv"
{ echo indicator,area,period,value,available_at
  for day in $(seq 0 59999); do row 2021 "13.$day" "$(printf '2022-%02d-%02dT%02d:%02d:%02dZ' $((day % 12 + 1)) $((day / 12 % 28 + 1)) $((day / 336 % 24)) $((day / 8064 % 60)) $((day / 483840)))"; done; } > "$files/large.csv"

ingest() { DASHBOARD_DATA=$disk DASHBOARD_SEED=data/seed dotnet "$program" ingest "$1"; }
content() { sqlite3 "$disk/statistics.db" "SELECT (SELECT COUNT(*) FROM observation) || ' ' || (SELECT COUNT(*) FROM raw_document)"; }
whole() { [ "$(sqlite3 "$disk/statistics.db" 'PRAGMA integrity_check')" = ok ]; }

ingest "$files/small.csv" > /dev/null
before=$(content)
if ingest "$files/large.csv" > "$files/out" 2>&1; then echo "FAIL: 4 MB were enough"; exit 1; fi
grep -q "The storage is full" "$files/out" || { echo "FAIL: not said why"; cat "$files/out"; exit 1; }
[ "$(content)" = "$before" ] && whole || { echo "FAIL: $before became $(content)"; exit 1; }
mount -o remount,size=200m "$disk"
ingest "$files/large.csv" > "$files/out" 2>&1 || [ $? -eq 2 ]
whole && [ "$(content)" != "$before" ] || { echo "FAIL: not taken in after space was freed"; cat "$files/out" | tail -3; exit 1; }
echo "disk full: file kept out whole ($before before and after), taken in after space was freed ($(content))"

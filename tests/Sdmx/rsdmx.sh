#!/usr/bin/env bash
# The SDMX interface read by rsdmx (Debian: r-cran-rsdmx) and compared with the CSV. The address of a running server may be
# given; without one a demonstration is started in a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
base="${1:-}"
if [ -z "$base" ]; then
  base=http://127.0.0.1:5181
  data="$(mktemp -d)"
  dotnet build src/Dashboard -c Release -v quiet --nologo
  DASHBOARD_DATA="$data" Urls="$base" src/Dashboard/bin/Release/net10.0/Dashboard serve > "$data/log" 2>&1 &
  server=$!
  trap 'kill "$server"; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT
  # The first load of the demonstration releases its history one period after the other: until the list is complete.
  for _ in $(seq 300); do
    [ "$(curl -fs "$base/api/v1/indices" | grep -o '"latest":{' | wc -l)" -ge 6 ] && break
    sleep 1
  done
fi
Rscript tests/Sdmx/rsdmx.R "$base"

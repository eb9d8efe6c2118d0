#!/usr/bin/env bash
# Places for circuits: three times the cap of one address, then twice all places (set to 100 here) from ten addresses, while the public
# pages are asked. Prints what was opened and refused, how long connections without a word last, and the public pages' times.
set -euo pipefail
cd "$(dirname "$0")/.."
per_address=20 total=100
dotnet build src/Dashboard -c Release -v quiet --nologo
data=$(mktemp -d)
port=${PORT:-5093}
DASHBOARD_DATA=$data DASHBOARD_PROFILE=none dotnet src/Dashboard/bin/Release/net10.0/Dashboard.dll --urls "http://0.0.0.0:$port" "--Circuits:Total=$total" >"$data/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$data"' EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/healthz"; do sleep 0.2; done

# Opens a WebSocket from an address of the loopback network and keeps it until the server closes it; writes the status and the seconds.
connect() {
  curl -s -N --http1.1 --interface "$1" --max-time 40 -o /dev/null -w '%{http_code} %{time_total}\n' \
    -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==' \
    "http://127.0.0.1:$port/_blazor" >>"$2" || true
}

public_times() {
  for _ in $(seq 100); do curl -s -o /dev/null -w '%{time_total}\n' "http://127.0.0.1:$port/indices"; done | sort -n | awk '{t[NR]=$1} END {printf "public page: p50 %.0f ms, p95 %.0f ms\n", t[50]*1000, t[95]*1000}'
}

pids=()
for _ in $(seq $((3 * per_address))); do connect 127.0.0.1 "$data/one" & pids+=($!); done
sleep 3
echo "page over the cap of its address: $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/screen")"
echo "page of another address: $(curl -s -o /dev/null -w '%{http_code}' --interface 127.0.0.2 "http://127.0.0.1:$port/screen")"
wait "${pids[@]}"
awk '{n[$1]++; if ($1 == 101 && $2 > s) s = $2} END {printf "one address: %d opened, %d refused with 503; silent ones were closed after %.1f s\n", n[101], n[503], s}' "$data/one"

pids=()
for address in $(seq 1 10); do for _ in $(seq $per_address); do connect "127.0.1.$address" "$data/all" & pids+=($!); done; done
public_times
wait "${pids[@]}"
awk -v total=$total '{n[$1]++} END {printf "10 addresses: %d opened (%d at a time), %d refused with 503\n", n[101], total, n[503]}' "$data/all"

#!/usr/bin/env bash
# Requests per second of public answers beside nginx serving the very same bytes as files, in interleaved rounds on one machine:
# the server under test on one core, wrk on another. ROUNDS (5) of SECONDS (4) each. Needs wrk and nginx; prints a table of ratios.
# "Uncached" asks with an address too long to be kept, so the page is made anew each time.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-4} port=${PORT:-5094} peer=${PEER_PORT:-5095} index=${INDEX:-HZ-FCEI}
dotnet build src/Dashboard -c Release -v quiet --nologo
work=$(mktemp -d)
trap 'kill $server $(cat "$work/nginx.pid" 2>/dev/null) 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$work"' EXIT
DASHBOARD_DATA=$work/data DASHBOARD_PROFILE=demo taskset -c 0 dotnet src/Dashboard/bin/Release/net10.0/Dashboard.dll --urls "http://127.0.0.1:$port" >"$work/log" 2>&1 &
server=$!
until curl -sf "http://127.0.0.1:$port/api/v1/indices" | grep -c '"value"' >"$work/n" && [ "$(grep -o '"code"' <(curl -sf "http://127.0.0.1:$port/api/v1/indices") | wc -l)" -ge 6 ]; do sleep 1; done

# The same bytes as files. Compressed ones lie beside them, as gzip_static wants them.
mkdir -p "$work/www"
curl -sf "http://127.0.0.1:$port/indices/$index" -o "$work/www/page.html"
curl -sf -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/indices/$index" -o "$work/www/page.html.gz"
curl -sf "http://127.0.0.1:$port/api/v1/indices/$index/observations" -o "$work/www/data.json"
curl -sf -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/api/v1/indices/$index/observations" -o "$work/www/data.json.gz"
cat >"$work/nginx.conf" <<CONF
worker_processes 1; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 1024; }
http {
  types { text/html html; application/json json; }
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100;
  server { listen 127.0.0.1:$peer; root $work/www; gzip_static on; }
}
CONF
chmod 755 "$work"
taskset -c 0 nginx -c "$work/nginx.conf"

# Prints "requests-per-second p99-in-ms" of one round.
round() {
  taskset -c 1 wrk -t1 -c32 -d"${seconds}s" --timeout 10s --latency "${@:2}" "$1" >"$work/wrk"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk" || { cat "$work/wrk" >&2; exit 1; }
  awk '/99%/ {t=$2; v=t+0; if (t ~ /us$/) v/=1000; else if (t ~ /[0-9]s$/ && t !~ /ms$/) v*=1000} /Requests\/sec/ {r=$2} END {print r, v}' "$work/wrk"
}
tag_of() { curl -s -D - -o /dev/null -H 'Accept-Encoding: gzip' "$1" | tr -d '\r' | awk 'tolower($1) == "etag:" {print $2}'; }
ours=http://127.0.0.1:$port theirs=http://127.0.0.1:$peer
long="$ours/indices/$index?x=$(printf 'x%.0s' $(seq 500))"
gzip=(-H 'Accept-Encoding: gzip')
# Long enough for the compiler to have seen what is asked often.
for warm in "/indices/$index" "/api/v1/indices/$index/observations"; do taskset -c 1 wrk -t1 -c32 -d"${WARM:-15}s" "${gzip[@]}" "$ours$warm" >/dev/null; done
for _ in $(seq "$rounds"); do
  echo "page nginx $(round "$theirs/page.html" "${gzip[@]}")"
  echo "page ours $(round "$ours/indices/$index" "${gzip[@]}")"
  echo "data nginx $(round "$theirs/data.json" "${gzip[@]}")"
  echo "data ours $(round "$ours/api/v1/indices/$index/observations" "${gzip[@]}")"
  echo "304 nginx $(round "$theirs/page.html" "${gzip[@]}" -H "If-None-Match: $(tag_of "$theirs/page.html")")"
  echo "304 ours $(round "$ours/indices/$index" "${gzip[@]}" -H "If-None-Match: $(tag_of "$ours/indices/$index")")"
  echo "uncached ours $(round "$long" "${gzip[@]}")"
done | tee "$work/rounds" | sed 's/^/# /'
python3 - "$work/rounds" <<'PY'
import collections, statistics, sys
rows = collections.defaultdict(list)
for line in open(sys.argv[1]):
    case, who, rate, p99 = line.split()
    rows[case, who].append((float(rate), float(p99)))
median = lambda key, column: statistics.median(r[column] for r in rows[key])
print("| answer | ours, requests/s | nginx, requests/s | ratio | p99 ours, ms | p99 nginx, ms | ratio |\n|---|---|---|---|---|---|---|")
for case in ("page", "data", "304", "uncached"):
    peer = (("page" if case == "uncached" else case), "nginx")
    a, b, c, d = median((case, "ours"), 0), median(peer, 0), median((case, "ours"), 1), median(peer, 1)
    print(f"| {case} | {a:,.0f} | {b:,.0f} | {a / b:.3f} | {c:.2f} | {d:.2f} | {c / d:.2f} |")
PY

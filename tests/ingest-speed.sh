#!/usr/bin/env bash
# A file of N rows (default 1,000,000) into SQLite by three programs in one run: sqlite3's .import into a table without
# types or keys, pandas' read_csv and to_sql, and ours with archive, reading, validation and vintages. RUNS times (default 3),
# each a process of its own into a new database; the best of each. Ours is told cold, and warm: a second such file in the same
# process. Then ours with four times the rows, for its memory. Needs sqlite3, GNU time and python3 with pandas; PYTHON names one.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C.UTF-8
rows=${1:-1000000} runs=${RUNS:-3} python=${PYTHON:-python3}
"$python" -c 'import pandas' 2>/dev/null || { echo "缺少 pandas / pandas is missing (apt-get install python3-pandas)" >&2; exit 1; }
dotnet build src/Dashboard -c Release -v quiet --nologo
app=$PWD/src/Dashboard/bin/Release/net10.0/Dashboard
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" tests/Benchmarks/peer/large_file.py "$rows" >"$work/rows.csv"
"$python" tests/Benchmarks/peer/large_file.py "$((4 * rows))" >"$work/fourfold.csv"
sed 's/,s\([0-9]*\)$/,t\1/' "$work/rows.csv" >"$work/other.csv"

# Seconds and peak memory in kB of a command, whose own words are dropped.
timed() { /usr/bin/time -f '%e %M' -o "$work/time" "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }; cat "$work/time"; }
fresh() { rm -rf "$work/data"; mkdir "$work/data"; printf 'indicator,area,period,value\n' >"$work/none.csv"; DASHBOARD_DATA="$work/data" "$app" ingest "$work/none.csv" >/dev/null 2>&1 || true; }
best() { sort -g | head -1; }
import() { rm -f "$work/import.db"; timed sqlite3 "$work/import.db" "CREATE TABLE t(indicator, area, period, value, status, available_at, measure, scope)" ".import --csv --skip 1 $work/rows.csv t"; }
pandas() { rm -f "$work/pandas.db"; timed "$python" tests/Benchmarks/peer/read_csv_to_sql.py "$work/rows.csv" "$work/pandas.db"; }
ours() { fresh; DASHBOARD_DATA="$work/data" timed "$app" ingest "$@"; }

for ((run = 0; run < runs; run++)); do
  import >>"$work/import.txt"
  pandas >>"$work/pandas.txt"
  ours "$work/rows.csv" >>"$work/cold.txt"
  ours "$work/other.csv" "$work/rows.csv" >>"$work/two.txt"
done
ours "$work/fourfold.csv" >"$work/fourfold.txt"
awk -v rows="$rows" -v import="$(best <"$work/import.txt")" -v pandas="$(best <"$work/pandas.txt")" -v cold="$(best <"$work/cold.txt")" \
  -v two="$(best <"$work/two.txt")" -v fourfold="$(cat "$work/fourfold.txt")" 'BEGIN {
    split(import, i); split(pandas, p); split(cold, c); split(two, t); split(fourfold, f); warm = t[1] - c[1]
    printf "%d rows: .import %.2f s, pandas %.2f s (%d MB), ours cold %.2f s (%d MB), warm %.2f s; four times the rows %.2f s (%d MB)\n", rows, i[1], p[1], p[2]/1024, c[1], c[2]/1024, warm, f[1], f[2]/1024
    printf "ours / .import: cold %.2f, warm %.2f; ours / pandas: cold %.2f, warm %.2f; memory of 4x less 1x: %d MB\n", c[1]/i[1], warm/i[1], c[1]/p[1], warm/p[1], (f[2]-c[2])/1024
  }'

#!/usr/bin/env bash
# Our benchmarks beside numpy's on the same numbers, with the memory's speed, in one run: compare.sh [panel montecarlo uncertainty geks incremental]
# Writes docs/benchmarks.md. Needs python3 with numpy and pandas; OpenBLAS makes numpy fast (Debian: python3-numpy python3-pandas libopenblas0-pthread). PYTHON names another interpreter, RUNS numpy's repetitions.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
python=${PYTHON:-python3} runs=${RUNS:-5}
"$python" -c 'import numpy, pandas' 2>/dev/null || { echo "缺少 numpy、pandas：apt-get install python3-numpy python3-pandas / numpy and pandas are missing" >&2; exit 1; }

declare -A classes=([panel]=PanelBenchmark [montecarlo]=MonteCarloBenchmark [uncertainty]=UncertaintyBenchmark [geks]=GeksBenchmark [incremental]=IncrementalBenchmark)
declare -A has_peer=([panel]=1 [montecarlo]=1 [geks]=1)
[ $# -gt 0 ] || for what in panel montecarlo uncertainty geks incremental; do
  if grep -qrs "class ${classes[$what]}\b" --include='*.cs' .; then set -- "$@" "$what"; fi
done

dotnet build Benchmarks.csproj -c Release -v quiet --nologo
PEER_DATA=$(mktemp -d)
export PEER_DATA
trap 'rm -rf "$PEER_DATA"' EXIT

peers() { for what in "$@"; do [ -z "${has_peer[$what]:-}" ] || "$python" peer/peer_numpy.py "$what" "$runs" >>"$PEER_DATA/peer.csv"; done; }

"$python" -c '
import numpy, re
maps = open("/proc/self/maps").read()
print("numpy", numpy.__version__, "with", ", ".join(sorted(set(re.findall(r"lib\w*blas[\w.-]*", maps)))) or "its own BLAS")' >"$PEER_DATA/numpy.txt"
touch "$PEER_DATA/peer.csv"
filters=('*MemoryBenchmark*')
for what in "$@"; do
  filters+=("*.${classes[$what]:?unknown: $what}.*")
  "$python" peer/hand_over.py "$what" "$PEER_DATA"
done
peers "$@"
dotnet bin/Release/net10.0/Benchmarks.dll --filter "${filters[@]}" --artifacts "$PEER_DATA/artifacts"
peers "$@"
dotnet bin/Release/net10.0/Benchmarks.dll report "$PEER_DATA" ../../docs/benchmarks.md
cat ../../docs/benchmarks.md

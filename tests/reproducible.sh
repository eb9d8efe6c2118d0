#!/usr/bin/env bash
# Runs every calculating verb on all indices of the seed RUNS times (100) with shuffled rows, one and two processors, sets of
# instructions, compilation modes, four languages and three time zones; succeeds when all outputs have one hash.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
runs=${1:-100}
dotnet build tests/Dashboard.Tests/Dashboard.Tests.csproj -c Release -v quiet --nologo
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
instructions=(DOTNET_NOTHING=0 DOTNET_TieredCompilation=0 DOTNET_EnableAVX2=0 DOTNET_EnableHWIntrinsic=0 DOTNET_TieredPGO=0)
languages=(zh_CN de_DE tr_TR ar_SA)
zones=(Asia/Shanghai UTC America/St_Johns)
for ((run = 0; run < runs; run++)); do
  env "${instructions[run % 5]}" LC_ALL="${languages[run % 4]}.UTF-8" TZ="${zones[run % 3]}" DOTNET_PROCESSOR_COUNT=$((run % 2 + 1)) \
    REPRODUCIBLE_SEED="$run" REPRODUCIBLE_HASH="$folder/$run" tests/Dashboard.Tests/bin/Release/net10.0/Dashboard.Tests \
    -method Dashboard.Tests.CommandLine.ReproducibilityTests.Outputs_WithRowsInSomeOrder_AreThoseOfTheFiles >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
done
cat "$folder"/[0-9]* | fold -w 64 | sort | uniq -c | tee "$folder/hashes"
[ "$(wc -l <"$folder/hashes")" -eq 1 ]

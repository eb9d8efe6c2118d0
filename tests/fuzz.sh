#!/usr/bin/env bash
# Damages the samples of tests/Ingest.Tests/Samples at random and reads what comes out, N times (default 1,000,000): no
# exception, nothing over a second, no memory kept. Then the files that are made to exhaust the machine, with their times.
# Another seed: FUZZ_SEED=2 tests/fuzz.sh 100000
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Ingest.Tests -c Release -v quiet --nologo
export FUZZ_INPUTS="${1:-1000000}" FUZZ_SEED="${FUZZ_SEED:-1}" FUZZ_SLOWEST_MS=1000
exec tests/Ingest.Tests/bin/Release/net10.0/Ingest.Tests -class Ingest.Tests.Samples.FuzzTests -class Ingest.Tests.Samples.BombTests -showLiveOutput

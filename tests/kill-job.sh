#!/usr/bin/env bash
# The long forms of RecoveryTests, where a process is killed KILLS times (default 20) two seconds into a job that recovers,
# and of FireEffectTests, where one in ten of FIRES fires (default 1,000) is cut off by a kill.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Ingest.Tests -c Release -v quiet --nologo
run() { tests/Ingest.Tests/bin/Release/net10.0/Ingest.Tests -class "Ingest.Tests.Schedule.$1" -showLiveOutput; }
KILLS="${1:-20}" run RecoveryTests
FIRES="${2:-1000}" run FireEffectTests

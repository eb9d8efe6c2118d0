#!/usr/bin/env bash
# The long form of PunctualityTests: a trigger each second beside eight writers for SECONDS (default 600); the 99th
# percentile of lateness must stay within a second.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Ingest.Tests -c Release -v quiet --nologo
PUNCTUAL_SECONDS="${1:-600}" tests/Ingest.Tests/bin/Release/net10.0/Ingest.Tests -class Ingest.Tests.Schedule.PunctualityTests -showLiveOutput

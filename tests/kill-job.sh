#!/usr/bin/env bash
# The long form of RecoveryTests: a process is killed KILLS times (default 20) two seconds into a job that recovers.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Ingest.Tests -c Release -v quiet --nologo
KILLS="${1:-20}" dotnet test --project tests/Ingest.Tests -c Release --no-build --filter-class Ingest.Tests.Schedule.RecoveryTests

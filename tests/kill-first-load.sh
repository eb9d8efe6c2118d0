#!/usr/bin/env bash
# The long form of KilledFirstLoadTests: the first load is killed KILLS times (default 200) before it may finish.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Browser.Tests -c Release -v quiet --nologo
KILLS="${1:-200}" dotnet test --project tests/Browser.Tests -c Release --no-build --filter-class Browser.Tests.Restart.KilledFirstLoadTests

#!/usr/bin/env bash
# The long form of KilledWorkTests: KILLS random kills, then one kill at every fsync, rename and ftruncate and at 100 evenly
# spaced writes, each series for MINUTES at most; a naive twin must be found broken. Without strace: the random kills alone.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Crash -c Release -v quiet --nologo
dotnet tests/Crash/bin/Release/net10.0/Crash.dll kill "${KILLS:-200}" "${MINUTES:-40}" "${SEED:-1}"

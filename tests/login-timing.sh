#!/usr/bin/env bash
# Whether the time of a refused login tells a wrong password from an unknown, locked or disabled name: 200 tries of each in
# turns, Welch's t of each against the known name, which must stay within 4.5. LOGIN_TRIES is their number.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Dashboard.Tests -c Release -v quiet --nologo
exec tests/Dashboard.Tests/bin/Release/net10.0/Dashboard.Tests -explicit only -class Dashboard.Tests.Security.LoginTimingTests -showLiveOutput

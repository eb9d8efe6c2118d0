#!/usr/bin/env bash
# The audit log against someone with the database and no key: 100,000 rows, five ways of tampering at 100 random places
# each, and a check of 1,000,000 rows. About ten minutes; AUDIT_ROWS, AUDIT_PLACES and AUDIT_LONG make it shorter.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Indices.Tests -c Release -v quiet --nologo
AUDIT_ROWS=${AUDIT_ROWS:-100000} AUDIT_PLACES=${AUDIT_PLACES:-100} AUDIT_LONG=${AUDIT_LONG:-1000000} \
  tests/Indices.Tests/bin/Release/net10.0/Indices.Tests -class Indices.Tests.Storage.AuditTamperingTests -showLiveOutput

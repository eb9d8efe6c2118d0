#!/usr/bin/env bash
# Every form of JSON message against the schemas of the SDMX technical working group (python3 with jsonschema and
# rfc3339-validator): validate.sh SCHEMAS SERVER. SCHEMAS is a folder with sdmx-json-data-schema.json and
# sdmx-json-structure-schema.json; they are not part of this project.
set -euo pipefail
exec python3 "$(dirname "$0")/validate.py" "$1" "$2"

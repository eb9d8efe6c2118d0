#!/usr/bin/env bash
# Mutation score of parts of src/Indices/Calculation by their own tests: mutation.sh Composite [Statistics ...]
# In a copy, with 20 samples a property (SAMPLES) instead of 1,000, so that a mutant takes a second: the score is a lower bound.
# DROP names files of tests to leave out. KEEP names folders of tests that the others lean on (KEEP=Composite for Uncertainty). Leaves reports in $OUT (/tmp/mutation).
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CsCheck_Iter=${SAMPLES:-20}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git clone -q . "$copy"
cd "$copy/tests/Indices.Tests"
grep -rlE "iter: (Trees|[0-9]{2,})\b" --include=*.cs . | xargs sed -i -E "s/iter: (Trees|[0-9]{2,})\b/iter: $CsCheck_Iter/"
sed -i '/const int Trees = /d' Calculation/Composite/CompositeLaws.cs
# Neither the attacker of the disclosure rules, who takes seconds, nor tests that start processes: a mutant lives in this one alone.
rm Calculation/Prices/Disclosure/Attack/AttackTests.cs Calculation/Panel/SameBitsTests.cs ${DROP:-}
keep=" ${KEEP:-} $* "
for folder in Calculation/*/; do
  [[ "$keep" == *" $(basename "$folder") "* ]] || rm -r "$folder"
done
for part in "$@"; do mutate+=(-m "Calculation/$part/**/*.cs"); done
for folder in */; do
  [ "$folder" = Calculation/ ] || rm -r "$folder"
done
[[ "$keep" == *" Composite "* ]] || rm -f Calculation/IncrementalIndexTests.cs
dotnet tool restore >/dev/null
dotnet stryker "${mutate[@]}" --break-at 0 -r json -r dots -O "${OUT:-/tmp/mutation}"

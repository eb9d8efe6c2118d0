#!/usr/bin/env bash
# Lighthouse on the public pages: the median of several runs for each page, as a phone and as a desktop.
#
# Usage: tests/lighthouse.sh ADDRESS [RUNS] [CODE]
# ADDRESS is that of a running program with published indices. It has to know its own address (Site__Address), because
# Lighthouse takes no relative canonical links. Needs npm and Chromium; Lighthouse 13.5 and the Node 22 that it asks for
# are fetched from the package registry on the first run.
set -euo pipefail

address=${1:?address of a running program}
address=${address%/}
runs=${2:-5}
code=${3:-HZ-FCEI}
export CHROME_PATH=${CHROME_PATH:-/usr/bin/chromium}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

for page in / "/indices/$code" "/indices/$code/methodology" /targets; do
  for form in mobile desktop; do
    for run in $(seq "$runs"); do
      npx --yes --package lighthouse@13.5.0 --package node@22 lighthouse "$address$page" \
        --quiet --output json --output-path "$out/$form$(tr / _ <<<"$page")@$run.json" \
        --only-categories performance,accessibility,best-practices,seo \
        --chrome-flags='--headless=new --no-sandbox --disable-gpu' $([ "$form" = desktop ] && echo --preset=desktop)
    done
  done
done

node - "$out" <<'JS'
const fs = require('fs');
const folder = process.argv[2];
const kinds = ['performance', 'accessibility', 'best-practices', 'seo'];
const groups = {};
for (const file of fs.readdirSync(folder)) (groups[file.split('@')[0]] ??= []).push(JSON.parse(fs.readFileSync(`${folder}/${file}`)));
const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
console.log(['page', ...kinds, 'LCP ms', 'TBT ms'].join('\t'));
let failed = false;
for (const [name, reports] of Object.entries(groups)) {
  const scores = kinds.map(kind => Math.round(100 * median(reports.map(r => r.categories[kind].score))));
  const times = ['largest-contentful-paint', 'total-blocking-time'].map(id => Math.round(median(reports.map(r => r.audits[id].numericValue))));
  console.log([name, ...scores, ...times].join('\t'));
  failed ||= scores[0] < 98 || scores.slice(1).some(score => score < 100);
  const faults = new Set(reports.flatMap(r => Object.values(r.audits).filter(a => a.score !== null && a.score < 0.9 && r.categories.performance.auditRefs.every(p => p.id !== a.id)).map(a => `${a.id}: ${a.title}`)));
  for (const fault of faults) console.log('  ' + fault);
}
process.exitCode = failed ? 1 : 0;
JS

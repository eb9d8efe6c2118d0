"""A file of observations as an agency's whole history would be, to standard output: large_file.py ROWS

Every indicator of the demonstration that is monthly or quarterly, every area, from 1990 on, each value first provisional
and revised once; as many scopes as the rows ask for. The districts add up to the city. In order of periods, as such files grow."""
import csv
import glob
import os
import re
import sys

CITY = "330100"
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "data", "seed")


def known_series():
    """Last value of each series of the demonstration: (indicator, measure) to (per year, value)."""
    last = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "demo", "*.csv"))):
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row.get("indicator") and row["value"]:
                    per_year = 4 if "Q" in row["period"] else 12 if "-" in row["period"] else 1
                    last[row["indicator"], row["measure"]] = per_year, float(row["value"])
    return {key: value for key, value in last.items() if value[0] > 1 and value[1] > 0}


def areas():
    with open(os.path.join(ROOT, "catalogue.yaml"), encoding="utf-8") as file:
        return sorted(set(re.findall(r"\b3301\d\d\b", file.read())))


def rows():
    series = known_series()
    places = areas()
    scope = 0
    while True:
        scope += 1
        for month in range(12 * 36):
            year, part = 1990 + month // 12, month % 12 + 1
            for (indicator, measure), (per_year, level) in series.items():
                if part % (12 // per_year):
                    continue
                period = f"{year}-{part:02}" if per_year == 12 else f"{year}-Q{part // 3}"
                value = level * 0.75 * (1 + month / 1300)
                known = (month + 2) // 12 + 1990, (month + 2) % 12 + 1
                for place in places:
                    stated = value if place == CITY else value / (len(places) - 1)
                    yield indicator, place, period, f"{stated:.6g}", "P", f"{known[0]}-{known[1]:02}-10T09:00+08:00", measure, f"s{scope}"
                    yield indicator, place, period, f"{stated * 1.001:.6g}", "A", f"{known[0]}-{known[1]:02}-25T09:00+08:00", measure, f"s{scope}"


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["indicator", "area", "period", "value", "status", "available_at", "measure", "scope"])
    left = int(sys.argv[1])
    for row in rows():
        if left == 0:
            break
        out.writerow(row)
        left -= 1


if __name__ == "__main__":
    main()

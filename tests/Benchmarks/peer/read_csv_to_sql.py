"""pandas' way of a CSV file into SQLite: read_csv_to_sql.py FILE DATABASE"""
import sqlite3
import sys

import pandas

table = pandas.read_csv(sys.argv[1])
with sqlite3.connect(sys.argv[2]) as database:
    table.to_sql("observation", database, index=False)

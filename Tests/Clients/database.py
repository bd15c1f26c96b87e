"""pandas, sqlite-utils and Datasette read the database: the same cells, descriptions, and a search."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pandas
import sqlite_utils

from cells import compare, exact

folder = Path(sys.argv[1])
header, rows = exact(folder)
order = {path: number for number, path in enumerate(dict.fromkeys(row[0] for row in rows))}

database = sqlite_utils.Database(folder / "figures.db")
columns = ", ".join(f'"{name}"' for name in header)
table = pandas.read_sql(f"SELECT {columns} FROM observations ORDER BY id", database.conn)
table = table.astype(object).where(table.notna(), None)
found = sorted(table.values.tolist(), key=lambda row: order[row[0]])
compare("pandas from SQLite", header, rows, found)

assert database["observations"].count == len(rows)
assert database["documents"].count == len(order)
assert {view.name for view in database.views} == {"figures", "levels", "growth"}
for view in database.views:
    assert next(iter(view.rows), None), view.name
print("sqlite-utils: tables and views")


def datasette(address):
    program = Path(sys.executable).parent / "datasette"
    command = [program, folder / "figures.db", "--metadata", folder / "metadata.json", "--get", address]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


page = datasette("/figures/observations?_size=2&_facet=measure")
assert "the subject as the report words it" in page
assert "One row a record" in page
for words in ("sản lượng", "san luong"):
    sentences = json.loads(datasette("/figures/search.json?_shape=array&words=" + quote(words)))
    assert len(sentences) == 100, (words, len(sentences))
    assert all("ượng" in row["sentence"].lower() for row in sentences), words
print("Datasette: descriptions, facets, search")

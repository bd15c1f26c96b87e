"""pandas and DuckDB read the CSV of each dialect, and JSON Lines, with the same cells."""

import sys
from pathlib import Path

import duckdb
import pandas

from cells import DIALECTS, NUMBERS, compare, exact, plain

folder = Path(sys.argv[1])
header, rows = exact(folder)

for dialect, (separator, mark) in DIALECTS.items():
    path = folder / f"{dialect}.csv"

    frame = pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(frame.columns) == header
    found = [[plain(dialect, *pair) for pair in zip(header, row)] for row in frame.values.tolist()]
    compare(f"pandas, {dialect}", header, rows, found)

    texts = sorted(set(header) - NUMBERS)
    typed = pandas.read_csv(path, sep=separator, decimal=mark, dtype={name: str for name in texts})
    assert all(typed[name].dtype.kind in "if" for name in NUMBERS), typed.dtypes

    table = duckdb.read_csv(str(path), sep=separator, all_varchar=True, header=True)
    assert table.columns == header, table.columns
    found = [[plain(dialect, name, cell or "") for name, cell in zip(header, row)] for row in table.fetchall()]
    compare(f"DuckDB, {dialect}", header, rows, found)

lines = folder / "records.jsonl"
# A list and a map are one text in CSV.
flat = [name for name in header if name not in {"flags", "provenance", "alternatives"}]
places = [header.index(name) for name in flat]
wanted = [[row[place] for place in places] for row in rows]

frame = pandas.read_json(lines, lines=True, dtype=False)
assert list(frame.columns) == header
frame = frame[flat].astype(object)
compare("pandas, JSON Lines", flat, wanted, frame.where(frame.notna(), None).values.tolist())

types = {name: "DECIMAL(30, 6)" if name in NUMBERS else "VARCHAR" for name in flat}
names = ", ".join(f'"{name}"' for name in flat)
query = f"SELECT {names} FROM read_json(?, columns = ?)"
compare("DuckDB, JSON Lines", flat, wanted, duckdb.execute(query, [str(lines), types]).fetchall())

for name, read in {"wide.csv": duckdb.read_csv, "wide.jsonl": duckdb.read_json}.items():
    wide = read(str(folder / name))
    ((level, target),) = wide.aggregate("count(value), count(target)").fetchall()
    assert level > 3000 and target > 100, (name, level, target)
assert duckdb.read_csv(str(folder / "wide.csv")).shape == duckdb.read_json(str(folder / "wide.jsonl")).shape

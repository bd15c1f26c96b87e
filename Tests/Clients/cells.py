"""The cells that every reader must give, from the plain CSV and Python's own reader."""

import csv
import re
from decimal import Decimal
from pathlib import Path

NUMBERS = {"value", "unit_mult", "denominator", "start", "end", "confidence"}
# Separator and decimal mark.
DIALECTS = {"rfc4180": (",", "."), "excel": (",", "."), "excel-vi": (";", ",")}


def exact(folder):
    """The header, and the rows as lists of texts."""
    with open(Path(folder) / "rfc4180.csv", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert len(rows) > 8000, len(rows)
    return header, rows


def plain(dialect, column, cell):
    """The cell without what the dialect does to it: decimal comma, and the formula around a text."""
    if dialect == "rfc4180":
        return cell
    if column in NUMBERS:
        return cell.replace(DIALECTS[dialect][1], ".")
    if cell.startswith('="'):
        pieces = re.findall(r'"((?:[^"]|"")*)"', cell)
        return "".join(pieces).replace('""', '"')
    return cell


def is_same(column, cell, text):
    """Whether the cell, of any type, is what the text says."""
    if column in NUMBERS and cell not in (None, ""):
        return text != "" and abs(Decimal(str(cell)) - Decimal(text)) <= abs(Decimal(text)) * Decimal("1e-12")
    return ("" if cell is None else cell) == text


def compare(name, header, rows, found):
    assert len(found) == len(rows), f"{name}: {len(found)} rows, not {len(rows)}"
    wrong = [
        f"{name}: row {number}, {column}: {cell!r} is not {text!r}"
        for number, (row, cells) in enumerate(zip(rows, found))
        for column, text, cell in zip(header, row, cells, strict=True)
        if not is_same(column, cell, text)
    ]
    assert not wrong, "\n".join(wrong[:10])
    print(f"{name}: {len(rows)} rows, the same cells")

"""LibreOffice opens the CSV of each dialect, and its cells hold the same texts and numbers."""

import subprocess
import sys
from pathlib import Path

import openpyxl

from cells import DIALECTS, NUMBERS, compare, exact

folder = Path(sys.argv[1])
header, rows = exact(folder)
# The languages of the numbers, as Windows numbers them: English of the USA, Vietnamese.
LANGUAGES = {"rfc4180": 1033, "excel": 1033, "excel-vi": 1066}
# Of the plain dialect columns must be said to be texts: 1 is as found, 2 a text.
COLUMNS = {"rfc4180": "/".join(f"{i + 1}/{1 if name in NUMBERS else 2}" for i, name in enumerate(header))}

for dialect, language in LANGUAGES.items():
    separator = ord(DIALECTS[dialect][0])
    profile = (folder / "profile").resolve().as_uri()
    # Separator, quote, UTF-8, first line, columns, language, quoted fields are no texts, dates are found.
    reading = f"CSV:{separator},34,76,1,{COLUMNS.get(dialect, '')},{language},false,true"
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", f"--infilter={reading}"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(folder / f"{dialect}.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    sheet = openpyxl.load_workbook(folder / f"{dialect}.xlsx", data_only=True, read_only=True).active
    top, *cells = sheet.iter_rows(values_only=True)
    assert list(top) == header, top
    compare(f"LibreOffice, {dialect}", header, rows, cells)
    assert {type(row[header.index("value")]) for row in cells} <= {int, float}

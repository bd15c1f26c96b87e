"""LibreOffice opens both dialects for spreadsheets, and its cells hold the same texts and numbers."""

import subprocess
import sys
from pathlib import Path

import openpyxl

from cells import DIALECTS, compare, exact

folder = Path(sys.argv[1])
header, rows = exact(folder)
# The languages of the numbers, as Windows numbers them: English of the USA, Vietnamese.
LANGUAGES = {"excel": 1033, "excel-vi": 1066}

for dialect, language in LANGUAGES.items():
    separator = ord(DIALECTS[dialect][0])
    profile = (folder / "profile").resolve().as_uri()
    # Separator, quote, UTF-8, first line, no column formats, language, quoted fields are no texts, dates are found.
    reading = f"CSV:{separator},34,76,1,,{language},false,true"
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", f"--infilter={reading}"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(folder / f"{dialect}.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    sheet = openpyxl.load_workbook(folder / f"{dialect}.xlsx", data_only=True, read_only=True).active
    top, *cells = sheet.iter_rows(values_only=True)
    assert list(top) == header, top
    compare(f"LibreOffice, {dialect}", header, rows, cells)

"""frictionless finds nothing wrong with the data packages, and reads the same cells."""

import sys
from pathlib import Path

from frictionless import Package

from cells import compare, exact

folder = Path(sys.argv[1])
header, rows = exact(folder)

for name in ("package.zip", "wide.zip"):
    package = Package(str(folder / name))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:10]
    fields = package.get_resource("figures").schema.fields
    assert all(field.title and field.description for field in fields), name
    assert len(package.sources) > 50, package.sources

resource = Package(str(folder / "package.zip")).get_resource("figures")
assert resource.schema.primary_key == ["document", "start"]
assert resource.schema.get_field("measure").constraints["enum"][0] == "level"
compare("frictionless", header, rows, [list(row.values()) for row in resource.read_rows()])

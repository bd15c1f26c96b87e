"""pysdmx and sdmx1 read the structure and, with it, the SDMX-CSV; keys are of one row alone."""

import sys
from pathlib import Path

import sdmx
from pysdmx.io import get_datasets, read_sdmx

from cells import compare, exact

folder = Path(sys.argv[1])
header, rows = exact(folder)
data, structure = str(folder / "figures.sdmx.csv"), str(folder / "structure.xml")
values = [[row[header.index("value")]] for row in rows]

read_sdmx(structure, validate=True)
(dataset,) = get_datasets(data, structure)
components = dataset.structure.components
dimensions = [component.id for component in components.dimensions]
assert not dataset.data.duplicated(dimensions).any()
compare("pysdmx", ["value"], values, dataset.data[["OBS_VALUE"]].values.tolist())
for component in components:
    codes = component.enumeration
    if codes is not None:
        unknown = set(dataset.data[component.id]) - {code.id for code in codes} - {""}
        assert not unknown, (component.id, unknown)

definition = sdmx.read_sdmx(structure).structure["FIGURES"]
(dataset,) = sdmx.read_sdmx(data, structure=definition).data
compare("sdmx1", ["value"], values, [[observation.value] for observation in dataset.obs])
assert len({tuple(value.value for value in observation.dimension.values.values()) for observation in dataset.obs}) == len(rows)

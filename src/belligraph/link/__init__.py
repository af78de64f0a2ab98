"""Links: which entity a name stands for, and what it is called in the world's datasets.

    table.py        authority files: curated entities in layers; lint.py: what is wrong with them
    gazetteer.py    places of the world; dumps.py, install.py: other people's, installed; ucdp.py: the actor list of UCDP
    build.py        all of it made one SQLite file; index.py: that file, to look up names
    context.py      what an article tells of where it is set; places.py, candidates.py: how well a place fits
    matcher.py      from a name to candidates with visible features, and a verdict
    mentions.py     the names of one article; decisions.py: what people decided
    collect.py      the mentions of a whole publication, on disk
    graphs.py       entities and links as triples, each link with its record
    linksets.py     the same as VoID and SSSOM, and names to review; checks.py: what may be wrong with them
    catalogue.py    the entities of a release, for the reconciliation service
    online.py       a client of other people's reconciliation services

The data in `data/`: `authority.csv`, `countries.csv` and `abbreviations.tsv` were compiled for Belligraph; each row of an
authority file names the stored sources that verified its identifiers. `divisions.tsv` is GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

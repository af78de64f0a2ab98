"""Links: which entity a name stands for, and what it is called in the world's datasets.

    table.py        authority files: curated entities in layers; lint.py: what is wrong with them
    gazetteer.py    places of the world; index.py: all of it as one SQLite file
    matcher.py      candidates with visible features, and a verdict
    mentions.py     the names of one article; decisions.py: what people decided
    collect.py      the mentions of a whole publication, on disk
    graphs.py       entities and links as triples, each link with its record
    linksets.py     the same as VoID and SSSOM, and names to review; checks.py: what may be wrong with them
    catalogue.py    the entities of a release, for the reconciliation service
    online.py       a client of other people's reconciliation services

The data in `data/`: `authority.csv` and `countries.csv` were compiled for Belligraph; each row names the stored sources that
verified its identifiers.
"""

from __future__ import annotations

"""Links: which entity a name stands for, and what it is called in the world's datasets.

    table.py        authority files: curated entities in layers; lint.py: what is wrong with them
    gazetteer.py    places of the world; index.py: all of it as one SQLite file
    matcher.py      candidates with visible features, and a verdict
    mentions.py     the names of one article; decisions.py: what people decided

The data in `data/`: `authority.csv` and `countries.csv` were compiled for Belligraph; each row names the stored sources that
verified its identifiers.
"""

from __future__ import annotations

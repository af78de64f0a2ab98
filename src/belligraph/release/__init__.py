"""Releases: a publication's folder, the immutable releases in it, and what they are exported as.

publication.py   the folder: articles, sheets, quarantine, releases, the lock, the pointer to the live release
build.py         one release: database, dumps, manifest
manifest.py      what a release says of itself
parts.py         a share of a release in every form; serializations.py: they grow together
dumps.py         the other files: tables.py, and everything compressed
statistics.py    how many of what, for VoID
export.py        a release in every format
reading.py       claims, speakers and passages out of triples
diff.py          what changed between two releases: claim_diff.py, row_diff.py; changed.py holds it, changes.py tells it
withdrawal.py    articles taken back
turtle.py        Turtle and TriG that read well
jsonld.py        JSON-LD that reads well
rdf12.py         claims as reifiers of RDF 1.2, and back
"""

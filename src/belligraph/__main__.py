"""`python -m belligraph` is the command line."""

from belligraph.cli import main

main()

"""The ontology as a thing to keep: how its files are written, what they must fulfil, and what is made of them.

modules.py                         the modules as graphs
context.py                         the JSON-LD context that follows from them
turtle_source.py, formatting.py    our Turtle files in their one form
examples.py                        for each shape a passing and a failing example
reference.py                       the HTML reference: term_cards.py, shape_cards.py, links.py, templates/
checks/                            what a good ontology must fulfil
"""

"""From an article's words to a fact sheet.

`rules.RuleExtractor` runs the stages below in their order; each module is one subject of one stage.

The text, without losing the way back to it:
    text, heads, casing, spelling, tokens, lexicon (with `lexicons/`)
Noun phrases, numbers, times and verbs of a sentence:
    names, quantities, nominal, phrase, phrases, classes, verbs, words, dates
A sentence taken apart, and the walks through it:
    parsing, parse, subjects, antecedents, clauses, coordination, neighbours, people, hedges, references, pronouns, whose
Who and where, as actors and places with keys:
    actors, places, towns, things, offices, relations, ownership, backers, sameness, registry
Who says what:
    attribution, scopes, reaches, callings, spreading, speakers, leading, memory, governments, capitals
    sayings, titles, bylines, transcripts, asides, responsibility, owndeeds, denials
Mentions of events, each with its claims (`mentions.Mention`):
    triggers, hits, launches, impacts, nouns, doers, deeds, blasts, fights, killings, interceptions, force, kinds
    fill, aiming, moretold, joined, gapped, singled, listed, means
    aggregates, tallies, deployments, defeats, threats, retorts, intentions
    mentions, whereabouts, vicinity, distances, timing, anchored
Mentions joined to events (`drafts.Draft`):
    events, affinity, agreement, armed, continuing, retold, downings, targets, drafts
Tolls and damage, given to their events:
    casualties, harms, counts, victims, subsets, absences, damage, fires, debris, tolls, belonging, elsewhere,
    excepted, hanging, totals, tolled, settle
Links between events, and aims:
    links, answers, grounds, topics, linking, purposes, aims
The sheet:
    assemble, protocol, rules

Beside the rules: `roles` (who attacked whom, in old wires without capitals; a learned scorer) and `llm` (a language model).
"""

from belligraph.extract.protocol import Extractor
from belligraph.extract.rules import RuleExtractor

__all__ = ["Extractor", "RuleExtractor"]

"""The default extractor: offline, deterministic rules over lexicons."""

from __future__ import annotations

from dataclasses import replace

from belligraph import __version__
from belligraph.extract.aggregates import count_series, find_firsts, find_nth, mark_repeated
from belligraph.extract.anchored import anchor_times, date_beside, date_by_front
from belligraph.extract.answers import find_answers
from belligraph.extract.asides import cut_asides
from belligraph.extract.assemble import Assembler
from belligraph.extract.attribution import attribute
from belligraph.extract.backers import find_backers
from belligraph.extract.casing import is_in_capitals, recase
from belligraph.extract.casualties import find_tolls
from belligraph.extract.defeats import find_defeats
from belligraph.extract.denials import Denial, find_denials
from belligraph.extract.deployments import find_deployments
from belligraph.extract.events import group
from belligraph.extract.gapped import another, gapped
from belligraph.extract.grounds import find_grounds
from belligraph.extract.heads import header_day
from belligraph.extract.hedges import SUSPECTED, hedge_before, rumoured
from belligraph.extract.intentions import mark_intentions
from belligraph.extract.linking import LinkClaim
from belligraph.extract.links import find_links, mark_causes
from belligraph.extract.listed import list_targets
from belligraph.extract.mentions import Mention
from belligraph.extract.ownership import object_owners
from belligraph.extract.parse import Parsed
from belligraph.extract.parsing import parse
from belligraph.extract.references import resolve_descriptions, resolve_pronouns
from belligraph.extract.registry import Registry
from belligraph.extract.relations import Relation, find_relations
from belligraph.extract.responsibility import find_responsibility
from belligraph.extract.retorts import find_retorts
from belligraph.extract.roles import RoleFinder
from belligraph.extract.roles.complete import complete
from belligraph.extract.roles.recast import is_old_wire, recast
from belligraph.extract.settle import settle
from belligraph.extract.singled import singled
from belligraph.extract.tallies import count_up
from belligraph.extract.text import View, is_heading, normalise, split
from belligraph.extract.threats import find_plans, find_threats
from belligraph.extract.timing import assign_dates
from belligraph.extract.tolled import join_same_tolls
from belligraph.extract.tolls import Toll
from belligraph.extract.topics import named_wars
from belligraph.extract.transcripts import attribute_turns
from belligraph.extract.triggers import find_mentions
from belligraph.extract.whereabouts import set_places
from belligraph.model.article import Article
from belligraph.model.sheet import Extractor as Producer
from belligraph.model.sheet import FactSheet, SheetArticle

__all__ = ["RuleExtractor"]

# how many mentions back an answer may find its cause: more would take quadratic time on endless texts
_RECALLED = 20


# "these systems" are all the weapons that were told before
_MOST_WEAPONS = 3


class RuleExtractor:
    """Reads English reports of attacks and strikes by rules. The same text always gives the same sheet.

    It claims only what its patterns find in the words; a text that tells of no force gives a sheet without events.
    """

    name = "belligraph-rules"
    version = __version__

    def __init__(self, roles: RoleFinder | None = None) -> None:
        """With `roles`, attackers and targets that the rules leave open are filled by it: by the learned scorer, say."""
        self._roles = roles
        if roles is not None:
            self.name = "belligraph-rules+roles"

    def extract(self, article: Article) -> FactSheet:
        """The fact sheet of an article; all evidence is quoted from `article.text` as received."""
        view = normalise(article.text)
        in_capitals = is_in_capitals(view.normal)
        view = replace(view, normal=recase(view.normal))
        sentences, furniture = split(view)
        published = article.published or header_day(view.normal)
        parsed = [parse(view, s, published) for s in sentences]
        resolve_descriptions(parsed)
        resolve_pronouns(parsed)
        anchor_times(parsed)
        attribution = attribute(parsed, view.normal, article.publisher)
        attribute_turns(parsed, attribution, view.normal)
        cut_asides(attribution, view.normal)
        mentions, tolls = _read(view, parsed)
        drafts, event_of = group([m for per in mentions for m in per])
        last: Mention | None = None
        for p, own in zip(parsed, mentions, strict=True):
            date_beside(p, own, event_of, last)
            last = next((m for m in reversed(own) if id(m) in event_of), last)
        assembler = Assembler(view, sentences, attribution, Registry(view))
        list_targets(parsed, mentions, event_of)
        settle(parsed, mentions, tolls, event_of, drafts)
        join_same_tolls(drafts, event_of)
        links: list[LinkClaim] = []
        denials: list[Denial] = []
        told: list[Mention] = []
        relations: list[tuple[Relation, int]] = []
        for p, own in zip(parsed, mentions, strict=True):
            links += find_links(p, own, event_of) + find_grounds(p, own, event_of) + find_answers(p, own, event_of, told)
            denials += find_denials(p, own, event_of, told)
            told = [*told[-_RECALLED:], *own]
            relations += [(r, p.sentence.number) for r in find_relations(p) + find_backers(p)]
        if (in_capitals or not view.has_capitals) and is_old_wire(parsed, in_capitals=in_capitals):
            recast(view.normal, parsed, drafts)
        if self._roles is not None:
            complete(self._roles, view.normal, parsed, drafts)
        own_claims = find_responsibility(parsed, mentions, event_of, attribution, [r for r, _ in relations])
        meant = {id(x) for link in links for x in (link.subject, link.other)} | {id(c.draft) for c in own_claims}
        meant |= {id(d.draft) for d in denials}
        used = [d for d in drafts if d.slots or id(d) in meant]
        assembler.introduce(parsed)
        assembler.add_events(used, event_of)
        for claim in own_claims:
            assembler.add_claim(claim)
        for denial in denials:
            assembler.add_denial(denial)
        for link in links:
            assembler.add_link(link)
        assembler.add_wars([war for p in parsed for war in named_wars(p)])
        for relation, number in relations + object_owners(parsed, used):
            assembler.add_relation(relation, number)
        return _sheet(article, view, furniture, assembler, self)


def _read(view: View, parsed: list[Parsed]) -> tuple[list[list[Mention]], list[list[Toll]]]:
    mentions: list[list[Mention]] = []
    concepts: tuple[str, ...] = ()
    for p in parsed:
        own = find_mentions(p) if not is_heading(view, p.sentence) else []
        own += another(p, own, mentions[-1] if mentions else [])
        own = sorted([*own, *singled(p, own), *find_defeats(p)], key=lambda m: m.token)
        for mention in own:
            _doubt(p, mention)
        assign_dates(p, own)
        date_by_front(p, own)
        mark_causes(p, own)
        mark_repeated(p, own)
        mark_intentions(p, own)
        set_places(p, own)
        own += gapped(p, own)
        own += count_series(p, own) + find_nth(p, own)
        count_up(p, own)
        plans = find_plans(p)
        # "preparing to launch a drone": the launch is told by the plan
        own = [m for m in own if not any(x.start < m.start and m.end <= x.end and x.token < m.token for x in plans)]
        own += find_threats(p, concepts) + plans + find_retorts(p) + find_firsts(p, own) + find_deployments(p)
        own.sort(key=lambda m: m.token)
        mentions.append(own)
        weapons = [x for x in p.phrases if x.concepts and not x.is_crewed]
        concepts = tuple(dict.fromkeys(c for x in weapons[:_MOST_WEAPONS] for c in x.concepts)) or concepts
    return mentions, [find_tolls(p) for p in parsed]


def _doubt(parsed: Parsed, mention: Mention) -> None:
    """A doubting word before a verb doubts all that the verb says, but for one that only doubts who did it."""
    if mention.is_noun:
        return
    hedge = hedge_before(parsed, mention.token) or rumoured(parsed, mention.token)
    if hedge is not None and hedge[1].lower() not in SUSPECTED:
        mention.slots = [s.doubted(*hedge) for s in mention.slots]


def _sheet(
    article: Article, view: View, furniture: tuple[tuple[int, int], ...], assembler: Assembler, producer: RuleExtractor
) -> FactSheet:
    claims, events = assembler.claims(), assembler.events()
    actors, places = assembler.actors_and_places()
    about = SheetArticle.of(article, tuple(view.evidence(start, end) for start, end in furniture))
    return FactSheet(about, actors, places, events, claims, Producer(producer.name, producer.version))

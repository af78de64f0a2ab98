"""Whether a mention tells again what a headline or a sentence before it told, with other words or fewer details."""

from __future__ import annotations

from belligraph.extract.armed import concepts_of, weapons_agree, weapons_of
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.sameness import FACILITIES, agree, called, head_of, is_of_country, near, own_name
from belligraph.model.sheet import ActorKind, DateObject, Property, QuantityObject

__all__ = [
    "VAGUE",
    "again",
    "ends_siege",
    "fires_on_people",
    "follows_lead",
    "goes_on_being",
    "hits_what_was_described",
    "hits_what_was_told",
    "is_deed",
    "is_fought_off",
    "is_fresh",
    "is_habit",
    "is_next",
    "is_on_day",
    "is_one_of_few",
    "is_outline",
    "is_plural_of",
    "retells_weapons",
    "same_bomber",
    "same_day",
    "same_places",
    "same_scene",
    "spells_out",
    "tells_in_detail",
    "told_again",
]

# how many sentences later the same may be told again, and how many behind a headline tell what it tells
_LEAD = 2
_SOON = 3
_FEW = 4
_LANDS = word_set("country nation region state capital enclave")
_FAR = 6
# a thing of more words is described, not pointed to
_NAMING = 3
# weapons that one attack mostly uses once
_BY_ONE = frozenset(["suicide-bomb", "car-bomb"])
_DAY = len("2024-05-13")
# nouns for whatever force was told of just before
VAGUE = word_set("attack attacks assault assaults raid raids bombing bombings operation")
_GENERIC = word_set("target targets location locations site sites position positions infrastructure assets objectives")
_SITES = frozenset({PhraseKind.THING, PhraseKind.FACILITY})
_GUARDS = frozenset(["police", "security forces", "security personnel", "security guards", "guards"])
_MILITARY = frozenset({ActorKind.ARMED_FORCE, ActorKind.OBJECT})
_VOLLEYS = word_set("barrage salvo volley")
_FIRING = word_set("fired firing opened opening shot shooting")
_ATTACKERS = word_set("attacker assailant gunman gunmen bomber")


def spells_out(draft: Draft, mention: Mention) -> bool:
    """ "Freedonian attacks kill four", and the report begins: "Four people were killed in Freedonian drone attacks"."""
    if mention.headline or not all(m.headline for m in draft.mentions):
        return False
    plural = draft.series and mention.is_series
    if not plural and (draft.series or mention.is_series):
        many = any(m.is_plural or m.word in lexicon().words["nouns.plural"] for m in draft.mentions)
        plural = mention.is_plural and many and not mention.is_counted
    return plural and mention.sentence - draft.mentions[0].sentence <= _LEAD


def goes_on_being(draft: Draft, mention: Mention) -> bool:
    """ "Launched air strikes on the region. … Its air strikes on the region went on": one place, both in the plural."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _LEAD and draft.type is mention.type
    if not soon or not mention.is_plural or mention.is_series or not any(m.is_plural for m in draft.mentions):
        return False
    places = {v.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)}
    return bool(places & {p.key for p in draft.places()})


def hits_what_was_told(draft: Draft, mention: Mention) -> bool:
    """ "A drone strike killed three … A large drone attacked the base": what "the" points to was told or meant before."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _LEAD and draft.type is mention.type
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    points = bool(hit) and all(p is not None and p.determiner == "the" and not p.names and p.head not in _LANDS for p in hit)
    return soon and points and not mention.is_noun and not mention.is_series and not draft.series


def hits_what_was_described(draft: Draft, mention: Mention) -> bool:
    """ "Extremists attacked a barracks … Gunmen stormed the post in Northtown": "the" points to what "a" brought in."""
    mine = [s.phrase for s, _ in draft.slots if s.property is Property.TARGET]
    theirs = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    brought = {p.kind for p in mine if p is not None and p.determiner in {"a", "an"} and p.kind is PhraseKind.FACILITY}
    short = [p for p in theirs if p is not None and p.last - p.core < _NAMING]
    meant = any(p.kind in {PhraseKind.FACILITY, PhraseKind.OTHER} for p in short)
    return hits_what_was_told(draft, mention) and bool(brought) and meant


def same_bomber(draft: Draft, mention: Mention) -> bool:
    """ "A suicide bombing in the capital … One of its suicide bombers had targeted the court": one bomber, told again."""
    single = not draft.series and not mention.is_series and not mention.is_plural
    near_by = mention.sentence - draft.mentions[-1].sentence <= _FAR and draft.type is mention.type
    return single and near_by and bool(weapons_of(mention) & concepts_of(draft) & _BY_ONE)


def is_fresh(mention: Mention) -> bool:
    """Whether a verb brings its attacker, its target and its day as something new: "On Sunday, a bomber hit a court"."""
    told = {p: [s.phrase for s in mention.slots if s.property is p] for p in (Property.ATTACKER, Property.TARGET)}
    new = all(ps and all(p is not None and p.determiner in {"a", "an"} for p in ps) for ps in told.values())
    return new and bool(mention.values(Property.DATE))


def retells_weapons(draft: Draft, mention: Mention) -> bool:
    """ "A missile attack on the city … Freedonia struck the area with six missiles": no other target is told."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _SOON and draft.type is mention.type
    told = mention.actors(Property.TARGET) or mention.values(Property.PLACE)
    thrown = not mention.is_noun or (mention.word in _VOLLEYS and not mention.is_plural)
    return soon and thrown and not told and not draft.series and not intercepts(draft.mentions)


def again(drafts: list[Draft], mention: Mention) -> Draft | None:
    """The event told last that what is "the first time" of something, or its beginning, may be."""
    for draft in sorted(drafts, key=lambda d: d.mentions[-1].sentence, reverse=True):
        who = agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
        plain = draft.type.is_force and not draft.series and not intercepts(draft.mentions) and not is_fought_off(draft)
        if plain and who is not False:
            return draft
    return None


def tells_in_detail(draft: Draft, mention: Mention) -> bool:
    """ "Struck military targets. … targeted eight locations, among them a depot": one side names no more than targets."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _LEAD
    if not soon or draft.type is not mention.type or draft.series or mention.is_series or intercepts([mention]):
        return False
    if any(lexicon().is_in(m.word, "verbs.kill") for m in (*draft.mentions, mention)):
        return False  # whom somebody killed is no list of targets
    sides = ([s for s, _ in draft.slots], mention.slots)
    hit = [[s.phrase for s in side if s.property is Property.TARGET] for side in sides]
    if any(bool(side) and all(p is not None and p.head in _GENERIC for p in side) for side in hit):
        return True
    at_once = mention.sentence - draft.mentions[-1].sentence <= 1 and not mention.is_noun and not mention.is_new
    kinds = [{p.kind for p in side if p is not None} for side in hit]
    # "strikes against the Reds in the north. … targeted fuel depots": the sites of those whom the strikes were against
    return at_once and kinds[0] == {PhraseKind.GROUP} and bool(kinds[1]) and kinds[1] <= _SITES


def follows_lead(draft: Draft, mention: Mention) -> bool:
    """ "Rebels launched a rocket attack on troops in the north. … A rocket was fired at Camp Mirefield, officials said"."""
    first = draft.mentions[0]
    lead = all(m.sentence == first.sentence for m in draft.mentions) and mention.sentence == first.sentence + 1
    retells = not mention.is_noun and not mention.is_new and not mention.actors(Property.ATTACKER)
    single = not draft.series and not mention.is_series and not intercepts(draft.mentions)
    return lead and retells and single and bool(draft.actors(Property.ATTACKER)) and weapons_agree(draft, mention)


def is_next(draft: Draft, mention: Mention) -> bool:
    """Whether "the attack" stands in the sentence, or right behind the sentence, that told of the event."""
    return mention.word in VAGUE and mention.sentence - draft.mentions[-1].sentence <= 1


def is_fought_off(draft: Draft) -> bool:
    """Whether an event only tells how attackers were fought: it is not "the attack" that is told of later."""
    hit, by = draft.actors(Property.TARGET), draft.actors(Property.ATTACKER)
    police = bool(by) and all(a.family is None and a.name.lower() in _GUARDS for a in by)
    return police or (bool(hit) and all(a.family is None and head_of(a.name) in _ATTACKERS for a in hit))


def ends_siege(draft: Draft, mention: Mention) -> bool:
    """Whether forces come to a place that others hold: "gunmen besieged the hotel … Police stormed the hotel"."""
    if mention.is_noun or not any(m.word == "siege" for m in draft.mentions):
        return False
    forces = mention.actors(Property.ATTACKER)
    return bool(forces) and all(a.kind is ActorKind.ARMED_FORCE and a.family is None for a in forces)


def is_outline(draft: Draft) -> bool:
    """Whether a headline tells an event, and no sentence has yet told where or whom it hit."""
    told = (Property.TARGET, Property.PLACE)
    bare = (m.headline or (m.is_noun and not any(m.values(p) for p in told)) for m in draft.mentions)
    return draft.mentions[0].headline and all(bare)


def is_plural_of(draft: Draft, mention: Mention) -> bool:
    """Whether "the raids" may be the air strikes of one operation, though a plural mostly tells of a series."""
    return (
        mention.is_series
        and not mention.is_counted
        and mention.phrase is not None
        and (mention.phrase.determiner in {"the", "these", "those"} or mention.phrase.possessor is not None)
        and not draft.series
        and (
            any(m.is_plural for m in draft.mentions)
            or (mention.phrase.determiner in {"these", "those"} and mention.sentence - draft.mentions[-1].sentence <= 1)
        )
    )


def is_habit(draft: Draft, mention: Mention) -> bool:
    """Whether "its strikes" are more than the one strike that was told: "the army rarely comments on its strikes"."""
    whose = mention.phrase is not None and mention.phrase.determiner in {"its", "their"}
    return whose and mention.is_plural and all(m.is_noun and not m.is_plural for m in draft.mentions)


def is_deed(draft: Draft) -> bool:
    """Whether an event is told only by the noun of its deed: "the killing of a leader"."""
    return all(lexicon().is_in(m.word, "verbs.kill") and m.is_noun for m in draft.mentions)


def fires_on_people(draft: Draft, mention: Mention) -> bool:
    """ "Gunmen attacked a village … firing on residents as they fled": how an attack just told went on."""
    if mention.word not in _FIRING or mention.is_noun or mention.is_series or weapons_of(mention):
        return False
    soon = mention.sentence - draft.mentions[-1].sentence <= _LEAD and draft.type is mention.type
    people = all(a.kind is ActorKind.CIVILIANS and a.family is None for a in mention.actors(Property.TARGET))
    plain = not draft.series and all(m.word in VAGUE for m in draft.mentions if m.is_noun)
    plain = plain and concepts_of(draft) <= {"small-arms"}
    return soon and people and plain and not intercepts(draft.mentions)


def same_places(draft: Draft, mention: Mention) -> bool:
    """ "Bombed the headquarters in Mali and Niger … strikes on five sites in Mali and Niger": the same two lands."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _SOON and draft.type is mention.type
    places = {v.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef) and v.kind != "facility"}
    mine = {p.key for p in draft.places() if p.kind != "facility"}
    return soon and len(places) > 1 and places == mine and not draft.series and not mention.is_series


def same_day(draft: Draft, mention: Mention) -> bool:
    """ "Killed in a Freedonian air strike on Monday … Freedonian air strikes hit the capital on Monday": told by another."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _SOON and draft.type is mention.type
    single = not draft.series and not mention.is_series and not mention.apart and not intercepts(draft.mentions)
    days = {s.value.date for s in mention.slots if isinstance(s.value, DateObject) and s.value.date}
    # a name that is hit may be a town
    placed = mention.values(Property.PLACE) or any(own_name(a.name) for a in mention.actors(Property.TARGET))
    silent = not draft.places() or not placed
    return soon and single and silent and any(len(day) == _DAY for day in days & draft.dates())


def same_scene(draft: Draft, mention: Mention) -> bool:
    """ "A strike in Mali killed two … conducted an air strike in northern Mali": one place may be the other."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _SOON and draft.type is mention.type
    single = mention.is_noun and not mention.is_series and not draft.series and not mention.is_plural
    if not soon or not single or intercepts(draft.mentions) or mention.apart:
        return False
    places = [v for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)]
    return any(near(a, b) for a in draft.places() for b in places)


def is_one_of_few(draft: Draft, mention: Mention) -> bool:
    """ "Conducted three air strikes … The air strike was in support of soldiers": nothing but these few was told."""
    points = mention.is_noun and mention.is_definite and not mention.is_plural and not mention.is_first
    same = any(m.word.removesuffix("s") == mention.word for m in draft.mentions) and draft.type is mention.type
    counts = [s.value.quantity.value for s, _ in draft.slots if isinstance(s.value, QuantityObject)]
    few = bool(counts) and all(n is not None and n <= _FEW for n in counts)
    who = agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
    return draft.series and points and same and few and who is not False


def is_on_day(draft: Draft, mention: Mention) -> bool:
    """Whether both are told of one and the same day or days."""
    return bool({s.value.date for s in mention.slots if isinstance(s.value, DateObject) and s.value.date} & draft.dates())


def told_again(draft: Draft, mention: Mention, attackers: bool, targets: bool | None, pointing: bool) -> float | None:
    """How well a mention in the text fits a headline's event; "rebels" there may be "Sylvanian militants" here."""
    mine, theirs = draft.actors(Property.TARGET), mention.actors(Property.TARGET)
    weapons = weapons_of(mention) & concepts_of(draft)
    kinds, others = {a.kind for a in mine}, {a.kind for a in theirs}
    if _is_described_site(draft, mention):
        targets = True
    leads = draft.type is mention.type and mention.sentence - draft.mentions[0].sentence <= _LEAD
    if draft.type is not mention.type and not targets:
        return 0.1  # "the attack" is rather an attack than the strike of a headline
    if targets is False and leads and kinds | others <= _MILITARY:
        return 0.6  # an attack on a base in the headline is one on its soldiers in the text
    if targets is False and leads and attackers and kinds == {ActorKind.ARMED_GROUP} and others == {ActorKind.OBJECT}:
        return 0.6  # a strike on a militia in the headline is one on its depots in the text
    if targets is False and not (kinds & others or (weapons and kinds | others <= _MILITARY)):
        return None
    places = {p.key for p in draft.places()} & {v.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)}
    told = attackers or targets or places or weapons or pointing
    if not told and (mention.values(Property.PLACE) or theirs) and (draft.places() or mine):
        return None  # another event of another place, though it comes first
    score = 0.3 * leads + 0.5 * attackers + 1.0 * bool(targets) + 0.4 * bool(places) + 0.3 * bool(weapons) + 0.5 * pointing
    return score + 0.2 if score > (0 if targets is not False else 0.5) else None


def _is_described_site(draft: Draft, mention: Mention) -> bool:
    """Whether a headline's "Sylvanian air base" may be the text's named one: a site of its kind, with no name of its own."""
    sites = {head_of(a.name) for a in draft.actors(Property.TARGET) if all(map(is_of_country, called([a.name])))}
    named = {head_of(v.name) for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)}
    return bool(sites & named & FACILITIES)

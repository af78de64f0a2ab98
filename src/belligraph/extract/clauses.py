"""Closed classes of words by which a walk from a verb to its subject and complements goes on or ends."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set

__all__ = [
    "ACCUSING",
    "AGAIN",
    "BEARINGS",
    "BEGINNING",
    "BEING",
    "BLASTS",
    "CALLED",
    "CAUSING",
    "CLAUSE",
    "CROSSING",
    "DOING",
    "FLIGHTS",
    "HELD_TO_BE",
    "HOLDING",
    "HOLDING_IN",
    "HOSTING",
    "MARKING",
    "ONWARD",
    "OPENING",
    "PARTS",
    "PLACING",
    "PRONOUNS",
    "REDUCED",
    "ROUND",
    "SETTING",
    "SHIP_PARTS",
    "TIED",
    "TOWNS",
    "TRANSPARENT",
    "UNITS",
    "USED",
]

# prepositions of place that may be told again: "at A and at B"
AGAIN = word_set("at in near over on against")
TRANSPARENT = word_set(
    """stationed based located deployed operating positioned sailing transiting traveling located manning housing hosting
    carrying transporting sheltering storing containing belonging full filled packed
    crowded"""
)
CROSSING = word_set("transiting crossing traversing navigating")
REDUCED = word_set(
    """backed supported sponsored funded trained dressed linked aligned allied loyal suspected believed led
    attached planted hidden strapped rigged packed filled laden loaded armed equipped
    clad disguised"""
)
ACCUSING = word_set("accused accuses accusing blamed blames blaming")
USED = word_set("used utilized utilised controlled held run owned operated employed manned guarded patrolled protected")
TIED = word_set("linked tied affiliated associated connected")
# before a participle that tells what happened to somebody: "was also hit"
BEING = word_set("was were been being be also later")
# "it marked the third attack"
MARKING = word_set("is was were marks marked")
OPENING = word_set("or with including along together which who while whose backed led citing aided supported joined")
HELD_TO_BE = word_set("responsible believed thought suspected to be held are were is was")
BEGINNING = word_set("began begun started continued resumed kept keep keeps continue begin")
PRONOUNS = word_set("it they he she that we")
CAUSING = word_set("""prompting prompted forcing forced allowing causing leading led ordering ordered for""")
# "a series of targets" are targets
PARTS = word_set("range series number majority string variety handful pair rest some most all")
# "in the direction of", and what preposition says the same
ROUND = {
    "vicinity": "near",
    "direction": "toward",
    "hub": "in",
    "area": "in",
    "outskirts": "in",
    **dict.fromkeys(["center", "centre", "part", "parts", "perimeter", "perimeters"], "in"),
}
UNITS = word_set("mile miles kilometer kilometers kilometre kilometres km")
SHIP_PARTS = word_set("stern bow bridge deck hull side")
TOWNS = word_set("town city village capital suburb neighborhood towns cities villages suburbs neighborhoods")
HOSTING = word_set("hosts hosted houses housed holds holding contains")
HOLDING_IN = word_set("housing hosting sheltering containing storing")
HOLDING = word_set("control controls hold holds controlled held")
BLASTS = word_set("explosion explosions blast blasts")
CALLED = word_set("known called named dubbed")
SETTING = word_set("set sets setting")
ONWARD = word_set("over toward towards into")
DOING = word_set("killing killings assassination assassinations murder murders death deaths destruction bombing")
FLIGHTS = word_set("fusillade hail group swarm barrage barrages salvo salvos volley volleys wave waves flurry")
PLACING = word_set("in at near inside across around along of")
BEARINGS = word_set("north south east west northeast northwest southeast southwest offshore")
CLAUSE = word_set("as after before while when because although though since until unless if where whereas amid following")

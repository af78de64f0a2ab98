"""Who has spoken so far: whom "he", "it", "the ministry" and "the general" may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import word_set
from belligraph.model.sheet import ActorKind

__all__ = ["BODIES", "CALLED", "OFFICES", "Memory"]

# words that tell a body's name from a person's
BODIES = word_set(
    """watch observatory news radio tv television agency organization organisation council center centre institute
    association group front party union service network times post press media international society committee airlines"""
)
OFFICES = word_set("ministry department military army navy police command government prosecutor")
CALLED = word_set("ministry agency department")


@dataclass(slots=True)
class Memory:
    """Who spoke last, for the pronouns to come."""

    person: ActorRef | None = None
    someone: ActorRef | None = None
    """The last person to speak or be named, with a name or without: whom "he" means."""
    body: ActorRef | None = None
    last: ActorRef | None = None
    """The last to speak who is no person with a name: "officials" too, whom "they" means."""
    office: ActorRef | None = None
    """The last state, force or government body to speak: whom "the military" and "the ministry" mean."""
    known: dict[str, ActorRef] = field(default_factory=dict)
    publisher: str | None = None
    """Whose text it is, in lower case: who told something to them told it to the reader."""

    def remember(self, speaker: ActorRef) -> None:
        """Note a speaker."""
        if speaker.key.startswith("person:") and speaker.identified:
            self.person = self.someone = speaker
            self.known[speaker.key] = speaker
        else:
            self.last = speaker
            if speaker.key.startswith("person:") and not speaker.name.endswith("s"):
                self.someone = speaker
            if speaker.key.startswith("media:") and " " in speaker.name:
                # "Northwire" of "the state news agency Northwire"
                self.known[f"person:{speaker.name.split()[-1].lower()}"] = speaker
            # "the Observatory" of "the Northern Observatory for Rights"
            if speaker.identified:
                words = speaker.name.lower().split()
                self.known |= {f"the {word}": speaker for word in words if word in BODIES or word in OFFICES}
            if speaker.key.startswith("person:"):
                # "the official" of "a defense official"
                self.known[f"the {speaker.name.split()[-1].lower()}"] = speaker
        if speaker.kind.value != "person":
            self.body = speaker
            if speaker.kind in {ActorKind.STATE, ActorKind.ARMED_FORCE, ActorKind.GOVERNMENT_BODY}:
                self.office = speaker

    def mention(self, body: ActorRef, head: str) -> None:
        """Note a body that is told of without speaking: "the ministry" may mean it later."""
        if body.identified and head in CALLED:
            self.known.setdefault(f"the {head}", body)

    def entitle(self, person: ActorRef, titles: Iterable[str]) -> None:
        """Note by which titles a person may be meant: "the general"."""
        self.known |= {f"the {title}": person for title in titles}
